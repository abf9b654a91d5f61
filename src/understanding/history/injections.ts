import type { Language } from '../language.ts';
import type { TimeUnit } from '../when/span.ts';
import { plainAt } from '../kinds/plain.ts';
import { readYesNo } from '../kinds/yes-no.ts';
import { amountsIn, type Amount } from '../text/amounts.ts';
import { labelsIn } from '../text/labels.ts';
import { measuresIn, type Measure } from '../text/measures.ts';
import { denied } from '../assertion/negation.ts';
import { isPlanned, ofAnother } from '../assertion/mention.ts';
import { find, findAt, type Phrases } from '../text/phrases.ts';
import { pastFillers, type Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';
import { outcomeOf, outcomesIn, treatmentsIn } from './treatments.ts';

/** Injections into the back: whether, how many, what relief, and for how many weeks. */
export type Injections = { had: string; count?: number | [number, number]; relief?: string; relief_weeks?: [number, number] };

const reliefOf: Readonly<Record<string, string>> = { helped: 'full', partial: 'partial', temporary: 'temporary', none: 'none', worse: 'worse' };
const weeksIn: Partial<Record<TimeUnit, readonly [number, number]>> = { hour: [0, 0.01], day: [1 / 7, 1 / 7], week: [1, 1], month: [4, 4.5], year: [50, 54] };
/** The letter of a vertebra: "L4". */
const level = /^[clst]$/u;
/** A larger number is no count of injections: a dose, a year. */
const mostCounted = 60;

/** What a message says of injections; undefined when it says nothing of them. `asked`: it answers that very question. */
export function readInjections(said: Said, language: Language, today: string, asked: boolean): Injections | undefined {
  const { words } = said;
  const { elsewhere, full } = language.injections;
  const all = labelsIn(language.treatments, words).filter(({ label, from }) => label === 'esi' && !ofAnother(words, from, language));
  const named = all.length > 0;
  if (!named && !asked) return undefined;
  const plain = readYesNo(said, 'injections', language, today);
  // "Never, but I have had them in my shoulder", but not "the first one good, the second one no".
  const denies = plainAt(words, pastFillers(words, 0, language), 'injections', language)?.stance === 'no';
  const value = plain.ok && typeof plain.value === 'string' ? plain.value : undefined;
  const isOneOfMany = labelsIn(language.injections.ordinals, words).some(({ label }) => label !== '1');
  const had = value === 'no' && !denies && isOneOfMany ? undefined : value;
  const told = reliefTold(said, language, asked);
  const isPlan = told.length === 0 && find(language.mentions.planned, words) !== undefined && !find(language.surgery.done, words);
  if ((had === undefined || had === 'yes') && isPlan) return asked && find(language.mentions.notYet, words) ? { had: 'no' } : undefined;
  // "I had a flu shot".
  if (!named && labelsIn(language.treatments, words).some(({ label }) => label === 'not_said')) return undefined;
  const isElsewhere = find(elsewhere, words) !== undefined;
  if (isElsewhere && !asked) return undefined;
  if (had === 'no' || (isElsewhere && (denies || had !== 'yes'))) return { had: 'no' };
  if (named && had === undefined && told.length === 0 && all.every(({ from }) => denied(words, from, language))) return { had: 'no' };
  // "Three, and then two more".
  const count = find(language.injections.more, words) ? undefined : countIn(said, language, asked);
  const span = reliefSpan(said, language);
  const relief = find(full, words) ? 'full' : span ? 'temporary' : reliefOf[outcomeOf(told)];
  if (had === undefined && count === undefined && relief === undefined && !named) return undefined;
  if (had === 'unsure' && count === undefined && relief === undefined) return undefined;
  return {
    had: 'yes',
    ...(count !== undefined && { count }),
    ...(relief !== undefined && { relief: relief === 'full' && !find(full, words) ? 'partial' : relief }),
    ...(span && { relief_weeks: span }),
  };
}

/** What is told of injections, which is all that is told unless another treatment stands beside them; not what is hoped for. */
function reliefTold({ text, words }: Said, language: Language, asked: boolean): string[] {
  const treatments = treatmentsIn(text, language);
  const own = treatments.filter(({ type }) => type === 'esi');
  if (treatments.length > own.length && (own.length > 0 || !asked)) return own.flatMap(({ outcome }) => (outcome === 'unknown' ? [] : [outcome]));
  // The half of "half a dozen" is no half of the pain.
  const counted = amountsIn(words, language.numbers).filter(({ from, to }) => to - from > 1);
  return outcomesIn(words.filter((_, at) => !isPlanned(words, at, language) && !counted.some(({ from, to }) => at >= from && at < to)), language);
}

/** "2 ESIs", "x3", "three, each lasted a month", "the first helped, the second did not", "twice"; neither a number of weeks nor the "one" of "the last one". */
function countIn({ words }: Said, language: Language, asked: boolean): Injections['count'] {
  const { counts, counted, ordinals, notCounted, notCounts, leads } = language.injections;
  const times = measuresIn(words, language.times.units, language);
  const places = labelsIn(ordinals, words);
  const told = places.filter(({ from }) => isTold(from, words, language));
  const isCount = ({ min, max, from, to }: Amount) =>
    !level.test(words[from - 1]?.text ?? '') &&
    ![...times, ...places].some((other) => from < other.to && other.from < to) && Number.isInteger(min) && Number.isInteger(max) && max < mostCounted && ![from - 1, to].some((at) => language.times.units.has(words[at]?.text ?? '')) && !findAt(notCounts, words, to) && !(max === 1 && findAt(notCounted, words, from - 1)?.to === from);
  const amounts = amountsIn(words, language.numbers).filter((amount) => isCount(amount) && !ofAnother(words, amount.from, language));
  const direct = amounts.find(({ from, to }) => findAt(counted, words, to) ?? findAt(counted, words, to + 1) ?? (words[from - 1]?.text === 'x' || undefined));
  if (direct) return countOf(direct);
  const opening = asked ? amounts.find(({ from, to }) => from === pastLeads(words, leads, language) && (words[to]?.clause !== words[from]?.clause || language.numbers.and.includes(words[to]?.text ?? ''))) : undefined;
  if (opening) return countOf(opening);
  const most = new Set(told.map(({ label }) => label)).size > 1 && !told.some(({ to }) => amounts.some(({ from }) => from === to)) ? Math.max(...told.map(({ label }) => Number(label))) : undefined;
  const word = labelsIn(counts, words).find(({ from, to }) => !findAt(notCounts, words, to - 1) && ![...times, ...places].some((other) => from < other.to && other.from < to && to - from <= other.to - other.from));
  const [only] = amounts;
  return most ?? (word ? Number(word.label) : asked && only && amounts.every(({ min, max }) => min === only.min && max === only.max) ? countOf(only) : undefined);
}

/** "The first", "the second": not the day of a month, nor one that is still to come. */
function isTold(at: number, words: readonly Word[], language: Language): boolean {
  return language.dates.months[words[at - 1]?.text ?? ''] === undefined && !isPlanned(words, at, language);
}

function countOf({ min, max }: Amount): Injections['count'] {
  return min === max ? min : [min, max];
}

/** The first word after "yes, I have had about". */
function pastLeads(words: readonly Word[], leads: Phrases, language: Language): number {
  let at = pastFillers(words, 0, language);
  for (let lead = findAt(leads, words, at); lead; lead = findAt(leads, words, at)) at = pastFillers(words, lead.to, language);
  return at;
}

/** For how many weeks they helped: "3 weeks", "anywhere from a day to a week". */
function reliefSpan(said: Said, language: Language): [number, number] | undefined {
  const spans = measuresIn(said.words, language.times.units, language).filter((measure) => weeksIn[measure.unit] !== undefined && isRelief(measure, said, language));
  const [first, second] = spans;
  if (!first) return undefined;
  const joined = second && second.from === first.to + 1 && language.numbers.to.includes(said.words[first.to]?.text ?? '');
  return joined ? [weeks(first)[0], weeks(second)[1]] : weeks(first);
}

/** A stretch of time is how long the relief was, unless it says when or how often: "3 weeks ago", "every 3 months", "6 weeks apart". */
function isRelief({ from, to }: Measure<TimeUnit>, { words }: Said, language: Language): boolean {
  const { ended, notRelief, spacing } = language.injections;
  if (findAt(language.times.ago, words, to) || findAt(spacing, words, to)) return false;
  // "Every four months for three years".
  const often = measuresIn(words.slice(0, from), language.times.units, language).some((one) => from - one.to <= 1 && [1, 2].some((back) => findAt(notRelief, words, one.from - back)?.to === one.from));
  if (often) return false;
  return [1, 2, 3, 4].some((back) => findAt(ended, words, from - back)?.to === from) || ![1, 2].some((back) => findAt(notRelief, words, from - back));
}

function weeks({ min, max, unit }: Measure<TimeUnit>): [number, number] {
  const [shortest, longest] = weeksIn[unit] ?? [1, 1];
  return [Math.round(min * shortest * 10) / 10, Math.round(max * longest * 10) / 10];
}
