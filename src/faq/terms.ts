import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { plain } from './plain.ts';
import type { Questions, Tuning } from './questions.ts';
import { corrected, spellingOf, type Spelling } from './spelling.ts';

/** How a language's words are compared. */
export interface Terms {
  readonly stem: (word: string) => string;
  /** The stems of the words known to be right. */
  readonly stems: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
  readonly spelling: Spelling;
  readonly fillers: ReadonlySet<string>;
  /** What a phrase counts as, by its words and by their stems. */
  readonly meant: ReadonlyMap<string, string>;
  /** How many words the longest phrase has that begins with this word or stem. */
  readonly longest: ReadonlyMap<string, number>;
}

/** Every number is alike, "at 78" and "at 91" ask the same; but a year and a vertebra ("2015", "L4") tell of something else. */
const number = '#';
const numbers: readonly (readonly [RegExp, string])[] = [[/^(?:19|20)\d\d$/u, `${number}year`], [/^[clst]\d+$/u, `${number}vertebra`], [/\d/u, number]];

/** A shorter stem stands for too much: `láser` has the stem of the article `las`. */
const shortestStem = 4;

/** Spanish endings are known by their accents, which people leave out and `plain` takes off. */
const stemmers = {
  english,
  spanish: (word: string) => plain(spanish(word.replace(/([cs])ion$/u, '$1ión'))),
} satisfies Record<Questions['stemmer'], (word: string) => string>;

/** @param asks the words of every text that is known to be spelled right */
export function termsFor({ stemmer, means, fillers }: Questions, { slips }: Tuning, asks: readonly (readonly string[])[]): Terms {
  const stem = (word: string) => numbers.find(([form]) => form.test(word))?.[1] ?? stemmers[stemmer](word);
  const stems = new Map<string, string>();
  const add = (word: string) => {
    if (!stems.has(word)) stems.set(word, stem(word));
  };
  for (const words of asks) words.forEach(add);
  for (const filler of fillers) add(filler);

  const meant = new Map<string, string>();
  const longest = new Map<string, number>();
  for (const [name, phrases] of Object.entries(means)) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      words.forEach(add);
      const stemmed = words.map((word) => stems.get(word) ?? word);
      const tooBare = stemmed.some((word) => word.startsWith(number)) || (words.length === 1 && (stemmed[0]?.length ?? 0) < shortestStem);
      for (const form of tooBare ? [words] : [words, stemmed]) {
        const first = form[0] ?? '';
        longest.set(first, Math.max(longest.get(first) ?? 0, form.length));
        if (!meant.has(form.join(' '))) meant.set(form.join(' '), nameOf(name));
      }
    }
  }
  return { stem, stems, known: new Set(stems.values()), spelling: spellingOf(stems.keys(), slips), fillers: new Set(fillers), meant, longest };
}

/** How a phrase of `means` stands among the terms. */
export function nameOf(meaning: string): string {
  return `~${meaning}`;
}

export function isName(term: string): boolean {
  return term.startsWith('~');
}

/** What a text is compared by: for each phrase that has a meaning its name, for every other word its stem; no fillers. */
export function termsOf(typed: readonly string[], terms: Terms): string[] {
  const { stems: known, fillers, meant, longest } = terms;
  const words = typed.map((word) => (known.has(word) ? word : mended(word, terms)));
  const stems = words.map((word) => known.get(word) ?? terms.stem(word));
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const most = Math.max(longest.get(words[at] ?? '') ?? 0, longest.get(stems[at] ?? '') ?? 0);
    let taken = 0;
    for (let many = Math.min(most, words.length - at); many > 0 && taken === 0; many -= 1) {
      const name = meant.get(words.slice(at, at + many).join(' ')) ?? meant.get(stems.slice(at, at + many).join(' '));
      if (name === undefined) continue;
      if (found.at(-1) !== name) found.push(name);
      taken = many;
    }
    if (taken === 0 && !fillers.has(words[at] ?? '')) found.push(stems[at] ?? '');
    at += Math.max(taken, 1);
  }
  return found;
}

/** The known word this one may be a misspelling of; another form of a known word is none. */
function mended(word: string, { stem, known, spelling }: Terms): string {
  return known.has(stem(word)) ? word : corrected(word, spelling);
}
