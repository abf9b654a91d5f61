import type { Word } from './words.ts';

/** The number words of a language. */
export type NumberWords = {
  /** one, twelve, sixty: a word and its number. */
  words: Readonly<Record<string, number>>;
  /** hundred, thousand: multiply what stands before. */
  times: Readonly<Record<string, number>>;
  /** couple, few, several: a word and the range it stands for. */
  vague: Readonly<Record<string, readonly [number, number]>>;
  /** half, quarter. */
  parts: Readonly<Record<string, number>>;
  /** third, eighths: a part, when a word of `partOf` follows: "two thirds of a mile". */
  fractions: Readonly<Record<string, number>>;
  partOf: readonly string[];
  /** a, an: one, when a unit follows. */
  one: readonly string[];
  /** and, between the parts of a number: "two and a half", "treinta y cinco". */
  and: readonly string[];
  /** to, or, between the ends of a range. */
  to: readonly string[];
  /** up, before those: "4 up to 7". */
  up: readonly string[];
  /** between: makes `and` join the ends of a range. */
  between: readonly string[];
};

/** A number or a range as said, and the words it was said with (`from` up to and without `to`). */
export type Amount = { min: number; max: number; from: number; to: number };

/** More parts than these nobody tells of a whole. */
const mostParts = 10;

/** Every number said, in order; ranges ("2-3", "seven or eight") count as one. */
export function amountsIn(words: readonly Word[], numbers: NumberWords): Amount[] {
  const amounts: Amount[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const amount = amountAt(words, at, numbers);
    if (!amount || articleBefore(words, at, numbers)) continue;
    amounts.push(amount);
    at = amount.to - 1;
  }
  return amounts;
}

/** "un siete": the article of another number. */
function articleBefore(words: readonly Word[], at: number, numbers: NumberWords): boolean {
  return numbers.one.includes(words[at]?.text ?? '') && wholeAt(words, at + 1, numbers) !== undefined && words[at + 1]?.clause === words[at]?.clause;
}

/** The number or range that begins at this word. */
export function amountAt(words: readonly Word[], at: number, numbers: NumberWords): Amount | undefined {
  const first = singleAt(words, at, numbers);
  if (!first) return undefined;
  const link = numbers.up.includes(words[first.to]?.text ?? '') ? first.to + 1 : first.to;
  const joint = words[link]?.text ?? '';
  const between = numbers.between.includes(words[at - 1]?.text ?? '') && numbers.and.includes(joint);
  if (joint !== '-' && !between && !numbers.to.includes(joint)) return first;
  // "From a 4 to a 7".
  const second = singleAt(words, link + 1, numbers) ?? (numbers.one.includes(words[link + 1]?.text ?? '') ? singleAt(words, link + 2, numbers) : undefined);
  if (!second || second.max <= first.min || words[link]?.clause !== words[at]?.clause) return first;
  return { min: first.min, max: second.max, from: at, to: second.to };
}

function singleAt(words: readonly Word[], at: number, numbers: NumberWords): Amount | undefined {
  const text = (place: number) => words[place]?.text ?? '';
  // "Unas cinco" is about five.
  const vague = wholeAt(words, at + 1, numbers) && words[at + 1]?.clause === words[at]?.clause && numbers.times[text(at + 1)] === undefined ? undefined : numbers.vague[text(at)];
  if (vague) {
    // "A couple of hundred".
    const next = numbers.partOf.includes(text(at + 1)) && words[at + 2]?.clause === words[at]?.clause ? at + 2 : at + 1;
    const times = numbers.times[text(next)];
    return { min: vague[0] * (times ?? 1), max: vague[1] * (times ?? 1), from: at, to: times === undefined ? at + 1 : next + 1 };
  }
  const whole = wholeAt(words, at, numbers);
  if (!whole) {
    const part = numbers.parts[text(at)] ?? partAt(words, at, numbers);
    if (part === undefined) return undefined;
    // "Half a dozen".
    const next = numbers.one.includes(text(at + 1)) ? at + 2 : at + 1;
    const times = words[next]?.clause === words[at]?.clause ? numbers.times[text(next)] : undefined;
    return { min: part * (times ?? 1), max: part * (times ?? 1), from: at, to: times === undefined ? at + 1 : next + 1 };
  }
  // "Three quarters of an hour", "two thirds of a mile".
  const share = whole.value < mostParts ? partAt(words, whole.to, numbers) : undefined;
  if (share !== undefined) return { min: whole.value * share, max: whole.value * share, from: at, to: whole.to + 1 };
  let { value, to } = whole;
  const fraction = fractionAfter(words, to, numbers);
  if (fraction) ({ to } = fraction);
  if (fraction) value += fraction.value;
  return { min: value, max: value, from: at, to };
}

