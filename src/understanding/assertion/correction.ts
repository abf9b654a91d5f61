import type { Language } from '../language.ts';
import { findAll } from '../text/phrases.ts';
import { hear, pastFillers, type Said } from '../text/said.ts';

/** A message in which something is taken back: what was said first, and what is meant. */
export type Correction = { before: Said; after: Said };

/** The two halves of "left, no sorry, right"; undefined when nothing is taken back, or nothing said in its place. */
export function correctionIn({ text, words }: Said, language: Language): Correction | undefined {
  const last = findAll(language.mentions.corrections, words).at(-1);
  const next = last && words[last.to];
  const first = last && words[last.from];
  if (!next || !first || pastFillers(words, 0, language) >= last.from) return undefined;
  return { before: hear(text.slice(0, first.start), language), after: hear(text.slice(next.start), language) };
}
