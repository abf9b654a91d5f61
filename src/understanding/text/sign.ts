import type { Language } from '../language.ts';
import type { Word } from './words.ts';
import { pastFillers } from './said.ts';

/** Whether the number at this word has a minus: "-3", "minus 3" at the beginning; the dash of "7 - 8" stands between two numbers. */
export function isNegative(at: number, words: readonly Word[], text: string, language: Language): boolean {
  const before = words[at - 1];
  const said = before !== undefined && language.scales.minus.includes(before.text) && pastFillers(words, 0, language) === at - 1;
  return said || /(?:^\s*|[^\d\s]\s+)[-−]$/u.test(text.slice(0, words[at]?.start));
}
