import type { Language } from '../language.ts';
import { findAt } from './phrases.ts';
import type { Word } from './words.ts';

/** How far a "not" reaches, in words. */
const reach = 5;

/**
 * Whether what is said at this word is denied: a "not" stands before it in its clause, with no "but" between.
 * @param since a "not" before this word has been used up by what it belongs to
 */
export function denied(words: readonly Word[], at: number, language: Language, since = 0): boolean {
  const { before, exceptions, breaks } = language.negation;
  const clause = words[at]?.clause;
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

/** Whether what is said at this word is said of somebody else: "my sister did". */
export function ofAnother(words: readonly Word[], at: number, language: Language): boolean {
  const clause = words[at]?.clause;
  for (let place = at - 1; place >= 0 && words[place]?.clause === clause && !language.negation.breaks.includes(words[place]?.text ?? ''); place -= 1) {
    if (findAt(language.negation.others, words, place)) return true;
  }
  return false;
}
