import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { partsOf } from '../../src/faq/topic.ts';

const root = join(import.meta.dirname, '../..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const filesIn = (...path: string[]): string[] => readdirSync(join(root, ...path)).toSorted().map((file) => join(...path, file));

const Pattern = z.strictObject({ says: z.string(), unless: z.string().optional(), refuses: z.string() });
const List = z.record(z.string(), z.strictObject({ source: z.string().min(20), en: z.array(Pattern).min(1), es: z.array(Pattern).min(1) }));
type Pattern = z.infer<typeof Pattern>;
type Text = readonly [where: string, text: string];

const never = Object.entries(List.parse(parse(readFileSync(join(import.meta.dirname, 'never-say.yaml'), 'utf8'))));

/** Keys of the pages that no one is shown: who reviewed what, and what a figure or a question rests on. */
const notShown = new Set(['reviewed', 'source', 'citation', 'accuracy']);

const english = [
  ...[...filesIn('dialogs', 'intake'), ...filesIn('dialogs', 'screening'), 'dialogs/safety.yaml', 'dialogs/situation.yaml', 'dialogs/clinic.yaml'].flatMap((file) => textsIn(parse(read(file)), file)),
  ...filesIn('locales', 'en').flatMap((file) => textsIn(JSON.parse(read(file)), file)),
  ...answersIn('en'),
];
const spanish = answersIn('es');

function answersIn(language: string): Text[] {
  return filesIn('dialogs', 'faq', language).map((file): Text => [file, partsOf(read(file))?.answer ?? '']);
}

function textsIn(value: unknown, where: string): Text[] {
  if (typeof value === 'string') return [[where, value]];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, part]) => (notShown.has(key) ? [] : textsIn(part, `${where}, ${key}`))) : [];
}

/** The sentences that say what must not be said. */
function refused({ says, unless }: Pattern, texts: readonly Text[]): string[] {
  const [forbidden, allowed] = [new RegExp(says, 'iu'), unless === undefined ? undefined : new RegExp(unless, 'iu')];
  return texts.flatMap(([where, text]) =>
    [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)]
      .map(({ segment }) => segment.trim())
      .filter((sentence) => forbidden.test(sentence) && !allowed?.test(sentence))
      .map((sentence) => `${where}: ${sentence}`),
  );
}

describe('everything that a patient or a nurse can be shown', () => {
  it('is looked at: pages, warning signs, screening rules, words and the answers of both languages', () => {
    expect(english.length).toBeGreaterThan(1000);
    expect(spanish.length).toBeGreaterThan(50);
    expect([...english, ...spanish].filter(([, text]) => text === '')).toEqual([]);
  });

  it.each(never.flatMap(([name, { en, es }]) => [...en.map((pattern) => [name, 'English', pattern, english] as const), ...es.map((pattern) => [name, 'Spanish', pattern, spanish] as const)]))(
    'says nothing of %s in %s',
    (_name, _language, pattern, texts) => {
      expect(refused(pattern, [['the example', pattern.refuses]])).toHaveLength(1);
      expect(refused(pattern, texts)).toEqual([]);
    },
  );
});
