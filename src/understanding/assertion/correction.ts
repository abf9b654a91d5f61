import type { Language } from '../language.ts';
import { amountAt } from '../text/amounts.ts';
import { findAll } from '../text/phrases.ts';
import { hear, pastFillers, type Said } from '../text/said.ts';

/** A message in which something is taken back: what was said first, and what is meant; not `sure` where it may only go on ("I mean"). */
export type Correction = { before: Said; after: Said; sure: boolean };

/** The two halves of "left, no sorry, right"; undefined when nothing is taken back, or nothing said in its place. */
export function correctionIn({ text, words }: Said, language: Language): Correction | undefined {
  const { corrections, restatements } = language.mentions;
  const back = findAll(corrections, words).at(-1);
  const last = back ?? findAll(restatements, words).at(-1);
  const next = last && words[last.to];
  const first = last && words[last.from];
  if (!next || !first || pastFillers(words, 0, language) >= last.from) return undefined;
  return { before: hear(text.slice(0, first.start), language), after: hear(text.slice(next.start), language), sure: back !== undefined };
}

/** "30 yards. No, 50": a number that takes back what was said before, without saying of what. */
export function isRevised({ words }: Said, language: Language): boolean {
  return words.some(({ text, clause }, at) => at > 0 && clause !== words[at - 1]?.clause && language.negation.behind.includes(text) && amountAt(words, at + 1, language.numbers) !== undefined);
}
