import type { Language } from '../language.ts';
import { read, unread, type Reading } from '../reading.ts';
import { find } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import { agoIn } from './ago.ts';

/** In months: a stretch this wide has a middle worth asking about, as that of "two years ago"; a whole year has none. */
const widestGuess = 4;

/** A month as `YYYY-MM`, when the words leave no more than two months open: "March 2024", "last month", "six weeks ago". */
export function readMonth({ words, text }: Said, language: Language, today: string): Reading {
  const numeric = numericIn(text);
  if (numeric !== undefined && numeric <= today.slice(0, 7)) return read(numeric);
  const [when, ...others] = agoIn(words, language, today);
  if (!when || others.length > 0) return unread(find(language.times.vague, words) ? 'too-vague' : 'unclear');
  const [least, most] = when.months;
  const middle = monthBefore(today, Math.round((least + most) / 2));
  if (most - least <= 2) return read(middle, most - least <= 1);
  return unread('too-vague', most - least <= widestGuess ? [middle] : []);
}

/** "06/2024", the month first. */
function numericIn(text: string): string | undefined {
  const [, month = '', year = ''] = /(?<![\d/.-])(0?[1-9]|1[0-2])[-/.](\d{4})(?!\d)/u.exec(text) ?? [];
  return month === '' ? undefined : `${year}-${month.padStart(2, '0')}`;
}

function monthBefore(today: string, months: number): string {
  const day = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 7);
}
