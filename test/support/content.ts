import { join } from 'node:path';
import { readContent } from '../../src/content.ts';
import { lessonsIn, type Content } from '../../src/conversation/content.ts';
import { dialogFrom } from '../../src/dialog/dialog.ts';
import { chartFrom } from '../../src/dialog/machine.ts';
import type { Page } from '../../src/dialog/schema.ts';
import { smallPages, smallSafety } from './pages.ts';

const root = join(import.meta.dirname, '../..');

/** The content the product ships. */
export const shipped: Content = readContent({ dialogs: join(root, 'dialogs'), locales: join(root, 'locales') });

/** The shipped words and ways of speaking, around other pages; the screening rules rest on the shipped ones and are left out. */
export function contentWith(pages: readonly Page[] = smallPages()): Content {
  const dialog = dialogFrom(pages);
  const { flags, alerts, reviewed } = shipped.safety;
  const small = smallSafety();
  const safety = { reviewed, flags: { ...flags, ...small.flags }, alerts: { ...alerts, ...small.alerts } };
  const voices = new Map([...shipped.voices].map(([language, voice]) => [language, { ...voice, rules: [], dialog, safety }]));
  return { ...shipped, dialog, chart: chartFrom(dialog), safety, voices };
}

/** Learns everything at once, as the program does before anybody writes: Teams waits only a moment for an answer. */
export function learned(content: Content): Content {
  for (const lesson of lessonsIn(content)) lesson();
  return content;
}
