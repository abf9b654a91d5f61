import type { Language } from '../language.ts';
import { exact, read, unread, type Asked, type Reading } from '../reading.ts';
import { amountsIn, type Amount } from '../text/amounts.ts';
import { labelAt } from '../text/labels.ts';
import { measuresIn } from '../text/measures.ts';
import { asCarer, isOnlyOfAnother, isPlanned, ofAnother } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { find, findAt, type Phrases } from '../text/phrases.ts';
import { pastFillers, type Said } from '../text/said.ts';
import { isNegative } from '../text/sign.ts';
import type { Word } from '../text/words.ts';

/** "A 9, sometimes a 10": more words between two numbers, and they tell two things. */
const mostBetween = 3;

/**
 * A number within the question's range: "7", "about seven", "7/10", "an 8 on bad days". Of a narrow range ("7 or 8") it is the
 * middle. Several numbers are told apart by the question's own words ("right now", "at worst"), or none is taken. What is said of
 * another person alone ("my mother is 82") is said by somebody who answers for the patient.
 */
export function readNumber(said: Said, asked: Asked, language: Language): Reading {
  const reading = numberIn(said, asked, language);
  return !reading.ok && reading.perhaps === undefined && isOnlyOfAnother(said.words, language) ? numberIn(said, asked, asCarer(language)) : reading;
}

function numberIn({ words, text }: Said, asked: Asked, language: Language): Reading {
  const own = language.scales.questions[asked.id];
  const all = mergedNeighbours(amountsIn(words, language.numbers).filter((amount) => belongs(amount, words, asked.id, language)));
  const amounts = own?.whole ? ofToday(all, asked, words, language) : all;
  const [first] = amounts;
  if (!first) return asked.range?.min === 0 && isZero(words, own?.prefer, language) ? read(0) : unread('unclear');
  const preferred = amounts.length > 1 && own?.prefer ? nearestTo(own.prefer, words, amounts) : undefined;
  const chosen = amounts.length === 1 ? first : preferred;
  if (!chosen) return unread('unclear', amounts.map(middle));
  if (isNegative(chosen.from, words, text, language)) return unread('out-of-range');
  if (amounts.length === 1 && own?.past && find(own.past, words) && !(own.prefer && find(own.prefer, words))) return unread('unclear');
  if (!own?.whole && isPart(chosen, words, language)) return unread('unclear');
  const value = own?.whole ? Math.floor(chosen.min) : middle(chosen);
  // "I'll be 80 in January" is 79 today.
  if (own?.whole && isTurning(chosen, words, language)) return read(value - 1, false);
  if (asked.range && (value < asked.range.min || value > asked.range.max)) return unread('out-of-range');
  if ([1, 2, 3, 4].some((back) => findAt(language.scales.bounds, words, chosen.from - back)?.to === chosen.from)) return unread('too-vague', [value]);
  if (words[chosen.to]?.clause === words[chosen.from]?.clause && language.scales.vague.includes(words[chosen.to]?.text ?? '')) return unread('too-vague', [value]);
  // "Seventy-one next week".
  if (own?.whole && isPlanned(words, chosen.from, language)) return unread('too-vague', [value]);
  const end = findAt(language.scales.outOf, words, chosen.to)?.to ?? chosen.to;
  return pastFillers(words, 0, language) === chosen.from && end === words.length && chosen.min === chosen.max ? exact(value) : read(value, amounts.length === 1);
}

/** "No pain", "right now nothing": the message begins so, but for words that say when. */
function isZero(words: readonly Word[], when: Phrases | undefined, language: Language): boolean {
  const start = pastFillers(words, 0, language);
  const time = when && findAt(when, words, start);
  return findAt(language.scales.zero, words, time ? pastFillers(words, time.to, language) : start) !== undefined;
}

/** Not the ten of "out of ten", not a number of minutes, years or pills, not somebody else's, not one that is denied. */
function belongs(amount: Amount, words: readonly Word[], id: string, language: Language): boolean {
  const { outOf, questions } = language.scales;
  const scaleEnd = [1, 2, 3].some((back) => (findAt(outOf, words, amount.from - back)?.to ?? 0) >= amount.to);
  const measured = [...measuresIn(words, language.times.units, language), ...measuresIn(words, language.distances.units, language)].find(({ from, to }) => amount.from >= from && amount.to <= to);
  const counts = words[amount.to]?.clause === words[amount.from]?.clause && (language.scales.things.includes(words[amount.to]?.text ?? '') || [0, 1].some((skipped) => labelAt(language.treatments, words, amount.to + skipped)));
  return !scaleEnd && !counts && (measured === undefined || measured.unit === questions[id]?.unit) && !denied(words, amount.from, language) && !ofAnother(words, amount.from, language);
}

/** "86, farmed till I was eighty with a few cows": neither an age of another time nor a number that is no patient's age is today's. */
function ofToday(ages: readonly Amount[], { range }: Asked, words: readonly Word[], { times: { agedThen, agedThenBehind } }: Language): readonly Amount[] {
  const later = ages.filter(({ to }) => !findAt(agedThenBehind, words, to));
  const now = later.filter(({ from, min }) => (range === undefined || min >= range.min) && ![1, 2, 3, 4].some((back) => findAt(agedThen, words, from - back)?.to === from));
  return now.length > 0 ? now : later;
}

/** "Half", "three quarters": a part of something, and nobody knows of what; "0.5" is a number. */
function isPart({ from, to, min }: Amount, words: readonly Word[], { numbers: { parts, fractions } }: Language): boolean {
  const next = words[to]?.text ?? '';
  const isNamed = Object.hasOwn(parts, next) || Object.hasOwn(fractions, next);
  return isNamed || (min > 0 && min < 1 && !/^\d*\.\d+$/u.test(words[from]?.text ?? ''));
}

/** An age that comes with the next birthday, which is less than a year off. */
function isTurning({ from, to }: Amount, words: readonly Word[], { scales: { turning, soon } }: Language): boolean {
  return [1, 2, 3, 4].some((back) => findAt(turning, words, from - back)?.to === from) && findAt(soon, words, to) !== undefined;
}

/** "A 9, sometimes a 10" is a range. */
function mergedNeighbours(amounts: readonly Amount[]): readonly Amount[] {
  const [first, second] = amounts;
  if (!first || !second || amounts.length > 2 || Math.abs(second.min - first.max) > 1 || second.from - first.to > mostBetween) return amounts;
  return [{ ...first, min: Math.min(first.min, second.min), max: Math.max(first.max, second.max), to: second.to }];
}

function nearestTo(prefer: Parameters<typeof find>[0], words: readonly Word[], amounts: readonly Amount[]): Amount | undefined {
  const mark = find(prefer, words);
  if (!mark) return undefined;
  const away = (amount: Amount) => (amount.from >= mark.to ? amount.from - mark.to : mark.from - amount.to) + (words[amount.from]?.clause === words[mark.from]?.clause ? 0 : 10);
  const [nearest, next] = amounts.toSorted((one, other) => away(one) - away(other));
  return nearest && next && away(nearest) < away(next) ? nearest : undefined;
}

function middle({ min, max }: Amount): number {
  return (min + max) / 2;
}
