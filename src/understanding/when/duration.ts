import type { Duration } from '../../dialog/value.ts';
import type { Language } from '../language.ts';
import { read, unread, type Reading } from '../reading.ts';
import { find } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import { agoIn } from './ago.ts';
import { spansIn } from './span.ts';

/** How long something has lasted, as an inclusive range of months: "going on 3 yrs", "since 2019", "since before Thanksgiving". */
export function readDuration({ words }: Said, language: Language, today: string): Reading {
  const spans = spansIn(words, language);
  const [first, ...others] = spans.length > 0 ? spans : agoIn(words, language, today);
  if (!first) return unread(find(language.times.vague, words) ? 'too-vague' : 'unclear');
  const joined = others.reduce<Duration['months'] | undefined>((range, { months }) => (range && near(range, months) ? [Math.min(range[0], months[0]), Math.max(range[1], months[1])] : undefined), first.months);
  if (joined && joined[0] > language.times.mostMonths) return unread('out-of-range');
  return joined ? read({ months: joined }) : unread('unclear', [{ months: first.months }, { months: others[0]?.months ?? first.months }]);
}

/** "Two years, maybe three" is one range; "ten years, worse since March" is two things. */
function near([min, max]: Duration['months'], [from, to]: Duration['months']): boolean {
  return from <= max * 1.6 + 1 && to >= min / 1.6 - 1;
}
