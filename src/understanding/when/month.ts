import type { Language } from '../language.ts';
import { read, unread, type Reading } from '../reading.ts';
import { find } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import { agoIn } from './ago.ts';

/** A month as `YYYY-MM`, when the words leave no more than two months open: "March 2024", "last month", "six weeks ago". */
export function readMonth({ words }: Said, language: Language, today: string): Reading {
  const [when, ...others] = agoIn(words, language, today);
  if (!when || others.length > 0) return unread(find(language.times.vague, words) ? 'too-vague' : 'unclear');
  const [least, most] = when.months;
  return most - least <= 2 ? read(monthBefore(today, Math.round((least + most) / 2)), most - least <= 1) : unread('too-vague');
}

function monthBefore(today: string, months: number): string {
  const day = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 7);
}
