import type { Hit } from './lexicon.ts';

/** Whether the first holds all words of the second. */
export function covers(one: Hit, other: Hit): boolean {
  return one.from <= other.from && one.to >= other.to;
}

/** Whether the two have a word in common. */
export function overlap(one: Hit, other: Hit): boolean {
  return one.from < other.to && other.from < one.to;
}

/** How many words stand between the two. */
export function gap(one: Hit, other: Hit): number {
  return Math.max(0, one.from < other.from ? other.from - one.to : one.from - other.to);
}

/** The first and, not included, the last word of a set of hits. */
export function spanOf(hits: readonly Hit[]): { from: number; to: number } {
  return { from: Math.min(...hits.map(({ from }) => from)), to: Math.max(...hits.map(({ to }) => to)) };
}

/** Up to `count` hits on either side of a word, of hits in the order of the words. */
export function around(hits: readonly Hit[], word: number, count: number): Hit[] {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((hits[middle]?.from ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return hits.slice(Math.max(0, low - count), low + count);
}

/** The hits that share no word with any of the others. Both lists are in the order of the words. */
export function apartFrom(hits: readonly Hit[], others: readonly Hit[]): readonly Hit[] {
  return others.length === 0 ? hits : hits.filter((hit) => !around(others, hit.from, 4).some((other) => overlap(other, hit)));
}
