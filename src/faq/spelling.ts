import { distance } from 'fastest-levenshtein';
import type { Tuning } from './questions.ts';

/** The words we know, by first letter and length, and what counts as a misspelling of one. */
export interface Spelling {
  readonly byShape: ReadonlyMap<string, readonly string[]>;
  readonly slips: Tuning['slips'];
}

export function spellingOf(words: Iterable<string>, slips: Tuning['slips']): Spelling {
  const byShape = new Map<string, string[]>();
  for (const word of words) {
    if (!/^\p{L}+$/u.test(word) || word.length < slips.oneFrom - 1) continue;
    const shape = shapeOf(word, word.length);
    const alike = byShape.get(shape);
    if (alike) alike.push(word);
    else byShape.set(shape, [word]);
  }
  return { byShape, slips };
}

/** The known word this one may be a misspelling of, or the word itself. The first letter is taken as right. */
export function corrected(word: string, { byShape, slips: { oneFrom, twoFrom } }: Spelling): string {
  if (word.length < oneFrom || !/^\p{L}+$/u.test(word)) return word;
  const most = word.length >= twoFrom ? 2 : 1;
  let best = word;
  let least = most + 1;
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const known of byShape.get(shapeOf(word, length)) ?? []) {
      const slips = distance(word, known);
      if (slips >= least) continue;
      best = known;
      least = slips;
    }
  }
  return best;
}

function shapeOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}
