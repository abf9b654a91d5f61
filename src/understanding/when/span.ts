import type { Duration } from '../../dialog/value.ts';
import type { Language } from '../language.ts';
import { measuresIn, type Measure } from '../text/measures.ts';
import { find } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';

const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'decade'] as const;
export type TimeUnit = (typeof units)[number];

/** How many months a unit is, and how far off a count of it may be, in months: people round. */
const inMonths: Partial<Record<TimeUnit, { length: number; slack: number }>> = {
  day: { length: 1 / 30.4, slack: 1 / 30.4 },
  week: { length: 1 / 4.35, slack: 0.25 },
  month: { length: 1, slack: 1 },
  year: { length: 12, slack: 2 },
  decade: { length: 120, slack: 12 },
};

/** A length of time said, in months, and the words it was said with. */
export type Span = { months: Duration['months']; from: number; to: number };

/** The lengths of time in a message that count in days or more; ages ("75 years old") are not among them. */
export function spansIn(words: readonly Word[], language: Language): Span[] {
  const measures = measuresIn(words, language.times.units, language);
  const spans: Span[] = [];
  for (const measure of measures) {
    const months = monthsOf(measure);
    const age = find(language.times.old, words, measure.to, Math.min(words.length, measure.to + 2));
    if (!months || (age && age.from === measure.to)) continue;
    const last = spans.at(-1);
    const joined = last && measure.from - last.to <= 1 && (measure.unit === 'month' || measure.unit === 'week') && (words[last.to - 1]?.text ?? '') !== words[measure.to - 1]?.text;
    if (joined) last.months = [last.months[0] + months[0], last.months[1] + months[1]];
    else spans.push({ months, from: measure.from, to: measure.to });
  }
  return spans;
}

function monthsOf({ min, max, unit, bound }: Measure<TimeUnit>): Duration['months'] | undefined {
  const size = inMonths[unit];
  if (!size) return undefined;
  const [low, high] = [min * size.length, max * size.length];
  if (bound === 'over') return rounded(low, high * 1.25);
  if (bound === 'under') return rounded(low * 0.7, high);
  if (bound === 'nearly') return rounded(low - Math.min(size.slack * 2, low / 2), high + size.slack / 2);
  if (max > min) return rounded(low, high);
  const slack = Math.max(Math.min(size.slack, low / 2), unit === 'year' ? min / 2 : 0);
  return rounded(low - slack, high + slack);
}

function rounded(low: number, high: number): Duration['months'] {
  return [Math.max(0, tidy(low)), tidy(high)];
}

function tidy(months: number): number {
  return months >= 6 ? Math.round(months) : Math.round(months * 100) / 100;
}
