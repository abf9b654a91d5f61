import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { Language } from '../../src/understanding/language.ts';

function languageOf(lng: string): Language {
  const folder = new URL(`../../dialogs/language/${lng}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return Language.parse(Object.fromEntries(files.map((file) => [file.replace('.yaml', ''), parse(readFileSync(new URL(file, folder), 'utf8'))])));
}

/** The languages as they are shipped. */
export const english = languageOf('en');
export const spanish = languageOf('es');

/** The day every test happens on. */
export const today = '2026-11-21';
