import type { Language } from '../language.ts';
import { find, findAll, findAt, type Phrases } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';

/** How far a clause is looked through on either side, in words; people who dictate put no points. */
const farthest = 20;

/** Whether what is said at this word is said of somebody else: "my sister did", but not "my sister says I did". */
export function ofAnother(words: readonly Word[], at: number, language: Language): boolean {
  const { others, own, othersBehind } = language.negation;
  const { from, to } = partAround(words, at, language);
  if (findAt(own, words, at) && !findAt(others, words, at)) return false;
  for (let place = at - 1; place >= from; place -= 1) {
    if (findAt(others, words, place)) return true;
    if (findAt(own, words, place)) return false;
  }
  // "Cancer? My dad did."
  const next = findAt(othersBehind, words, to);
  const isAll = next !== undefined && words[next.to]?.clause !== words[to]?.clause;
  return isAll || find(othersBehind, words, at + 1, to) !== undefined;
}

/** The language as somebody speaks it who answers for the patient: "my mother" is the patient then, and "she is 84" her age. */
export function asCarer(language: Language): Language {
  const { negation, volunteered } = language;
  return { ...language, negation: { ...negation, ...negation.carer }, volunteered: { ...volunteered, age: { ...volunteered.age, before: volunteered.age.carer } } };
}

/** Whether somebody else is spoken of and nobody says "I": at a question to the patient that is said by somebody who answers for the patient. */
export function isOnlyOfAnother(words: readonly Word[], { negation: { others, own }, volunteered: { carer } }: Language): boolean {
  return find(others, words) !== undefined && find(carer.alike, words) === undefined && findAll(own, words).every(({ from }) => findAt(others, words, from) !== undefined);
}

/** The language of who answers this question: of a carer where a parent is spoken of as one calls them, "mom takes Plavix". */
export function asAnswered(words: readonly Word[], question: string, language: Language): Language {
  const { called, notCalled, inherited } = language.volunteered.carer;
  // "No, mom was on one" answers for oneself.
  const isOwn = inherited.includes(question) || language.negation.behind.includes(words[0]?.text ?? '');
  const isCalled = !isOwn && find(called, words) !== undefined && !find(notCalled, words) && isOnlyOfAnother(words, language);
  return isCalled ? asCarer(language) : language;
}

/** Whether what is said at this word is still to come: "they want to do an MRI". */
export function isPlanned(words: readonly Word[], at: number, language: Language): boolean {
  return standsBeside(language.mentions.planned, words, at, language);
}

/** Whether what is said at this word held once: "used to walk three miles". */
export function isPast(words: readonly Word[], at: number, language: Language): boolean {
  return standsBeside(language.mentions.past, words, at, language);
}

/** Those of several things said that stand beside a "now", or all of them where none does: "a mile last year, now half a block". */
export function saidOfNow<T extends { from: number }>(all: readonly T[], words: readonly Word[], language: Language): readonly T[] {
  const now = all.filter(({ from }) => standsBeside(language.mentions.now, words, from, language));
  return now.length > 0 ? now : all;
}

/** Said of somebody else, of another time, or of what is still to come. */
export function isElsewhere(words: readonly Word[], at: number, language: Language): boolean {
  return ofAnother(words, at, language) || isPlanned(words, at, language) || isPast(words, at, language);
}

function standsBeside(list: Phrases, words: readonly Word[], at: number, language: Language): boolean {
  const { from, to } = partAround(words, at, language);
  return find(list, words, from, to) !== undefined;
}

/** The stretch of a clause around a word, up to the next "but" on either side. */
export function partAround(words: readonly Word[], at: number, { negation: { breaks } }: Language): { from: number; to: number } {
  const ends = (place: number) => words[place]?.clause !== words[at]?.clause || breaks.includes(words[place]?.text ?? '');
  let [from, to] = [at, at + 1];
  while (from > 0 && at - from < farthest && !ends(from - 1)) from -= 1;
  while (to < words.length && to - at <= farthest && !ends(to)) to += 1;
  return { from, to };
}
