import type { Language } from '../language.ts';
import { amountAt, type Amount } from './amounts.ts';
import { denied } from '../assertion/negation.ts';
import { findAt } from './phrases.ts';
import type { Word } from './words.ts';

/** A number with its unit: "two and a half years", "a block", "5 mins tops". `bound` is what words around it say of it. */
export type Measure<Unit extends string> = { min: number; max: number; unit: Unit; bound: 'about' | 'over' | 'under' | 'nearly'; from: number; to: number };

/** Words of units by the unit they mean. */
export type Units<Unit extends string> = ReadonlyMap<string, Unit>;

/** "A week or two", but not "an hour, or 20 minutes". */
const mostMore = 3;
/** Words between a number and its unit, and from which number on "some" may be one of them. */
const [mostFillers, tens] = [3, 20];

/** Every number with a unit in a message, in order. */
export function measuresIn<Unit extends string>(words: readonly Word[], units: Units<Unit>, language: Language): Measure<Unit>[] {
  const measures: Measure<Unit>[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const none = findAt(language.measures.none, words, at);
    const measure = none ? undefined : measureAt(words, at, units, language);
    if (none) at = none.to - 1;
    if (!measure) continue;
    measures.push(measure);
    at = measure.to - 1;
  }
  return measures;
}

function measureAt<Unit extends string>(words: readonly Word[], at: number, units: Units<Unit>, language: Language): Measure<Unit> | undefined {
  const { numbers, measures } = language;
  const bare = units.get(words[at]?.text ?? '');
  const end = bare === undefined ? undefined : halfAfter(words, at + 1, language);
  if (bare !== undefined && end?.part === 0.5) return { min: 1.5, max: 1.5, unit: bare, bound: 'about', from: at, to: end.to };
  const amount = amountAt(words, at, numbers) ?? oneAt(words, at, language);
  if (!amount) return undefined;
  const isFiller = (text: string) => measures.between.includes(text) || numbers.one.includes(text) || (amount.min >= tens && measures.afterTens.includes(text));
  let place = amount.to;
  while (place < amount.to + mostFillers && !units.has(words[place]?.text ?? '') && isFiller(words[place]?.text ?? '')) place += 1;
  const unit = units.get(words[place]?.text ?? '');
  if (unit === undefined || words[place]?.clause !== words[at]?.clause) return undefined;
  const half = halfAfter(words, place + 1, language);
  const second = half === undefined ? moreAfter(words, place + 1, amount, units, language) : undefined;
  if (second) return { min: amount.min, max: second.max, unit, bound: 'about', from: at, to: second.to };
  const to = half?.to ?? place + 1;
  const more = half?.part ?? 0;
  return { min: amount.min + more, max: amount.max + more, unit, bound: boundOf(words, at, to, language), from: at, to };
}

/** "a year": an article is a number when a unit follows at once, or nearly ("a good mile"). */
function oneAt(words: readonly Word[], at: number, { numbers }: Language): Amount | undefined {
  return numbers.one.includes(words[at]?.text ?? '') ? { min: 1, max: 1, from: at, to: at + 1 } : undefined;
}

/** "and a half", "y medio" after the unit: "a year and a half", "a mile and a quarter". */
function halfAfter(words: readonly Word[], at: number, { numbers }: Language): { part: number; to: number } | undefined {
  if (!numbers.and.includes(words[at]?.text ?? '')) return undefined;
  const half = numbers.one.includes(words[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const part = numbers.parts[words[half]?.text ?? ''];
  return part === undefined ? undefined : { part, to: half + 1 };
}

/** "A week or two": a second number for the same unit. */
function moreAfter<Unit extends string>(words: readonly Word[], at: number, first: Amount, units: Units<Unit>, { numbers }: Language): Amount | undefined {
  const second = numbers.to.includes(words[at]?.text ?? '') && words[at]?.clause === words[at - 1]?.clause ? amountAt(words, at + 1, numbers) : undefined;
  return second && second.min > first.max && second.max <= first.max + mostMore && !units.has(words[second.to]?.text ?? '') && words[second.from]?.clause === words[at]?.clause ? second : undefined;
}

/** By the longest words before the number, or those after it; "can not do more than" is no more than. */
function boundOf(words: readonly Word[], from: number, to: number, language: Language): Measure<string>['bound'] {
  const { measures } = language;
  const leads = (['over', 'under', 'nearly'] as const).flatMap((bound) =>
    [1, 2, 3, 4].flatMap((back) => {
      const { before } = measures[bound];
      return before !== undefined && findAt(before, words, from - back)?.to === from ? [{ bound, back }] : [];
    }),
  );
  const [lead] = leads.toSorted((one, other) => other.back - one.back);
  if (lead?.bound === 'over' && denied(words, from - lead.back, language)) return 'under';
  if (lead) return lead.bound;
  const behind = (['over', 'under', 'nearly'] as const).find((bound) => measures[bound].after !== undefined && findAt(measures[bound].after, words, to) !== undefined);
  // "I can not walk 50 feet".
  return behind ?? (denied(words, from, language) ? 'under' : 'about');
}
