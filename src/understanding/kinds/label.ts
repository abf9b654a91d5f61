import type { Language } from '../language.ts';
import type { Asked } from '../reading.ts';
import { isElsewhere } from '../assertion/mention.ts';
import { denied, deniedBehind } from '../assertion/negation.ts';
import { find } from '../text/phrases.ts';
import { wordsOf, type Word } from '../text/words.ts';

/** One of the things a label names: the words of it that matter, and whether it says that something is not so ("can not hold"). */
type Part = { wanted: readonly string[]; negative: boolean };

/**
 * The options whose label the patient repeats, wholly or one of the things it names: "my leg gives way" of
 * "Leg weakness, or a leg that gives way". One word of several is too little. "None of these" and "I'm not sure" are not found so.
 */
export function labelsNamed(words: readonly Word[], asked: Asked, language: Language): string[] {
  const choosable = asked.options.filter(({ id, exclusive }) => !exclusive && id !== 'unsure');
  return choosable.filter((option) => partsOf(option.label, language).some((part) => isNamed(part, words, language))).map(({ id }) => id);
}

/** The words that matter of each thing a label names; a label of one word counts, one word of a longer label does not. */
function partsOf(label: string, language: Language): Part[] {
  const { or, small } = language.choosing;
  const parts: Word[][] = [[]];
  let clause = 0;
  for (const word of wordsOf(label, language.shorthand)) {
    if (word.clause !== clause || or.includes(word.text)) parts.push([]);
    clause = word.clause;
    if (!or.includes(word.text)) parts.at(-1)?.push(word);
  }
  const told = parts
    .map((part) => ({ wanted: part.flatMap(({ text }) => (small.includes(text) ? [] : [text])), negative: find(language.negation.before, part) !== undefined }))
    .filter(({ wanted }) => wanted.length > 0);
  return told.length === 1 ? told : told.filter(({ wanted }) => wanted.length > 1);
}

/**
 * All of its words stand in one clause, and the first of them is not said of others or another time. It is not denied either; of what
 * says that something is not so, a word must be: who can hold it does not repeat "can not hold".
 */
function isNamed({ wanted, negative }: Part, words: readonly Word[], language: Language): boolean {
  return words.some((word, at) => {
    if (word.text !== wanted[0] || isElsewhere(words, at, language)) return false;
    const near = words.flatMap((other, place) => (other.clause === word.clause && wanted.includes(other.text) ? [place] : []));
    const isDenied = (place: number) => denied(words, place, language) || deniedBehind(words, place + 1, language);
    return wanted.every((one) => near.some((place) => words[place]?.text === one)) && (negative ? near.some(isDenied) : !isDenied(at));
  });
}
