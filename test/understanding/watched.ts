import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readContent } from '../../src/content.ts';
import { examplesIn } from '../../src/content/examples.ts';

const root = join(import.meta.dirname, '../..');
const dialogs = join(root, 'dialogs');

/** The watch and the languages as they are shipped. */
export const { emergencies } = readContent({ dialogs, locales: join(root, 'locales') });

const Row = z.strictObject({
  id: z.string(),
  text: z.string(),
  lang: z.enum(['en', 'es']),
  expect: z.array(z.string()),
  accept: z.array(z.string()),
  tier: z.enum(['emergency', 'same-day']).nullable(),
  category: z.string(),
  /** The question that is open, where it matters. */
  question: z.string().optional(),
});

export type WatchedRow = z.infer<typeof Row>;

/** What people might write, invented, with the flags each message raises; an empty `expect` is a message without any. */
export function rowsOf(file: string): WatchedRow[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8').split('\n').filter(Boolean).map((line) => Row.parse(JSON.parse(line)));
}

/** The examples the watch learns from, as rows; the ordinary ones of those that raise nothing aside. */
export const examples: readonly WatchedRow[] = (['en', 'es'] as const).flatMap((lang) =>
  examplesIn(dialogs, lang)
    .filter(({ means }) => means.name !== 'ordinary')
    .map(({ text, means: { name, level } }, at): WatchedRow => ({ id: `${lang}-${at}`, text, lang, expect: level === null ? [] : [name], accept: [], tier: level, category: name })),
);
