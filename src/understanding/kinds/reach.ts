import type { Reach } from '../../dialog/value.ts';
import type { Language } from '../language.ts';
import { read, unread, type Reading } from '../reading.ts';
import { labelsIn } from '../text/labels.ts';
import { measuresIn, type Measure } from '../text/measures.ts';
import { asCarer, isOnlyOfAnother, isPast, ofAnother, partAround, saidOfNow } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { find, findAll, findAt } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import { isNegative } from '../text/sign.ts';
import type { Word } from '../text/words.ts';
import type { TimeUnit } from '../when/span.ts';

const inMinutes: Partial<Record<TimeUnit, number>> = { second: 1 / 60, minute: 1, hour: 60 };

type Place = { from: number; reach: Reach };

/**
 * How far or how long someone can walk or stand: feet or minutes as an inclusive range, no limit, or not at all. What is said of
 * another person alone ("my dad can do half a block") is said by somebody who answers for the patient.
 * @param told where the walking or standing stands that a place must be the end of, if nobody asked for it: "I lean on the cart at the
 * store and walk fine" names a place and says nothing of how far
 */
export function readReach(said: Said, language: Language, told?: number): Reading {
  const words = partedAtEnd(said.words, language);
  const reading = reachOf({ ...said, words }, language, told);
  return !reading.ok && told === undefined && isOnlyOfAnother(words, language) ? reachOf({ ...said, words }, asCarer(language), told) : reading;
}

function reachOf({ words, text }: Said, language: Language, told?: number): Reading {
  const { unlimited, cannot, units, vague, neither } = language.distances;
  const holds = ({ from, to = from }: { from: number; to?: number }) => !isUntilEase(words, to, language) && !isElsewise(words, from, language) && !isPast(words, from, language) && !isBefore(words, from, language) && !isOfThen(words, from, language) && !isAside(words, from, language) && (!ofAnother(words, from, language) || isPacedOff(words, from, language));
  const times = measuresIn(words, language.times.units, language).filter(holds);
  const distances = measuresIn(words, units, language).filter(holds);
  if ([...times, ...distances].some(({ from }) => isNegative(from, words, text, language))) return unread('out-of-range');
  const near = times.flatMap((measure) => minutesOf(measure));
  const far = distances.map((measure) => ({ from: measure.from, reach: feetOf(measure, language) }));
  const measured: Place[] = [...far, ...near].toSorted((one, other) => one.from - other.from);
  const places = measured.length > 0 ? [] : placesIn(words, language, told).filter(holds);
  const little = find(vague, words);
  const none = find(neither, words) ? undefined : findAll(cannot, words).find(({ from, to }) => !findAll(vague, words).some((some) => some.from <= from && some.to >= to && some.to - some.from > to - from));
  const free = findAll(unlimited, words).filter(holds);
  const now = saidOfNow([...measured, ...places, ...free], words, language);
  const endless = free.find((one) => now.includes(one));
  const first = chosenOf([...measured, ...places].filter((one) => now.includes(one)), words, language);
  // "He fell in the bathroom and can not walk", "the cart at the store and I walk fine": the place need not be how far.
  if (first && measured.length === 0 && (none ?? endless) && !(endless && endless.from < first.from)) return unread('unclear');
  if (first && !(endless && endless.from < first.from)) return isWithin(first.reach, language) ? read(first.reach) : unread('out-of-range');
  if (none && !endless && !little) return read({ cannot: true });
  if (endless && !none && !denied(words, endless.from, language)) return read({ unlimited: true });
  return unread(little ? 'too-vague' : 'unclear');
}

/** "Two blocks and then I can not": what ends the walk says nothing of the measure before it. */
function partedAtEnd(words: readonly Word[], { distances: { ends } }: Language): readonly Word[] {
  const end = find(ends, words);
  return end === undefined || end.from === 0 ? words : words.map((word, at) => (at >= end.from ? { ...word, clause: word.clause + 1 } : word));
}

/** "Which my grandson paced off at 200 feet" tells who measured, and not who walks. */
function isPacedOff(words: readonly Word[], at: number, { distances: { pacedOff } }: Language): boolean {
  return find(pacedOff, words.filter(({ clause }) => clause === words[at]?.clause)) !== undefined;
}

/** "It takes me 20 minutes", "I rest 5 minutes", "he wants me to walk a mile": measures that tell something else. */
function isAside(words: readonly Word[], at: number, { distances: { asideBefore, wished } }: Language): boolean {
  const told = words.findLastIndex((word, place) => place < at && word.clause !== words[at]?.clause) + 1;
  return [1, 2, 3, 4].some((back) => findAt(asideBefore, words, at - back)?.to === at) || find(wished, words, told, at) !== undefined;
}

