import type { Duration } from '../../dialog/value.ts';
import type { Language } from '../language.ts';
import { amountAt } from '../text/amounts.ts';
import { labelAt, labelsIn } from '../text/labels.ts';
import { findAt } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';
import { wholeNumbers } from '../text/years.ts';
import { spansIn, type Span } from './span.ts';

/** A stretch of the calendar: months counted from year 0, the end not included. */
type Stretch = { start: number; end: number; from: number; to: number };

const oldestYear = 1930;

/** When something was, as months before today: "in June", "March 2024", "last summer", "2021", "two weeks ago", "yesterday". */
export function agoIn(words: readonly Word[], language: Language, today: string): Span[] {
  const now = monthOf(today);
  const relative = labelsIn(language.times.relative, words).map(({ label, from, to }) => ({ months: rangeOf(label), from, to }));
  const parted = relative.flatMap(({ months, from, to }): Span[] => {
    const year = Math.floor(now / 12) - (months[0] > 6 ? 1 : 0);
    const { start, end } = partOf(year, words, from, language);
    const isYear = language.times.years.includes(words[to - 1]?.text ?? '') || language.times.years.includes(words[from]?.text ?? '');
    return isYear && end - start < 12 ? [{ months: [Math.max(0, Math.floor(now - end)), Math.ceil(now - start)], from, to }] : [];
  });
  if (parted.length > 0) return parted;
  const within = ({ months, from, to }: Span): Span => ({ months: [1, 2, 3, 4].some((back) => findAt(language.times.within, words, from - back)?.to === from) ? [0, months[1]] : months, from, to });
  const spans = [...spansIn(words, language).map(within), ...relative].toSorted((one, other) => one.from - other.from);
  const [year] = relative.length === 1 && spans.length === 1 ? relative : [];
  const named = year && stretchesIn(words, language, now, Math.floor((now - (year.months[0] + year.months[1]) / 2) / 12));
  if (spans.length > 0 && !(named && named.length === 1 && year && year.months[1] > 6)) return spans;
  return (named ?? stretchesIn(words, language, now)).flatMap(({ start, end, from, to }) => {
    if (start > now) return [];
    const before = findAt(language.times.before, words, from - 1) ? 2 : 0;
    return [{ months: [Math.max(0, Math.floor(now - end)), Math.ceil(now - start) + before], from, to }];
  });
}

/** Named months, seasons and feasts, each with its year or the last one there was, and bare years. */
function stretchesIn(words: readonly Word[], language: Language, now: number, inYear?: number): Stretch[] {
  const named = labelsIn(language.times.named, words).flatMap((label) => (label.label === 'not_said' ? [] : [{ ...label, range: rangeOf(label.label) }]));
  const months = words.flatMap((word, at) => {
    const month = language.dates.months[word.text];
    return month === undefined || (findAt(language.times.notMonths, words, at) ?? findAt(language.times.notMonths, words, at - 1)) ? [] : [{ range: [month, month] as const, from: at, to: at + 1 }];
  });
  const numeric = words.flatMap((word, at) => (isMonthAt(words, at) ? [{ range: [Number(word.text), Number(word.text)] as const, from: at, to: at + 2 }] : []));
  const found = [...named, ...months, ...numeric].map(({ range: [first, last], from, to }) => {
    const year = yearNear(words, from, to, language, now) ?? inYear;
    const latest = lastStart(first, now);
    const length = (last >= first ? last - first : last + 12 - first) + (Number.isInteger(first) ? 1 : 0);
    // "Last November" and "last fall", said in November.
    const isLast = (latest > now - 1 || latest + length > now) && [from - 1, from].some((at) => findAt(language.times.last, words, at));
    const before = isLast || findAt(language.times.beforeLast, words, to) ? 12 : 12 * (timesAgo(words, from, to, language) - 1);
    const start = year === undefined ? latest - before : year * 12 + first - 1;
    return { start, end: start + length, from, to };
  });
  if (found.length > 0) return found;
  const eras = labelsIn(language.times.eras, words).map(({ label, from, to }) => ({ start: rangeOf(label)[0] * 12, end: rangeOf(label)[1] * 12 + 12, from, to }));
  if (eras.length > 0) return eras;
  return words.flatMap((word, at) => {
    if (/^\d0$/u.test(word.text) && words[at + 1]?.text === 's') return [{ start: (1900 + Number(word.text)) * 12, end: (1910 + Number(word.text)) * 12, from: at, to: at + 2 }];
    const year = yearAt(words, at, language, now);
    return year === undefined ? [] : [{ ...partOf(year, words, at, language), from: at, to: at + 1 }];
  });
}

