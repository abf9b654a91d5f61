import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { readContent } from '../../src/content.ts';
import { Questions, Tuning } from '../../src/faq/questions.ts';
import { findTopic, type Index } from '../../src/faq/search.ts';
import { partsOf, Sources, Topic } from '../../src/faq/topic.ts';

/** The languages the questions are written in. */
export const languages = ['en', 'es'] as const;

export type Tongue = (typeof languages)[number];

const dialogs = join(import.meta.dirname, '../../dialogs');

function read(...path: string[]): string {
  return readFileSync(join(dialogs, ...path), 'utf8');
}

function yaml(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA });
}

function topicIn(language: Tongue, file: string): Topic {
  const parts = partsOf(read('faq', language, file));
  return Topic.parse({ ...z.record(z.string(), z.unknown()).parse(yaml(parts?.front ?? '')), id: basename(file, '.md'), answer: parts?.answer });
}

export const sources = Sources.parse(yaml(read('faq', 'sources.yaml')));
export const tuning = Tuning.parse(yaml(read('faq', 'search.yaml')));

const each = <T>(make: (language: Tongue) => T): Record<Tongue, T> => ({ en: make('en'), es: make('es') });

/** What the clinic ships, by language. */
export const topics = each((language) => new Map(readdirSync(join(dialogs, 'faq', language)).toSorted().map((file) => topicIn(language, file)).map((topic) => [topic.id, topic])));
export const questions = each((language) => Questions.parse(yaml(read('language', language, 'questions.yaml'))));

const { voices } = readContent({ dialogs, locales: join(dialogs, '../locales') });
export const indexes: Record<Tongue, Index> = each((language) => {
  const voice = voices.get(language);
  if (!voice) throw new Error(`"${language}" is not spoken.`);
  return voice.faq.index;
});

const Row = z.object({ id: z.string(), text: z.string(), lang: z.enum(languages), expect: z.array(z.string()).min(1), oos_category: z.string().nullable() });

export type Row = z.infer<typeof Row>;

export const outOfScope = 'OUT_OF_SCOPE';

/** Invented questions, each with the topics that may answer it, or with what it is about if none may. None of them is a way of asking in dialogs/faq. */
export const rows: readonly Row[] = readFileSync(join(import.meta.dirname, 'questions.jsonl'), 'utf8').trim().split('\n').map((line) => Row.parse(JSON.parse(line)));

/** The topic that answers from the documents, or `OUT_OF_SCOPE`. */
export function answeredBy({ text, lang }: Pick<Row, 'text' | 'lang'>): string {
  const topic = topics[lang].get(findTopic(text, indexes[lang])?.topic ?? '');
  return topic?.kind === 'documents' ? topic.id : outOfScope;
}
