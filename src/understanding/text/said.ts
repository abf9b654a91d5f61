import type { Language } from '../language.ts';
import { find, findAt, type Phrases } from './phrases.ts';
import { mended } from './spelling.ts';
import { wordsOf, type Word } from './words.ts';

/** A message made ready for the readers: its words as typed and with misspellings mended, whether it asks something, and whether it only sounds so ("depends what kind of day it is"). */
export type Said = { text: string; typed: readonly Word[]; words: readonly Word[]; asks: boolean; evades: boolean };

/** Makes a message ready, once for all readers. */
export function hear(text: string, language: Language): Said {
  const typed = wordsOf(text, language.shorthand);
  const words = mended(typed, language.spelling);
  const marked = text.trim().endsWith('?');
  const begins = (list: Phrases) => [0, pastFillers(words, 0, language)].some((at) => findAt(list, words, at) !== undefined);
  const evades = !marked && (begins(language.asks.evades) || find(language.asks.rhetorical, words) !== undefined);
  return { text, typed, words, asks: marked || (!evades && begins(language.asks.begins)), evades };
}

/** The first word from here on that is not said just to begin. */
export function pastFillers(words: readonly Word[], from: number, language: Language): number {
  let at = from;
  for (let filler = findAt(language['yes-no'].fillers, words, at); filler; filler = findAt(language['yes-no'].fillers, words, at)) at = filler.to;
  return at;
}
