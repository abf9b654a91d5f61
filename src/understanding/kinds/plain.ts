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
  const chosen = alone && endsAlone(words, alone, language) && alone.to >= (plain?.to ?? 0) ? alone : plain;
  if (!chosen || (partly && partly.to > chosen.to)) return undefined;
  // "I can't tell when I have to go" is more than "I can't tell", and begins a word later.
  const places = stanceOf(chosen.label) === 'unsure' ? [at, at + 1, at + 2].filter((place) => place < chosen.to) : [at];
  const isLonger = own !== undefined && places.some((place) => (labelAt(own.phrases, words, place)?.to ?? 0) > chosen.to);
  return isLonger ? undefined : { stance: stanceOf(chosen.label), to: chosen.to, alone: chosen === alone };
}

/** The clause ends before this word, or goes on to say when or why: "a little, when I sit". */
export function endsAt(words: readonly Word[], at: number, language: Language): boolean {
  return words[at]?.clause !== words[at - 1]?.clause || language['yes-no'].goesOn.includes(words[at]?.text ?? '');
}

/** The same of what means yes or no only alone: "it is when I walk", but not "it is on my chart". */
function endsAlone(words: readonly Word[], { from, to }: Label, language: Language): boolean {
  return links(words, { from, to }, language) ? words[to]?.clause !== words[to - 1]?.clause || language['yes-no'].linking.goesOn.includes(words[to]?.text ?? '') : endsAt(words, to, language);
}

/** "A little bit the last few days, down below": what is a yes alone is one with what the question is about, too. */
export function beginsPartly(words: readonly Word[], language: Language): boolean {
  const said = labelAt(language['yes-no'].alone, words, pastFillers(words, 0, language));
  return said?.label === 'yes' && !links(words, said, language);
}

/** "It is", "they are": what follows says what it is, and how they are. */
function links(words: readonly Word[], { from, to }: Pick<Label, 'from' | 'to'>, language: Language): boolean {
  return words.slice(from, to).some(({ text }) => language['yes-no'].linking.words.includes(text));
}

/** "It takes five minutes but yeah", "débiles no": the last words are a plain yes or no. */
export function lastWord(words: readonly Word[], language: Language): Stance | undefined {
  const last = lastLabel(words, language);
  return last && stanceOf(last.label);
}

/** "A hard chair yes, the sofa no": the words before the last one end in the opposite, and are not said of somebody else. */
export function saysBoth(words: readonly Word[], language: Language): boolean {
  const last = lastLabel(words, language);
  const others = last ? labelsIn(language['yes-no'].plain, words, 0, last.from) : [];
  return others.some(({ label, from, to }) => label !== last?.label && label !== 'unsure' && endsAt(words, to, language) && !ofAnother(words, from, language));
}

function lastLabel(words: readonly Word[], language: Language): Label | undefined {
  const { plain, alone } = language['yes-no'];
  const start = words.findIndex((word) => word.clause === words.at(-1)?.clause);
  const ends = (label: Label) => (links(words, label, language) ? label.to : pastFillers(words, label.to, language)) === words.length && label.label !== 'unsure';
  const last = labelsIn(plain, words, start).find(ends) ?? [labelAt(alone, words, start)].find((label) => label && ends(label));
  return last && !ofAnother(words, last.from, language) ? last : undefined;
}
