import type { Language } from '../language.ts';
import type { Asked } from '../reading.ts';
import { isElsewhere } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { wordsOf, type Word } from '../text/words.ts';

/**
 * The options whose label the patient repeats, wholly or one of the things it names: "my leg gives way" of
 * "Leg weakness, or a leg that gives way". One word of several is too little. "None of these" and "I'm not sure" are not found so.
 */
export function labelsNamed(words: readonly Word[], asked: Asked, language: Language): string[] {
  const choosable = asked.options.filter(({ id, exclusive }) => !exclusive && id !== 'unsure');
  return choosable.filter((option) => partsOf(option.label, language).some((part) => isNamed(part, words, language))).map(({ id }) => id);
}

/** The words that matter of each thing a label names; a label of one word counts, one word of a longer label does not. */
function partsOf(label: string, language: Language): string[][] {
  const { or, small } = language.choosing;
  const parts: string[][] = [[]];
  let clause = 0;
  for (const word of wordsOf(label, language.shorthand)) {
    if (word.clause !== clause || or.includes(word.text)) parts.push([]);
    clause = word.clause;
    if (!or.includes(word.text) && !small.includes(word.text)) parts.at(-1)?.push(word.text);
  }
  const told = parts.filter((part) => part.length > 0);
  return told.length === 1 ? told : told.filter((part) => part.length > 1);
}

/** All of its words stand in one clause, and the first of them is not denied, nor said of others or another time. */
function isNamed(part: readonly string[], words: readonly Word[], language: Language): boolean {
  return words.some((word, at) => {
    if (word.text !== part[0] || denied(words, at, language) || isElsewhere(words, at, language)) return false;
    const near = words.filter((other) => other.clause === word.clause).map((other) => other.text);
    return part.every((wanted) => near.includes(wanted));
  });
}