/** "I stop and stand there, two minutes, and it's gone": how long it takes to ease. */
function isUntilEase(words: readonly Word[], to: number, { distances: { untilEase } }: Language): boolean {
  return findAt(untilEase, words, to) !== undefined;
}

/** "On the bike I can do ten miles". */
function isElsewise(words: readonly Word[], at: number, { distances: { notOnFoot } }: Language): boolean {
  return find(notOnFoot, words.filter(({ clause }) => clause === words[at]?.clause)) !== undefined;
}

/** "Before it was a mile, now not even half": where something holds now, it is another thing. */
function isBefore(words: readonly Word[], at: number, { choosing: { before }, mentions: { now } }: Language): boolean {
  const clause = words[at]?.clause;
  const today = find(now, words);
  return today !== undefined && words[today.from]?.clause !== clause && find(before, words.filter((word) => word.clause === clause)) !== undefined;
}

/** "5 years ago I could walk 10 miles", but not "since my fall two years ago a block". */
function isOfThen(words: readonly Word[], at: number, language: Language): boolean {
  const { from, to } = partAround(words, at, language);
  const { bygone, today } = language.distances;
  return find(bygone, words, from, to) !== undefined && find(today, words, from, to) === undefined;
}

/** Places that are told as the end of a walk. */
function placesIn(words: readonly Word[], language: Language, told: number | undefined): Place[] {
  const { landmarks, beyond, reaching } = language.distances;
  return labelsIn(landmarks, words).flatMap(({ label, from }) => {
    const [first = 0, last = first] = label.split('-').map(Number);
    const isBeyond = [1, 2, 3, 4, 5, 6].some((back) => findAt(beyond, words, from - back) !== undefined && words[from - back]?.clause === words[from]?.clause);
    const isEnd = [0, 1, 2, 3].some((back) => (findAt(reaching, words, from - back)?.to ?? 0) >= from);
    const aside = label === 'not_said' || (told !== undefined && !(isEnd && from > told));
    return aside || (denied(words, from, language) && !isBeyond) ? [] : [{ from, reach: { feet: [first, last] } }];
  });
}

/** The first of several, or that without the cart; of good days and bad days both ends. */
function chosenOf(all: readonly Place[], words: readonly Word[], { distances: { unaided, varies } }: Language): Place | undefined {
  const clauseOf = ({ from }: Place) => words.filter(({ clause }) => clause === words[from]?.clause);
  const alone = all.length > 1 ? all.filter((one) => find(unaided, clauseOf(one))) : [];
  const [first, second] = alone.length > 0 ? alone : all;
  if (!first || !second || !find(varies, words)) return first;
  const [one, other] = [first.reach, second.reach];
  if ('feet' in one && 'feet' in other) return { ...first, reach: { feet: bothEnds(one.feet, other.feet) } };
  return 'minutes' in one && 'minutes' in other ? { ...first, reach: { minutes: bothEnds(one.minutes, other.minutes) } } : first;
}

function bothEnds(one: readonly [number, number], other: readonly [number, number]): [number, number] {
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}

/** Not farther or longer than anyone goes. */
function isWithin(reach: Reach, { distances: { most } }: Language): boolean {
  return (!('feet' in reach) || reach.feet[1] <= most.feet) && (!('minutes' in reach) || reach.minutes[1] <= most.minutes);
}

function minutesOf({ min, max, unit, bound, from }: Measure<TimeUnit>): Place[] {
  const size = inMinutes[unit];
  return size === undefined ? [] : [{ from, reach: { minutes: around([min, max], [size, size], bound, 0.1) } }];
}

function feetOf({ min, max, unit, bound }: Measure<string>, language: Language): Reach {
  const [shortest, longest] = language.distances.feet[unit] ?? [1, 1];
  return { feet: around([min, max], [shortest, longest], bound, shortest === longest ? 0.1 : 0) };
}

/** What was said, with the rounding people do; a range said as a range has its own end: "four or five minutes at best". */
function around([least, most]: readonly [number, number], [shortest, longest]: readonly [number, number], bound: Measure<string>['bound'], slack: number): [number, number] {
  const [low, high] = [least * shortest, most * longest];
  if (bound === 'over') return [round(low), round(high * 1.5)];
  if (bound === 'under') return [round(least < most ? low : low * 0.7), round(high)];
  if (bound === 'nearly') return [round(low * 0.8), round(high)];
  return low === high ? [round(low * (1 - slack)), round(high * (1 + slack))] : [round(low), round(high)];
}

function round(value: number): number {
  return value > 20 ? Math.round(value) : Math.round(value * 10) / 10;
}