/** "Two Christmases ago": how many of them back, the last one if nothing is counted. */
function timesAgo(words: readonly Word[], from: number, to: number, { times: { ago }, numbers }: Language): number {
  const count = amountAt(words, from - 1, numbers);
  return count?.to === from && Number.isInteger(count.min) && count.min > 0 && count.min === count.max && findAt(ago, words, to) ? count.min : 1;
}

/** A year, or the part of it told before it: "early in 2024", "the end of 2023". */
function partOf(year: number, words: readonly Word[], at: number, { times: { parts } }: Language): Pick<Stretch, 'start' | 'end'> {
  const part = [1, 2, 3].flatMap((back) => labelAt(parts, words, at - back) ?? []).find(({ to }) => to === at);
  const [first, last] = rangeOf(part?.label ?? '1-12');
  return { start: year * 12 + first - 1, end: year * 12 + last };
}

/** The first number of "06/2024". */
function isMonthAt(words: readonly Word[], at: number): boolean {
  const month = Number(words[at]?.text);
  return /^[-/]$/u.test(words[at + 1]?.text ?? '') && /^\d{4}$/u.test(words[at + 2]?.text ?? '') && !/^[-/]$/u.test(words[at - 1]?.text ?? '') && Number.isInteger(month) && month >= 1 && month <= 12;
}

/** The last time this month began before now. */
function lastStart(month: number, now: number): number {
  const thisYear = Math.floor(now / 12) * 12 + month - 1;
  return thisYear > now - 0.1 ? thisYear - 12 : thisYear;
}

function yearNear(words: readonly Word[], from: number, to: number, language: Language, now: number): number | undefined {
  for (const at of [to, to + 1, to + 2, from - 1]) {
    const year = yearAt(words, at, language, now);
    if (year !== undefined) return year;
  }
  return undefined;
}

/** "2019", "'19", "nineteen ninety four" at this word. */
function yearAt(words: readonly Word[], at: number, language: Language, now: number): number | undefined {
  const text = words[at]?.text ?? '';
  const latest = Math.floor(now / 12);
  if (/^\d{4}$/u.test(text)) return Number(text) >= oldestYear && Number(text) <= latest ? Number(text) : undefined;
  const decade = /^\d0$/u.test(text) && words[at + 1]?.text === 's';
  // The ten of "5 out of 10".
  const isScale = [1, 2, 3].some((back) => (findAt(language.scales.outOf, words, at - back)?.to ?? 0) > at);
  const short = /^\d{2}$/u.test(text) && !decade && !isScale && (words[at - 1]?.text === "'" || findAt(language.times.beforeYear, words, at - 1)?.to === at);
  if (short) return Number(text) + (Number(text) <= latest % 100 ? 2000 : 1900);
  const [spoken] = /^[a-z]/u.test(text) ? wholeNumbers(words.slice(at, at + 4), language) : [];
  const year = Number(spoken);
  return spoken?.length === 4 && year >= oldestYear && year <= latest && language.numbers.words[text] !== undefined ? year : undefined;
}

/** Today in months counted from year 0, with the days as a part. */
function monthOf(today: string): number {
  return Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + (Number(today.slice(8, 10)) - 1) / 30.4;
}

function rangeOf(label: string): Duration['months'] {
  const [first = 0, last = first] = label.split('-').map(Number);
  return [first, last];
}
