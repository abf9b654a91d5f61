import type { Language } from '../language.ts';
import { exact, read, unread, type Asked, type Reading } from '../reading.ts';
import { amountsIn } from '../text/amounts.ts';
import type { Said } from '../text/said.ts';
import { pastFillers } from './yes-no.ts';

/** A number within the question's range: "7", "about seven", "7/10". */
export function readNumber({ words }: Said, asked: Asked, language: Language): Reading {
  const amounts = amountsIn(words, language.numbers);
  const [first, second] = amounts;
  if (!first) return unread('unclear');
  const outOf = second && words[first.to]?.text === '/' ? second : undefined;
  if (amounts.length > (outOf ? 2 : 1)) return unread('unclear');
  const value = (first.min + first.max) / 2;
  if (asked.range && (value < asked.range.min || value > asked.range.max)) return unread('out-of-range');
  return pastFillers(words, 0, language) === first.from && (outOf ?? first).to === words.length ? exact(value) : read(value);
}
