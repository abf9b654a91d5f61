import type { Language } from '../language.ts';
import { findAt } from '../text/phrases.ts';
import type { Label } from '../text/labels.ts';
import type { Word } from '../text/words.ts';

/** How far a "not" reaches, in words. */
const reach = 5;
const farthestBehind = 2;

/**
 * Whether what is said at this word is denied: a "not" stands before it in its clause, with no "but" between.
 * @param since a "not" before this word has been used up by what it belongs to
 */
export function denied(words: readonly Word[], at: number, language: Language, since = 0): boolean {
  const { before, exceptions, breaks } = language.negation;
  const clause = words[at]?.clause;
  // "No, pues no lo he probado": two of them are one.
  if (findAt(before, words, at)) return false;
  for (let place = at - 1; place >= Math.max(since, at - reach); place -= 1) {
    const word = words[place];
    if (word?.clause !== clause) return false;
    const exception = [place - 1, place].some((start) => (findAt(exceptions, words, start)?.to ?? 0) > place);
    const reaches = [place - 1, place].some((start) => (findAt(before, words, start)?.to ?? 0) === place + 1);
    if (!exception && reaches) return true;
    if (breaks.includes(word?.text ?? '')) return false;
  }
  return false;
}

/** "Standing does not ease it", heard as "standing .. ease": a "not" stands where the phrase leaves words out. */
export function deniedWithin(words: readonly Word[], { from, to, line }: Label, { negation: { before, exceptions } }: Language): boolean {
  if (!line.includes('..')) return false;
  const own = new Set(line.split(/[\s/()]+/u));
  return words.slice(from, to).some(({ text }, at) => !own.has(text) && findAt(before, words, from + at) !== undefined && !findAt(exceptions, words, from + at));
}

/** "Dolor no": a "not" that ends the clause within a word or two denies what is said up to the word `to`. */
export function deniedBehind(words: readonly Word[], to: number, { negation: { behind } }: Language): boolean {
  const clause = words[to - 1]?.clause;
  const next = words.findIndex((word, place) => place >= to && word.clause !== clause);
  const last = (next < 0 ? words.length : next) - 1;
  return last >= to && last - to < farthestBehind && behind.includes(words[last]?.text ?? '');
}
