import type { Language } from '../language.ts';
import { mended } from './spelling.ts';
import { wordsOf, type Word } from './words.ts';

/** A message made ready for the readers: as typed, its words, and its words with misspellings mended. */
export type Said = { text: string; typed: readonly Word[]; words: readonly Word[] };

/** Makes a message ready, once for all readers. */
export function hear(text: string, language: Language): Said {
  const typed = wordsOf(text, language.shorthand);
  return { text, typed, words: mended(typed, language.spelling) };
}
