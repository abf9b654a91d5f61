import type { Reach } from '../../dialog/value.ts';
import type { Language } from '../language.ts';
import { read, unread, type Reading } from '../reading.ts';
import { labelsIn } from '../text/labels.ts';
import { measuresIn, type Measure } from '../text/measures.ts';
import { isPast, ofAnother, saidOfNow } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { find, findAt } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import { isNegative } from '../text/sign.ts';
import type { TimeUnit } from '../when/span.ts';

const inMinutes: Partial<Record<TimeUnit, number>> = { second: 1 / 60, minute: 1, hour: 60 };

/**
 * How far or how long someone can walk or stand: feet or minutes as an inclusive range, no limit, or not at all.
 * @param told where the walking or standing stands that a place must be the end of, if nobody asked for it: "I lean on the cart at the
 * store and walk fine" names a place and says nothing of how far
 */
export function readReach({ words, text }: Said, language: Language, told?: number): Reading {
  const { unlimited, cannot, landmarks, units, vague, neither, reaching } = language.distances;
  const holds = ({ from }: { from: number }) => !isPast(words, from, language) && !ofAnother(words, from, language);
  const times = measuresIn(words, language.times.units, language).filter(holds);
  const distances = measuresIn(words, units, language).filter(holds);
  if ([...times, ...distances].some(({ from }) => isNegative(from, words, text, language))) return unread('out-of-range');
  const near = times.flatMap((measure) => minutesOf(measure));
  const far = distances.map((measure) => ({ from: measure.from, reach: feetOf(measure, language) }));
  const places = labelsIn(landmarks, words).flatMap(({ label, from }) => {
    const [first = 0, last = first] = label.split('-').map(Number);
    const beyond = [1, 2, 3].some((back) => findAt(language.distances.beyond, words, from - back) !== undefined);
    const isEnd = [0, 1, 2, 3].some((back) => (findAt(reaching, words, from - back)?.to ?? 0) >= from);
    const aside = label === 'not_said' || (told !== undefined && !(isEnd && from > told));
    return aside || (denied(words, from, language) && !beyond) || !holds({ from }) ? [] : [{ from, reach: { feet: [first, last] satisfies [number, number] } }];
  });
  const measured: { from: number; reach: Reach }[] = [...far, ...near].toSorted((one, other) => one.from - other.from);
  const [first] = saidOfNow<{ from: number; reach: Reach }>(measured.length > 0 ? measured : places, words, language);
  const none = find(neither, words) ? undefined : find(cannot, words);
  const endless = find(unlimited, words);
  // "He fell in the bathroom and can not walk", "the cart at the store and I walk fine": the place need not be how far.
  if (first && measured.length === 0 && (none ?? endless) && !(endless && endless.from < first.from)) return unread('unclear');
  if (first && !(endless && endless.from < first.from)) return isWithin(first.reach, language) ? read(first.reach) : unread('out-of-range');
  const little = find(vague, words);
  if (none && !endless && !little) return read({ cannot: true });
  if (endless && !none && !denied(words, endless.from, language)) return read({ unlimited: true });
  return unread(little ? 'too-vague' : 'unclear');
}

/** Not farther or longer than anyone goes. */
function isWithin(reach: Reach, { distances: { most } }: Language): boolean {
  return (!('feet' in reach) || reach.feet[1] <= most.feet) && (!('minutes' in reach) || reach.minutes[1] <= most.minutes);
}

function minutesOf({ min, max, unit, bound, from }: Measure<TimeUnit>): { from: number; reach: Reach }[] {
  const size = inMinutes[unit];
  return size === undefined ? [] : [{ from, reach: { minutes: around(min * size, max * size, bound, 0.1) } }];
}

function feetOf({ min, max, unit, bound }: Measure<string>, language: Language): Reach {
  const [shortest, longest] = language.distances.feet[unit] ?? [1, 1];
  return { feet: around(min * shortest, max * longest, bound, shortest === longest ? 0.1 : 0) };
}

/** What was said, with the rounding people do; a range said as a range stays as it is. */
function around(low: number, high: number, bound: Measure<string>['bound'], slack: number): [number, number] {
  if (bound === 'over') return [round(low), round(high * 1.5)];
  if (bound === 'under') return [round(low * 0.7), round(high)];
  if (bound === 'nearly') return [round(low * 0.8), round(high)];
  return low === high ? [round(low * (1 - slack)), round(high * (1 + slack))] : [round(low), round(high)];
}

function round(value: number): number {
  return value > 20 ? Math.round(value) : Math.round(value * 10) / 10;
}
