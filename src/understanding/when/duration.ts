import type { Duration } from '../../dialog/value.ts';
import type { Language } from '../language.ts';
import { read, unread, type Reading } from '../reading.ts';
import { amountsIn } from '../text/amounts.ts';
import { labelAt } from '../text/labels.ts';
import { find, findAll, findAt, type Phrases } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';
import { agoIn } from './ago.ts';
import { spansIn, type Span } from './span.ts';

/** Ages a patient may have, in years, and how far off the time between two of them is, in months. */
const [child, youngest, oldest, slack] = [10, 18, 110, 10];

/** How long something has lasted, as an inclusive range of months: "going on 3 yrs", "since 2019", "since before Thanksgiving". */
export function readDuration({ words }: Said, language: Language, today: string): Reading {
  const aged = sinceAge(words, language);
  const measured = spansIn(words, language);
  const spans = wholeOf(measured.filter((span) => !isAside(span, words, language)), words, language);
  if (!aged && measured.length > 0 && spans.length === 0) return unread('unclear');
  const [first, ...others] = aged ? [{ months: aged }] : spans.length > 0 ? spans : agoIn(words, language, today);
  if (!first) return unread(find(language.times.vague, words) ? 'too-vague' : 'unclear');
  const joined = others.reduce<Duration['months'] | undefined>((range, { months }) => (range && near(range, months) ? [Math.min(range[0], months[0]), Math.max(range[1], months[1])] : undefined), first.months);
  if (joined && joined[0] > language.times.mostMonths) return unread('out-of-range');
  if (joined && !aged && isOnlyLately(spans, words, language)) return unread('too-vague');
  return joined ? read({ months: joined }) : unread('unclear', [{ months: first.months }, { months: others[0]?.months ?? first.months }]);
}

/** "It began at 60 and I am 71": by the two ages, a birthday more or less. */
function sinceAge(words: readonly Word[], { times: { agedThen, agedNow }, numbers }: Language): Duration['months'] | undefined {
  const ages = amountsIn(words, numbers).filter(({ min, max }) => min === max && Number.isInteger(min) && min <= oldest);
  const after = (list: Phrases) => ages.filter(({ from }) => [1, 2, 3, 4].some((back) => findAt(list, words, from - back)?.to === from));
  const [then, ...otherThen] = after(agedThen);
  const [now, ...otherNow] = after(agedNow);
  if (!then || !now || otherThen.length + otherNow.length > 0 || then.min < child || now.min < then.min || now.min < youngest) return undefined;
  const months = (now.min - then.min) * 12;
  return [Math.max(0, months - slack), months + slack];
}

/** "Six weeks of PT", "every three months": how long or how often something else was. */
function isAside({ from, to }: Span, words: readonly Word[], { treatments, outcomes, numbers }: Language): boolean {
  const isOf = numbers.partOf.includes(words[to]?.text ?? '') && labelAt(treatments, words, to + 1) !== undefined;
  return isOf || findAt(outcomes.howOften, words, from - 1)?.to === from;
}

/** "Ten years, bad for the last six months": how long it was bad is not how long it has been there. */
function wholeOf(spans: readonly Span[], words: readonly Word[], { times: { lately } }: Language): readonly Span[] {
  const whole = spans.filter(({ from }) => ![1, 2].some((back) => findAt(lately, words, from - back)?.to === from));
  const longest = Math.max(...whole.map(({ months }) => months[0]));
  return whole.length > 0 ? spans.filter((span) => whole.includes(span) || span.months[0] > longest) : spans;
}

/** "Years, but the last three months have been awful": how long it was bad, and nothing exact of the whole. */
function isOnlyLately(spans: readonly Span[], words: readonly Word[], { times: { lately, vague } }: Language): boolean {
  const isLately = spans.length > 0 && spans.every(({ from }) => [1, 2].some((back) => findAt(lately, words, from - back)?.to === from));
  return isLately && findAll(vague, words).some((found) => spans.every(({ from, to }) => found.to <= from || found.from >= to) && words[found.from]?.clause !== words[spans[0]?.from ?? 0]?.clause);
}

/** "Two years, maybe three" is one range; "ten years, worse since March" is two things. */
function near([min, max]: Duration['months'], [from, to]: Duration['months']): boolean {
  return from <= max * 1.6 + 1 && to >= min / 1.6 - 1;
}
