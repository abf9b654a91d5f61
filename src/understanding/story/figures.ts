import type { Duration } from '../../dialog/value.ts';
import { agoIn } from '../when/ago.ts';
import { readReach } from '../kinds/reach.ts';
import { spansIn, type Span } from '../when/span.ts';
import type { Language } from '../language.ts';
import { amountsIn, type Amount } from '../text/amounts.ts';
import { labelsIn } from '../text/labels.ts';
import { measuresIn } from '../text/measures.ts';
import { ofAnother } from '../assertion/mention.ts';
import { find, findAll, findAt, type Phrases } from '../text/phrases.ts';
import { pastFillers, type Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';
import type { Sentence, Told } from './told.ts';

/** Nobody walks for days. */
const walkingTimes: ReadonlySet<string> = new Set(['second', 'minute', 'hour']);
const monthsInYear = 12;
const ages = { youngest: 18, oldest: 110 };

/** An age: "I'm 73", "a woman, 51", "81 years old", or a number that opens the story. @param first the story's first sentence */
export function ageIn({ words }: Sentence, language: Language, first: boolean): Told[] {
  const { after } = language.volunteered.age;
  const isGiven = ({ from, to, min, max }: Amount) => {
    const unit = language.times.units.get(words[to]?.text ?? '') ?? language.distances.units.get(words[to]?.text ?? '');
    const opens = first && from === 0 && words[to]?.clause !== words[0]?.clause;
    const led = isLed(words, from, language) && (unit === undefined || (unit === 'year' && (words[to + 1]?.clause !== words[to]?.clause || language.positions.joints.includes(words[to + 1]?.text ?? ''))));
    return min === max && Number.isInteger(min) && min >= ages.youngest && min <= ages.oldest && (opens || led || findAt(after, words, to) !== undefined) && !ofAnother(words, from, language);
  };
  return amountsIn(words, language.numbers).filter(isGiven).slice(0, 1).map(({ min }) => ({ question: 'age', value: min }));
}

/** "Tiene 80 años" is an age, and "tiene 30 años con dolor" is none. */
function isAge({ from, to, months }: Span, words: readonly Word[], language: Language): boolean {
  return months[0] >= ages.youngest * monthsInYear * 0.9 && isLed(words, from, language) && !findAt(language.volunteered.age.lasting, words, to);
}

function isLed(words: readonly Word[], at: number, { volunteered: { age: { before } } }: Language): boolean {
  return [1, 2, 3].some((back) => findAt(before, words, at - back)?.to === at);
}

/** How long the complaint has lasted; a time that belongs to something else in the clause is not taken, and an age ("tiene 80 años") is none. */
export function durationIn({ clauses }: Sentence, language: Language, today: string): Told[] {
  const { complaint, elsewhere, since } = language.volunteered;
  return clauses.flatMap(({ words }) => {
    if (find(elsewhere, words)) return [];
    const opened = findAt(since, words, 0) !== undefined;
    const about = opened || find(complaint, words) !== undefined;
    const spans = about ? spansIn(words, language).filter((span) => !isAge(span, words, language)) : [];
    const times = about && spans.length === 0 ? agoIn(words, language, today).filter(({ from }) => [1, 2].some((back) => findAt(since, words, from - back))) : spans;
    const [only] = times;
    return only && times.length === 1 ? [{ question: 'duration', value: { months: only.months } satisfies Duration }] : [];
  });
}

/** How far or how long one can walk, or stand. */
export function reachIn({ clauses }: Sentence, language: Language): Told[] {
  const { walk, stand } = language.volunteered;
  return clauses.flatMap((clause, at) => {
    // "I can walk to the barn, maybe 300 feet": a measure that stands alone belongs to what was said before it.
    const said = isBareMeasure(clause, language) ? clauses[at - 1] : undefined;
    const [walks, stands] = [walk, stand].map((list) => (said ? find(list, said.words)?.from : lastBefore(list, clause, language)));
    const question = walks === undefined && stands === undefined ? undefined : (walks ?? -2) >= (stands ?? -2) ? 'walk_tolerance' : 'stand_tolerance';
    const reading = question && readReach(clause, language, said ? -1 : (question === 'walk_tolerance' ? walks : stands));
    // Nobody stands for a mile: "I walk three miles and standing is no trouble".
    return question && reading?.ok && isMeasured(reading.value) && !(question === 'stand_tolerance' && 'feet' in reading.value) && !isTime(clause, language) && !isSeated(clause, language) ? [{ question, value: reading.value }] : [];
  });
}

/** "Pain is 7 out of 10 right now", "a 9 at its worst". */
export function painIn({ clauses }: Sentence, language: Language): Told[] {
  const { words: hurts, now, worst } = language.volunteered.pain;
  return clauses.flatMap(({ words }) => {
    const amount = amountsIn(words, language.numbers).find(({ min, max }) => min >= 0 && max <= 10);
    const end = amount && findAt(language.scales.outOf, words, amount.to);
    if (!amount || !end || !find(hurts, words)) return [];
    const question = find(worst, words) ? 'pain_worst' : find(now, words) ? 'pain_now' : undefined;
    return question ? [{ question, value: (amount.min + amount.max) / 2 }] : [];
  });
}

function isBareMeasure({ words }: Said, language: Language): boolean {
  const [only, ...others] = [...measuresIn(words, language.distances.units, language), ...measuresIn(words, language.times.units, language).filter(({ unit }) => walkingTimes.has(unit))];
  return only !== undefined && others.length === 0 && pastFillers(words, 0, language) >= only.from - 1 && only.to >= words.length - 1;
}

function isMeasured(value: unknown): value is { feet: [number, number] } | { minutes: [number, number] } {
  return typeof value === 'object' && value !== null && ('feet' in value || 'minutes' in value);
}

/** Where walking or standing is told of, nearest before the time if it is told before it. */
function lastBefore(list: Phrases, { words }: Said, language: Language): number | undefined {
  const time = measuresIn(words, language.times.units, language).find(({ unit }) => walkingTimes.has(unit));
  return findAll(list, words, 0, time?.from).at(-1)?.from ?? (find(list, words) ? -1 : undefined);
}

/** "I sit a few minutes and then I can go": the last position before the time is not standing or walking. */
function isSeated({ words }: Said, language: Language): boolean {
  const time = measuresIn(words, language.times.units, language).find(({ unit }) => walkingTimes.has(unit));
  if (!time || measuresIn(words, language.distances.units, language).length > 0) return false;
  const place = labelsIn(language.positions.places, words, 0, time.from).at(-1);
  return place?.label === 'seated' || place?.label === 'rest' || find(language.positions.mustSit, words, 0, time.from) !== undefined;
}

/** "I sit for ten minutes", "goes away in five minutes": minutes that tell how long the rest takes. */
function isTime({ words }: Said, language: Language): boolean {
  return find(language.volunteered.resting, words) !== undefined;
}
