import { distance } from 'fastest-levenshtein';
import type { Word } from './words.ts';

/** Words a misspelling may stand for, by first letter and length; `known` words and those with a known beginning are left as they are. */
export type Spelling = { byShape: ReadonlyMap<string, readonly string[]>; known: ReadonlySet<string>; beginnings: ReadonlySet<string>; kin: ReadonlyMap<string, string>; care: Care };

/** From how many letters on a word may have one slip of any kind, and two; a shorter one only a swap or a doubled letter. */
export type Care = { oneSlip: number; twoSlips: number };

const lengths = { shortest: 4, longest: 24 };

/**
 * @param wanted the words that mean something to us; `word*` stands for all that begin so
 * @param ordinary words that look like one of them and are right as they are
 * @param kin what several of the wanted words are names of, so that it is no matter which of them was meant
 */
export function spelling(wanted: readonly string[], ordinary: readonly string[], care: Care = { oneSlip: 5, twoSlips: 8 }, kin: ReadonlyMap<string, string> = new Map()): Spelling {
  const byShape = new Map<string, string[]>();
  for (const word of new Set(wanted)) {
    if (word.length < lengths.shortest || /[^a-z]/u.test(word)) continue;
    const shape = `${word.charAt(0)}${word.length}`;
    byShape.set(shape, [...(byShape.get(shape) ?? []), word]);
  }
  const beginnings = new Set(wanted.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)));
  return { byShape, beginnings, kin, care: { oneSlip: care.oneSlip, twoSlips: care.twoSlips }, known: new Set([...wanted, ...ordinary]) };
}

/** The word meant by a misspelled one, if only one, or forms of one, are near enough; otherwise the word as it is. */
export function corrected(word: string, { byShape, known, beginnings, kin, care }: Spelling): string {
  if (word.length < lengths.shortest || word.length > lengths.longest || known.has(word) || /[^a-z]/u.test(word)) return word;
  for (let length = 3; length <= word.length; length += 1) if (beginnings.has(word.slice(0, length))) return word;
  const reach = word.length >= care.twoSlips ? 2 : 1;
  const near: { candidate: string; slips: number }[] = [];
  for (let length = word.length - reach; length <= word.length + reach; length += 1) {
    for (const candidate of byShape.get(`${word.charAt(0)}${length}`) ?? []) {
      const slips = slipsBetween(word, candidate, care);
      if (slips <= reach) near.push({ candidate, slips });
    }
  }
  const fewest = Math.min(...near.map(({ slips }) => slips));
  const [first, ...others] = near.filter(({ slips }) => slips === fewest);
  return first && others.every(({ candidate }) => isVariant(candidate, first.candidate) || (kin.has(candidate) && kin.get(candidate) === kin.get(first.candidate))) ? first.candidate : word;
}

/** The words of a message with misspellings mended, each where it stood. */
export function mended(words: readonly Word[], spellings: Spelling): Word[] {
  const seen = new Map<string, string>();
  return words.map((word) => {
    const text = seen.get(word.text) ?? corrected(word.text, spellings);
    seen.set(word.text, text);
    return { ...word, text };
  });
}

/** Half a slip for a swap or a doubled letter; more than any reach for other slips in a short word. */
function slipsBetween(one: string, other: string, { oneSlip }: Care): number {
  if (swapped(one, other) || undoubled(one) === undoubled(other)) return 0.5;
  return one.length >= oneSlip ? distance(one, other) : Number.POSITIVE_INFINITY;
}

/** Two neighbouring letters changed places, which typing does more than anything else. */
function swapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = one.split('').findIndex((letter, index) => letter !== other.charAt(index));
  return at >= 0 && one.charAt(at) === other.charAt(at + 1) && one.charAt(at + 1) === other.charAt(at) && one.slice(at + 2) === other.slice(at + 2);
}

/** Forms of one word: "gabapentin" and "gabapentine" differ only at the end. */
function isVariant(one: string, other: string): boolean {
  const same = Math.ceil((Math.min(one.length, other.length) * 2) / 3);
  return one.slice(0, same) === other.slice(0, same);
}

function undoubled(word: string): string {
  return word.replaceAll(/(.)\1+/gu, '$1');
}
