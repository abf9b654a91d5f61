import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { LRUCache } from 'lru-cache';
import { plain } from './plain.ts';
import type { Questions } from './questions.ts';

/** How a language's words are compared. */
export interface Terms {
  readonly stem: (word: string) => string;
  readonly fillers: ReadonlySet<string>;
  /** What a phrase counts as, by the phrase and by its stems. */
  readonly meant: ReadonlyMap<string, string>;
  /** The words of the longest phrase. */
  readonly longest: number;
}

const stemsKept = 4000;

/** Spanish endings are known by their accents, which people leave out and `plain` takes off. */
const stemmers = {
  english,
  spanish: (word: string) => plain(spanish(word.replace(/([cs])ion$/u, '$1ión'))),
} satisfies Record<Questions['stemmer'], (word: string) => string>;

export function termsFor({ stemmer, means, fillers }: Questions): Terms {
  const kept = new LRUCache<string, string>({ max: stemsKept });
  const stem = (word: string): string => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const found = /\d/u.test(word) ? '#' : stemmers[stemmer](word);
    kept.set(word, found);
    return found;
  };
  const meant = new Map<string, string>();
  let longest = 1;
  for (const [name, phrases] of Object.entries(means)) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      longest = Math.max(longest, words.length);
      for (const form of [phrase, words.map(stem).join(' ')]) if (!meant.has(form)) meant.set(form, nameOf(name));
    }
  }
  return { stem, fillers: new Set(fillers), meant, longest };
}

/** How a phrase of `means` stands among the terms. */
export function nameOf(meaning: string): string {
  return `~${meaning}`;
}

/** What a text is compared by: for each phrase that has a meaning its name, for every other word its stem; no fillers. */
export function termsOf(text: string, { stem, fillers, meant, longest }: Terms): string[] {
  const words = plain(text).split(' ').filter((word) => word !== '');
  const stems = words.map(stem);
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let many = Math.min(longest, words.length - at); many > 0 && taken === 0; many -= 1) {
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
