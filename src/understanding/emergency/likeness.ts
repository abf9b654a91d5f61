import { likeness as likenessOf, taughtBy, type Taught } from '../../learning/likeness.ts';
import { sentencesOf } from '../text/sentences.ts';
import { wordsOfAll, type Shorthand } from '../text/words.ts';
import { stances, type Hearing, type Stance } from './schema.ts';

/** What somebody might write, invented. `means` names what it tells: a flag with its level, or one of the ways to tell of none. */
export interface Example {
  readonly text: string;
  readonly means: Meaning;
}

/** `level` is null where nothing is to be raised; `name` then says why, for example `denied`. */
export interface Meaning {
  readonly name: string;
  readonly level: 'emergency' | 'same-day' | null;
}

/** What is denied sounds much like what is told in a list; the signs know it better. */
const denial: Stance = 'denied';

/** What is known of how people tell of each flag, and of none. */
export interface Likeness {
  readonly hearing: Hearing;
  readonly shorthands: readonly Shorthand[];
  readonly meanings: readonly Meaning[];
  readonly taught: Taught;
}

/** What a message is most like, of all that raises something. */
export interface Likely {
  /**
   * How likely it is that it raises anything at all, 0 to 1; how likely that as a whole it is denied, past, supposed or the like, whichever is
   * likeliest; and how likely that it is harmless for any one reason but that it is denied.
   */
  readonly any: number;
  readonly otherwise: number;
  readonly harmless: number;
  readonly flag: string;
  readonly level: 'emergency' | 'same-day';
  /** The part of the message that says it, word for word, and how many parts there are. */
  readonly quote: string;
  readonly parts: number;
}

/** Learns from the examples of all languages at once, as people mix them. The same examples give the same answers. */
export function likenessFrom(examples: readonly Example[], shorthands: readonly Shorthand[], hearing: Hearing): Likeness {
  const meanings = [...new Map(examples.map(({ means }) => [keyOf(means), means])).values()];
  const named = examples.map(({ text, means }) => ({ text, name: keyOf(means) }));
  return { hearing, shorthands, meanings, taught: taughtBy(named, ({ text }) => wordsOfAll(text, shorthands), hearing) };
}

/** What a message is most like, as a whole and sentence by sentence: one sentence in a long story is enough. Undefined if it has too few words to be like anything. */
export function likelyIn(text: string, likeness: Likeness): Likely | undefined {
  const { sentence, stretch } = likeness.hearing;
  const whole = heardIn(text, likeness);
  if (!whole) return undefined;
  const heardParts = stretchesOf(text, stretch).flatMap((part) => {
    const heard = heardIn(part, likeness);
    return heard ? [{ ...heard, quote: part }] : [];
  });
  const parts = Math.max(1, heardParts.length);
  const loudest = heardParts.toSorted((one, other) => other.any - one.any)[0];
  if (!loudest) return { ...whole, quote: text.trim(), parts };
  const mixed = sentence * loudest.any + (1 - sentence) * whole.any;
  return mixed > whole.any ? { ...loudest, any: mixed, otherwise: whole.otherwise, harmless: whole.harmless, parts } : { ...whole, quote: loudest.quote, parts };
}

function heardIn(text: string, { hearing, shorthands, meanings, taught }: Likeness): Omit<Likely, 'quote' | 'parts'> | undefined {
  const words = wordsOfAll(text, shorthands);
  if (words.length < hearing.fewest) return undefined;
  const likely = likenessOf(words, taught);
  let [any, most, otherwise, harmless] = [0, 0, 0, 0];
  let [flag, level]: [string, Likely['level']] = ['', 'same-day'];
  meanings.forEach((means, place) => {
    const score = likely[place] ?? 0;
    if (isStance(means)) otherwise = Math.max(otherwise, score);
    if (means.level === null && means.name !== denial) harmless = Math.max(harmless, score);
    if (means.level === null) return;
    any += score;
    if (score <= most) return;
    most = score;
    [flag, level] = [means.name, means.level];
  });
  const urgent = likely[meanings.findIndex((means) => means.name === flag && means.level === 'emergency')] ?? 0;
  return { any, otherwise, harmless, flag, level: urgent >= hearing.urgent * most ? 'emergency' : level };
}

/** The sentences of a message; one without an end, as people dictate them, in stretches that overlap by half. */
function stretchesOf(text: string, longest: number): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const words = [...sentence.matchAll(/\S+/gu)];
    if (words.length <= longest) return [sentence];
    const half = Math.ceil(longest / 2);
    return Array.from({ length: Math.ceil((words.length - half) / half) }, (_, at) => {
      const [first, last] = [words[at * half], words[Math.min(at * half + longest, words.length) - 1]];
      return sentence.slice(first?.index, last && last.index + last[0].length);
    });
  });
}

function isStance({ name }: Meaning): boolean {
  return stances.some((stance) => stance === name);
}

function keyOf({ name, level }: Meaning): string {
  return `${name} ${level}`;
}
