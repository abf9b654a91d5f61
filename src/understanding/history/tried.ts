import type { Language } from '../language.ts';
import { isPlanned, partAround } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { find, findAll, findAt } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';

type Place = { from: number; to: number };

/** In words, from what is left out back to "everything but", from a treatment back to "I quit", and from one treatment to another in one breath. */
const farthest = { leftOut: 7, givenUp: 3, joined: 1 };

/** Those of the treatments named in a sentence that were tried: not refused, only planned, or prescribed and never taken. */
export function triedOf<T extends Place>(named: readonly T[], words: readonly Word[], outcomes: readonly Place[], language: Language): T[] {
  const untaken = untakenOf(named, words, outcomes, language);
  return named.filter((one) => !untaken.has(one) && !isDenied(words, one.from, outcomes, language) && !isLeftOut(words, one.from, language) && !isOnlyPlanned(one, named, words, outcomes, language));
}

/** Where it is told that a treatment was never taken or was refused: "never filled it", "told them no". */
export function untakenIn(words: readonly Word[], { outcomes: { untaken } }: Language): Place[] {
  return findAll(untaken, words);
}

/** A treatment stands before what tells that it was not taken, and nothing that came of it stands between. */
function untakenOf<T extends Place>(named: readonly T[], words: readonly Word[], outcomes: readonly Place[], language: Language): Set<T> {
  const found = new Set<T>();
  for (const { from } of untakenIn(words, language)) {
    let end = from;
    for (const one of named.filter(({ to }) => to <= from).toReversed()) {
      const isNext = end === from || end - one.to <= farthest.joined;
      if (!isNext || outcomes.some((outcome) => outcome.from >= one.to && outcome.to <= from)) break;
      found.add(one);
      end = one.from;
    }
  }
  return found;
}

/** "Never tried acupuncture"; but "I quit the tramadol", and "no help from acupuncture". */
function isDenied(words: readonly Word[], at: number, outcomes: readonly Place[], language: Language): boolean {
  const isGivenUp = Array.from({ length: farthest.givenUp }, (_, back) => at - back - 1).some((start) => findAt(language.outcomes.givenUp, words, start) !== undefined);
  const either = find(language.outcomes.either, words, Math.max(0, at - farthest.leftOut), at);
  const isWeighed = either && outcomes.some(({ from, to }) => from >= at && findAt(language.negation.before, words, from)?.to !== to && words[from]?.clause === words[either.from]?.clause && words[from]?.clause === words[at]?.clause);
  return denied(words, at, language) && !isGivenUp && !isWeighed && !outcomes.some(({ from, to }) => from <= at && at - to <= 3);
}

/** "Everything but surgery", "I turned down the shots". */
function isLeftOut(words: readonly Word[], at: number, language: Language): boolean {
  return Array.from({ length: farthest.leftOut }, (_, back) => at - back - 1).some((start) => findAt(language.outcomes.allBut, words, start)?.to === at);
}

/** "They want to do a shot, Tylenol helps a little"; but "they suggested a shot, and it helped". */
function isOnlyPlanned<T extends Place>(one: T, named: readonly T[], words: readonly Word[], outcomes: readonly Place[], language: Language): boolean {
  if (!isPlanned(words, one.from, language)) return false;
  const { reasons, collective, wasDone } = language.outcomes;
  const { to } = partAround(words, one.from, language);
  const next = outcomes.find(({ from }) => from >= one.to && !findAt(collective, words, from));
  if (!next || named.some(({ from }) => from >= one.to && from < next.from)) return true;
  if (next.from < to) return find(reasons, words, one.to, next.from) !== undefined;
  const begins = words[to]?.clause === words[one.from]?.clause ? to + 1 : to;
  return next.from !== begins && findAt(wasDone, words, begins) === undefined;
}
