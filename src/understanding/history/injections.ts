import type { Language } from '../language.ts';
import type { TimeUnit } from '../when/span.ts';
import { readYesNo } from '../kinds/yes-no.ts';
import { amountsIn } from '../text/amounts.ts';
import { labelsIn } from '../text/labels.ts';
import { measuresIn, type Measure } from '../text/measures.ts';
import { denied } from '../assertion/negation.ts';
import { ofAnother } from '../assertion/mention.ts';
import { find, findAt } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import { outcomeOf, outcomesIn } from './treatments.ts';

/** Injections into the back: whether, how many, what relief, and for how many weeks. */
export type Injections = { had: string; count?: number; relief?: string; relief_weeks?: [number, number] };

const reliefOf: Readonly<Record<string, string>> = { helped: 'full', partial: 'partial', temporary: 'temporary', none: 'none', worse: 'none' };
const weeksIn: Partial<Record<TimeUnit, readonly [number, number]>> = { day: [1 / 7, 1 / 7], week: [1, 1], month: [4, 4.5], year: [50, 54] };

/** What a message says of injections; undefined when it says nothing of them. `asked`: it answers that very question. */
export function readInjections(said: Said, language: Language, today: string, asked: boolean): Injections | undefined {
  const { words } = said;
  const { elsewhere, full, counts, counted } = language.injections;
  const all = labelsIn(language.treatments, words).filter(({ label, from }) => label === 'esi' && !ofAnother(words, from, language));
  const named = all.length > 0;
  if (!named && !asked) return undefined;
  const plain = readYesNo(said, 'injections', language, today);
  const had = plain.ok && typeof plain.value === 'string' ? plain.value : undefined;
  if (had === undefined && find(language.mentions.planned, words)) return undefined;
  const isElsewhere = find(elsewhere, words) !== undefined;
  if (isElsewhere && !asked) return undefined;
  if (had === 'no' || (isElsewhere && had !== 'yes')) return { had: 'no' };
  if (named && had === undefined && outcomesIn(words, language).length === 0 && all.every(({ from }) => denied(words, from, language))) return { had: 'no' };
  const count = countIn(said, language, counts, counted, asked);
  const told = outcomesIn(words, language);
  const span = measuresIn(words, language.times.units, language).find((measure) => weeksIn[measure.unit] !== undefined && isRelief(measure, said, language));
  const relief = find(full, words) ? 'full' : span ? 'temporary' : reliefOf[outcomeOf(told)];
  if (had === undefined && count === undefined && relief === undefined && !named) return undefined;
  if (had === 'unsure' && count === undefined && relief === undefined) return undefined;
  return {
    had: 'yes',
    ...(count !== undefined && { count }),
    ...(relief !== undefined && { relief: relief === 'full' && !find(full, words) ? 'partial' : relief }),
    ...(span && { relief_weeks: weeks(span) }),
  };
}

/** "2 ESIs", "three of them", "x3", "just the one", "twice"; a number of weeks is not one. */
function countIn({ words }: Said, language: Language, counts: Language['injections']['counts'], counted: Language['injections']['counted'], asked: boolean): number | undefined {
  const times = measuresIn(words, language.times.units, language);
  const amounts = amountsIn(words, language.numbers).filter(({ min, max, from, to }) => !times.some((time) => from >= time.from && to <= time.to) && min === max && Number.isInteger(min) && min < 30 && !language.times.units.has(words[to]?.text ?? ''));
  const direct = amounts.find(({ from, to }) => findAt(counted, words, to) ?? findAt(counted, words, to + 1) ?? (words[from - 1]?.text === 'x' || undefined));
  const word = labelsIn(counts, words).find(({ from, to }) => !times.some((time) => from < time.to && time.from < to));
  if (direct) return direct.min;
  return word ? Number(word.label) : asked && amounts.length === 1 ? amounts[0]?.min : undefined;
}

/** A stretch of time is how long the relief was, unless it says when or how often: "3 weeks ago", "every 3 months", "6 weeks apart". */
function isRelief({ from, to }: Measure<TimeUnit>, { words }: Said, language: Language): boolean {
  return !findAt(language.times.ago, words, to) && !findAt(language.injections.spacing, words, to) && ![1, 2].some((back) => findAt(language.injections.notRelief, words, from - back));
}

function weeks({ min, max, unit }: Measure<TimeUnit>): [number, number] {
  const [shortest, longest] = weeksIn[unit] ?? [1, 1];
  return [Math.round(min * shortest * 10) / 10, Math.round(max * longest * 10) / 10];
}
