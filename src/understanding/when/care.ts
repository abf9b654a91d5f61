import type { Language } from '../language.ts';
import { read, unread, type Asked, type Reading } from '../reading.ts';
import { find, findAll, findAt } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';
import { agoIn } from './ago.ts';
import { spansIn, type Span } from './span.ts';

type Time = 'now' | 'year' | 'older';
type Care = Language['times']['care'];

/**
 * When care was and how long it went on, by the words for both: "8 weeks last fall", "2015", "still going, 3 months". What the words
 * leave open is asked back. Undefined where the question is another, or nothing of the kind is said.
 */
export function readCareTime({ words, asks }: Said, asked: Asked, language: Language, today: string): Reading | undefined {
  const offered = new Set(asked.options.map(({ id }) => id));
  if (asks || !offered.has('now_short') || !offered.has('year_short')) return undefined;
  const { times } = language;
  const every = findAll(times.rate, words);
  const spans = spansIn(withoutWords(words, every.map(({ from, to }) => ({ from, to: to + 1 }))), language);
  const isAgo = ({ from, to }: Span) => findAt(times.ago, words, to) !== undefined || [1, 2].some((back) => findAt(times.agoBefore, words, from - back)?.to === from);
  const [length, ...otherLengths] = spans.filter((span) => !isAgo(span));
  const past = spans.filter(isAgo);
  const [when, ...otherTimes] = [...past, ...agoIn(withoutWords(words, [...spans, ...every]), language, today)];
  const isNow = find(times.ongoing, words) !== undefined;
  const isOver = find(times.over, words) !== undefined;
  if (otherLengths.length + otherTimes.length > 0 || (!isNow && !length && !when) || (isNow && isOver)) return undefined;
  const long = isNow && when && !length ? when : length;
  const ids = (isNow ? ['now' as const] : timesOf(when, isOver, times.care)).flatMap((time) => (time === 'older' ? [time] : lengthsOf(long, times.care).map((one) => `${time}_${one}`)));
  const [only] = ids;
  return only !== undefined && ids.length === 1 ? read(only) : unread('unclear', ids);
}

/** The same words, those of these stretches left blank. */
function withoutWords(words: readonly Word[], stretches: readonly { from: number; to: number }[]): Word[] {
  return words.map((word, at) => (stretches.some(({ from, to }) => at >= from && at < to) ? { ...word, text: '' } : word));
}

/** In the last year or before it; any time where it is not said. */
function timesOf(when: Span | undefined, isOver: boolean, { lately }: Care): Time[] {
  if (!when) return isOver ? ['year', 'older'] : ['now', 'year', 'older'];
  const [least, most] = when.months;
  return most <= lately ? ['year'] : least >= lately ? ['older'] : ['year', 'older'];
}

/** Short or long; both where it is not said, or told too roughly. */
function lengthsOf(length: Span | undefined, { shortEnds, longBegins, aMonth }: Care): ('short' | 'long')[] {
  if (!length) return ['short', 'long'];
  const [least, most] = length.months;
  const isMonth = least === 0 && most === aMonth;
  return isMonth || most < shortEnds ? ['short'] : least > longBegins || (least >= 1 && most >= aMonth) ? ['long'] : ['short', 'long'];
}
