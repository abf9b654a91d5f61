import type { Language } from '../language.ts';
import type { Label } from '../text/labels.ts';
import { find, findAt, type Phrases } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';

/** Those of the parts named where it hurts that are not said to be well, nor to have been so once: "my back is fine", "left used to be, now right". */
export function unspared(labels: readonly Label[], words: readonly Word[], { choosing: { well, over, also } }: Language): Label[] {
  const grows = find(also, words) !== undefined;
  const isSaid = (list: Phrases, at: number) => words[at]?.clause === words[at - 1]?.clause && findAt(list, words, at) !== undefined;
  return labels.filter(({ label, to }) => label === 'none' || !(isSaid(well, to) || (!grows && isSaid(over, to))));
}

/** "Everywhere except my back", where nobody can tell what is meant; "nowhere but my back" names it. */
export function leavesOut(words: readonly Word[], { choosing: { leftOut, nothingBut } }: Language): boolean {
  const mark = find(leftOut, words);
  return mark !== undefined && find(nothingBut, words, 0, mark.from) === undefined;
}

/** "Left, no, the right one": of two that a lone "no" parts the last one is meant, if nothing else is named behind it. */
export function saidInstead(labels: readonly Label[], words: readonly Word[], { negation: { behind } }: Language): Label | undefined {
  const [first, last, ...others] = labels;
  if (!first || !last || others.length > 0 || first.label === last.label) return undefined;
  const isLone = ({ text, clause }: Word, at: number) => at >= first.to && at < last.from && behind.includes(text) && words[at + 1]?.clause !== clause;
  return words.some(isLone) ? last : undefined;
}
