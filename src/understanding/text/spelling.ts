import { distance } from 'fastest-levenshtein';
import type { Word } from './words.ts';

/** Words a misspelling may stand for, by first letter and length; `known` are left as they are. */
export type Spelling = { byShape: ReadonlyMap<string, readonly string[]>; known: ReadonlySet<string> };

const shortest = 4;

/** @param wanted the words that mean something to us @param ordinary words that look like one of them and are right as they are */
export function spelling(wanted: readonly string[], ordinary: readonly string[]): Spelling {
  const byShape = new Map<string, string[]>();
  for (const word of new Set(wanted)) {
    if (word.length < shortest || /[^a-z]/u.test(word)) continue;
    const shape = `${word.charAt(0)}${word.length}`;
    byShape.set(shape, [...(byShape.get(shape) ?? []), word]);
  }
  return { byShape, known: new Set([...wanted, ...ordinary]) };
}

/** The word meant by a misspelled one: two letters swapped in four, one slip in five, two in eight or more; otherwise the word as it is. */
export function corrected(word: string, { byShape, known }: Spelling): string {
  if (word.length < shortest || word.length > 24 || known.has(word) || /[^a-z]/u.test(word)) return word;
  const slips = word.length >= 8 ? 2 : word.length > shortest ? 1 : 0.5;
  let best = { word, slips: slips + 0.1 };
  let tied = false;
  for (let length = word.length - Math.floor(slips); length <= word.length + slips; length += 1) {
    for (const candidate of byShape.get(`${word.charAt(0)}${length}`) ?? []) {
      const away = swapped(word, candidate) ? 0.5 : distance(word, candidate);
      if (away === best.slips && candidate !== best.word) tied = true;
      if (away < best.slips) {
        best = { word: candidate, slips: away };
        tied = false;
      }
    }
  }
  return tied ? word : best.word;
}

/** The words of a message with misspellings mended, each where it stood. */
export function mended(words: readonly Word[], spellings: Spelling): Word[] {
  return words.map((word) => ({ ...word, text: corrected(word.text, spellings) }));
}

/** Two neighbouring letters changed places, which typing does more than anything else. */
function swapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = one.split('').findIndex((letter, index) => letter !== other.charAt(index));
  return at >= 0 && one.charAt(at) === other.charAt(at + 1) && one.charAt(at + 1) === other.charAt(at) && one.slice(at + 2) === other.slice(at + 2);
}
