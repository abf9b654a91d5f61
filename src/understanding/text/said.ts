import type { Language } from '../language.ts';
import { findAt } from './phrases.ts';
import { mended } from './spelling.ts';
import { wordsOf, type Word } from './words.ts';

/** A message made ready for the readers: its words as typed and with misspellings mended, and whether it asks something. */
export type Said = { text: string; typed: readonly Word[]; words: readonly Word[]; asks: boolean };

/** Makes a message ready, once for all readers. */
export function hear(text: string, language: Language): Said {
  const typed = wordsOf(text, language.shorthand);
  const words = mended(typed, language.spelling);
  const asks = text.trim().endsWith('?') || findAt(language.asks.begins, words, pastFillers(words, 0, language)) !== undefined;
  return { text, typed, words, asks };
}

/** The first word from here on that is not said just to begin. */
export function pastFillers(words: readonly Word[], from: number, language: Language): number {
  let at = from;
  for (let filler = findAt(language['yes-no'].fillers, words, at); filler; filler = findAt(language['yes-no'].fillers, words, at)) at = filler.to;
  return at;
}
