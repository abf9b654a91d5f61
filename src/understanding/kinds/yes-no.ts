import type { Language } from '../language.ts';
import { exact, read, unread, type Reading } from '../reading.ts';
import { findAt, type Found, type Phrases } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';

export type Stance = 'yes' | 'no' | 'unsure';

/** Yes, no or not sure in plain words: the whole message, or its beginning. */
export function readYesNo({ text, words }: Said, language: Language): Reading {
  const letter = language['yes-no'].letters[text.trim().toLowerCase()];
  if (letter) return exact(letter);
  const plain = stanceAt(words, pastFillers(words, 0, language), language);
  if (!plain) return unread('unclear');
  const whole = pastFillers(words, plain.to, language) === words.length;
  return whole ? exact(plain.stance) : read(plain.stance);
}

/** The plain yes, no or unsure that begins at this word, the longest one; undefined if none does. */
export function stanceAt(words: readonly Word[], at: number, language: Language): { stance: Stance; to: number } | undefined {
  const { yes, no, unsure } = language['yes-no'];
  const here = (stance: Stance, list: Phrases) => ({ stance, found: findAt(list, words, at) });
  return [here('unsure', unsure), here('no', no), here('yes', yes)]
    .flatMap(({ stance, found }) => (found ? [{ stance, to: found.to, found }] : []))
    .reduce<{ stance: Stance; to: number; found: Found } | undefined>((best, one) => (best && best.to >= one.to ? best : one), undefined);
}

/** The first word from here on that is not said just to begin. */
export function pastFillers(words: readonly Word[], from: number, language: Language): number {
  let at = from;
  for (;;) {
    const filler = findAt(language['yes-no'].fillers, words, at);
    if (!filler) return at;
    at = filler.to;
  }
}
