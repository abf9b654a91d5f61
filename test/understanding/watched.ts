import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { EmergencySpeech, Watch, type EmergencyPhrases } from '../../src/understanding/emergency.ts';

const dialogs = new URL('../../dialogs/', import.meta.url);

function speechOf(lng: string): EmergencySpeech {
  const folder = new URL(`language/${lng}/`, dialogs);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return EmergencySpeech.parse(Object.fromEntries(files.map((file) => [file.replace('.yaml', ''), parse(readFileSync(new URL(file, folder), 'utf8'))])));
}

/** The watch and the languages as they are shipped. */
export const watch = Watch.parse(parse(readFileSync(new URL('emergency.yaml', dialogs), 'utf8')));
export const languages: Readonly<Record<string, EmergencyPhrases>> = { en: { watch, speech: speechOf('en') }, es: { watch, speech: speechOf('es') } };
export const everyLanguage = Object.values(languages);

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