function partAt(words: readonly Word[], at: number, { fractions, parts, partOf }: NumberWords): number | undefined {
  const text = words[at]?.text ?? '';
  return partOf.includes(words[at + 1]?.text ?? '') && words[at + 1]?.clause === words[at]?.clause ? (fractions[text] ?? parts[text]) : undefined;
}

/** "and a half", "y media", "1/2" after a whole number. */
function fractionAfter(words: readonly Word[], at: number, numbers: NumberWords): { value: number; to: number } | undefined {
  const text = (place: number) => words[place]?.text ?? '';
  if (text(at) === '1/2') return { value: 0.5, to: at + 1 };
  if (text(at) === '1' && text(at + 1) === '/' && text(at + 2) === '2') return { value: 0.5, to: at + 3 };
  if (!numbers.and.includes(text(at))) return undefined;
  const half = numbers.one.includes(text(at + 1)) ? at + 2 : at + 1;
  const value = numbers.parts[text(half)];
  return value === undefined ? undefined : { value, to: half + 1 };
}

function wholeAt(words: readonly Word[], at: number, numbers: NumberWords): { value: number; to: number } | undefined {
  const text = (place: number) => words[place]?.text ?? '';
  if (/^\d/u.test(text(at))) return digitsAt(words, at, numbers);
  let value = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let to = at;
  for (;;) {
    const next = numbers.and.includes(text(to)) && to > at ? to + 1 : to;
    const here = text(next);
    const hundred = text(to) === here ? numbers.times[here] : undefined;
    const own = Object.hasOwn(numbers.words, here) ? numbers.words[here] : undefined;
    if (hundred !== undefined) {
      value = Math.max(value, 1) * hundred;
      smallest = hundred;
      to = next + 1;
    } else if (own !== undefined && own < smallest && (smallest === Number.POSITIVE_INFINITY || (smallest >= 20 && own > 0 && fitsUnder(own, smallest)))) {
      value += own;
      smallest = own;
      to = next + 1;
    } else break;
  }
  return to > at ? { value, to } : undefined;
}

/** Five goes after twenty and after a hundred, twelve after a hundred only. */
function fitsUnder(own: number, smallest: number): boolean {
  return own < (smallest >= 1000 ? 1000 : smallest >= 100 ? 100 : 10);
}

function digitsAt(words: readonly Word[], at: number, numbers: NumberWords): { value: number; to: number } {
  const text = (place: number) => words[place]?.text ?? '';
  const value = Number(text(at).replaceAll(',', ''));
  const over = Number(text(at + 2));
  const isPart = over > 0 && (over <= 4 || (over <= 8 && numbers.partOf.includes(text(at + 3)))) && value < over;
  if (text(at + 1) === '/' && isPart) return { value: value / over, to: at + 3 };
  if (text(at) === '1/2' || text(at) === '1/4' || text(at) === '3/4') return { value: Number(text(at).charAt(0)) / Number(text(at).charAt(2)), to: at + 1 };
  return { value, to: at + 1 };
}
