import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import type { Content, Faq } from './conversation/content.ts';
import { problemsIn } from './dialog/check.ts';
import { dialogFrom } from './dialog/dialog.ts';
import { chartFrom } from './dialog/machine.ts';
import { problemsInRules, Rule } from './dialog/rule.ts';
import { ClinicCard, Page, Safety, Situation } from './dialog/schema.ts';
import { ClinicError } from './errors.ts';
import { Questions, Tuning } from './faq/questions.ts';
import { buildIndex } from './faq/search.ts';
import { partsOf, Sources, Topic } from './faq/topic.ts';
import { EmergencySpeech, Watch } from './understanding/emergency.ts';
import { borrowing, Language } from './understanding/language.ts';
import { wordsFrom } from './words.ts';

/** A folder with the dialogs and one with the words. */
export interface Folders {
  readonly dialogs: string;
  readonly locales: string;
}

/**
 * Reads dialogs/ and locales/ and checks every page, alone and with the others.
 * @param languages what to speak and understand; the clinic's own languages if left out
 * Throws ClinicError `page-invalid` with one sentence for each thing that is wrong, naming file and place.
 */
export function readContent({ dialogs, locales }: Folders, languages?: readonly string[]): Content {
  const card = shaped(ClinicCard, yamlIn(join(dialogs, 'clinic.yaml')), 'clinic.yaml');
  const safety = shaped(Safety, yamlIn(join(dialogs, 'safety.yaml')), 'safety.yaml');
  const pages = filesIn(join(dialogs, 'intake'), '.yaml').map((file) => shaped(Page, yamlIn(file), `intake/${basename(file)}`));
  const rules = filesIn(join(dialogs, 'screening'), '.yaml').map((file) => shaped(Rule, yamlIn(file), `screening/${basename(file)}`));
  const watch = shaped(Watch, yamlIn(join(dialogs, 'emergency.yaml')), 'emergency.yaml');
  const problems = [...problemsIn(pages, safety, watch.signs.map(({ flag }) => flag)), ...problemsInRules(rules, pages)];
  if (problems.length > 0) throw new ClinicError('page-invalid', problems.join('\n'));

  const dialog = dialogFrom(pages);
  const known = foldersIn(join(dialogs, 'language')).map((language) => [language, yamlFilesIn(join(dialogs, 'language', language))] as const);
  const lender = known.find(([language]) => language === card.languages[0])?.[1] ?? {};
  const spoken = known.filter(([language]) => (languages ?? card.languages).includes(language));
  return {
    card,
    safety,
    situation: shaped(Situation, yamlIn(join(dialogs, 'situation.yaml')), 'situation.yaml'),
    rules,
    dialog,
    chart: chartFrom(dialog),
    words: wordsFrom(
      Object.fromEntries(foldersIn(locales).map((language) => [language, jsonFilesIn(join(locales, language))])),
      { clinic: card.name, phone: card.phone, hours: card.hours, emergency: card.emergencyNumber, crisis: card.crisisLine.number },
    ),
    // Where two languages are spoken side by side, people mix them; words of the clinic's first one are known in every other.
    speech: new Map(spoken.map(([language, files]) => [language, shaped(Language, files === lender ? files : borrowing(files, lender), `language/${language}`)])),
    // In every language we know, whatever the clinic speaks: an emergency is written in the language that comes first.
    emergencies: known.map(([language, files]) => ({ watch, speech: shaped(EmergencySpeech, files, `language/${language}`) })),
    faq: new Map(spoken.map(([language, files]) => [language, readFaq(join(dialogs, 'faq'), language, files['questions'])])),
  };
}

function readFaq(folder: string, language: string, howPeopleAsk: unknown): Faq {
  const topics = filesIn(join(folder, language), '.md').map((file) => shaped(Topic, topicIn(file), `faq/${language}/${basename(file)}`));
  const index = buildIndex(topics, shaped(Questions, howPeopleAsk, `language/${language}/questions.yaml`), shaped(Tuning, yamlIn(join(folder, 'search.yaml')), 'faq/search.yaml'));
  return { topics: new Map(topics.map((topic) => [topic.id, topic])), index, sources: shaped(Sources, yamlIn(join(folder, 'sources.yaml')), 'faq/sources.yaml') };
}

function topicIn(file: string): unknown {
  const parts = partsOf(readFileSync(file, 'utf8'));
  const front: unknown = parts && plain(parts.front);
  return typeof front === 'object' ? { ...front, id: basename(file, '.md'), answer: parts?.answer } : undefined;
}

function shaped<T>(schema: z.ZodType<T>, raw: unknown, file: string): T {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `dialogs/${file}${path.length > 0 ? `, ${path.join('.')}` : ''}: ${message}`);
  throw new ClinicError('page-invalid', problems.join('\n'));
}

/** Data and nothing else: with the core schema a date stays the words it was written in. */
function plain(yaml: string): unknown {
  return load(yaml, { schema: CORE_SCHEMA });
}

function yamlIn(file: string): unknown {
  try {
    return plain(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ClinicError('page-invalid', `${file} can not be read: ${cause instanceof Error ? cause.message : 'unknown reason'}`, { cause });
  }
}

function yamlFilesIn(folder: string): Record<string, unknown> {
  return Object.fromEntries(filesIn(folder, '.yaml').map((file) => [basename(file, '.yaml'), yamlIn(file)]));
}

function jsonFilesIn(folder: string): Record<string, object> {
  return Object.fromEntries(filesIn(folder, '.json').map((file) => [basename(file, '.json'), z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))]));
}

function filesIn(folder: string, extension: string): string[] {
  return readdirSync(folder).filter((name) => extname(name) === extension).toSorted().map((name) => join(folder, name));
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
}
