import type { Language } from '../language.ts';
import { labelAt, labelsIn, type Label } from '../text/labels.ts';
import { ofAnother } from '../assertion/mention.ts';
import { findAt } from '../text/phrases.ts';
import { pastFillers } from '../text/said.ts';
import type { Word } from '../text/words.ts';
import { stanceOf, type Stance } from './evidence.ts';

/** A plain yes, no or not sure up to the word `to`; `alone`: it is one only because nothing follows in its clause. */
export type Plain = { stance: Stance; to: number; alone: boolean };

/** The plain yes, no or not sure that begins at this word, if no longer phrase of the question itself does. */
export function plainAt(words: readonly Word[], at: number, id: string, language: Language): Plain | undefined {
  const own = language.meanings.get(id);
  const partly = findAt(language['yes-no'].partly, words, at);
  const plain = labelAt(language['yes-no'].plain, words, at);
  const alone = labelAt(language['yes-no'].alone, words, at);
  const chosen = alone && endsAt(words, alone.to, language) && alone.to >= (plain?.to ?? 0) ? alone : plain;
  const longer = own && labelAt(own.phrases, words, at);
  return !chosen || (partly && partly.to > chosen.to) || (longer && longer.to > chosen.to) ? undefined : { stance: stanceOf(chosen.label), to: chosen.to, alone: chosen === alone };
}

/** The clause ends before this word, or goes on to say when or why: "a little, when I sit". */
export function endsAt(words: readonly Word[], at: number, language: Language): boolean {
  return words[at]?.clause !== words[at - 1]?.clause || language['yes-no'].goesOn.includes(words[at]?.text ?? '');
}

/** "It takes five minutes but yeah", "débiles no": the last words are a plain yes or no. */
export function lastWord(words: readonly Word[], language: Language): Stance | undefined {
  const clause = words.at(-1)?.clause;
  const start = words.findIndex((word) => word.clause === clause);
  const ends = (label: Label) => pastFillers(words, label.to, language) === words.length && label.label !== 'unsure';
  const last = labelsIn(language['yes-no'].plain, words, start).find(ends) ?? [labelAt(language['yes-no'].alone, words, start)].find((label) => label && ends(label));
  return last && !ofAnother(words, last.from, language) ? stanceOf(last.label) : undefined;
}
