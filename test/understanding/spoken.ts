import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { borrowing, Language } from '../../src/understanding/language.ts';
import type { Around } from '../../src/understanding/row.ts';

function filesOf(lng: string): Record<string, unknown> {
  const folder = new URL(`../../dialogs/language/${lng}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return Object.fromEntries(files.map((file) => [file.replace('.yaml', ''), parse(readFileSync(new URL(file, folder), 'utf8'))]));
}

/** The languages as they are shipped. */
export const english = Language.parse(filesOf('en'));
export const spanish = Language.parse(borrowing(filesOf('es'), filesOf('en')));

/** The day every test happens on. */
export const today = '2026-11-21';

/** A message read by itself, without what else a conversation knows of it. */
export const alone: Around = { asks: () => false, finds: () => false };
