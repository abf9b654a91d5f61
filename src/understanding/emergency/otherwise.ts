import type { Word } from '../text/words.ts';
import { hitsIn, type Hit, type Hits, type Lexicon } from './lexicon.ts';

/** Other ways to say a few words, by the first word of each: "unable to" for "can not". */
export type Otherwise = ReadonlyMap<string, readonly { said: readonly string[]; meant: readonly string[] }[]>;

/** What a language needs for a second reading. */
type Voice = { readonly lexicon: Lexicon; readonly lists: ReadonlySet<string>; readonly otherwise: Otherwise };

/** Reads what stands for what: `can not: [unable to, not able to]`. The longest way is tried first. */
export function otherwiseOf(instead: Readonly<Record<string, readonly string[]>>): Otherwise {
  const ways = Object.entries(instead).flatMap(([meant, said]) => said.map((one) => ({ said: one.split(' '), meant: meant.split(' ') })));
  return Map.groupBy(ways.toSorted((one, two) => two.said.length - one.said.length), ({ said }) => said[0] ?? '');
}

/**
 * All places where a phrase stands, in the words as they are and once more with "can not" for "unable to". How a statement is
 * meant is read from the words as they are: only what it says is added.
 */
export function hitsOf(words: readonly Word[], voices: readonly Voice[]): Hits {
  const lexicons = voices.map(({ lexicon }) => lexicon);
  const hits = hitsIn(words, lexicons);
  const again = reworded(words, voices);
  if (!again) return hits;
  const merged = new Map(hits);
  for (const [list, found] of hitsIn(again.words, lexicons)) {
    if (!voices.some(({ lists }) => lists.has(list))) continue;
    const back = found.map(({ from, to }): Hit => ({ list, from: again.at[from] ?? 0, to: (again.at[to - 1] ?? 0) + 1 }));
    const known = merged.get(list) ?? [];
    const added = back.filter((hit) => !known.some((one) => one.from === hit.from && one.to === hit.to));
    merged.set(list, [...known, ...added].toSorted((one, two) => one.from - two.from));
  }
  return merged;
}

/** The words with the other ways put plainly, each with the place of the word it stands for; undefined if there are none. */
function reworded(words: readonly Word[], voices: readonly Voice[]): { words: Word[]; at: number[] } | undefined {
  const again: Word[] = [];
  const at: number[] = [];
  let here = 0;
  while (here < words.length) {
    const way = voices.flatMap(({ otherwise }) => otherwise.get(words[here]?.text ?? '') ?? []).find(({ said }) => said.every((one, next) => words[here + next]?.text === one));
    const said = words.slice(here, here + (way?.said.length ?? 1));
    const meant = way?.meant ?? said.map(({ text }) => text);
    for (const [next, text] of meant.entries()) {
      const place = Math.min(next, said.length - 1);
      const word = said[place];
      if (!word) continue;
      again.push({ ...word, text });
      at.push(here + place);
    }
    here += said.length;
  }
  return again.some(({ text }, next) => text !== words[next]?.text) || again.length !== words.length ? { words: again, at } : undefined;
}
