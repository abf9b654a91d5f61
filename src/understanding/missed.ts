import type { Language } from './language.ts';
import type { Asked } from './reading.ts';
import { labelsIn } from './text/labels.ts';
import { hear, pastFillers, type Said } from './text/said.ts';
import type { Word } from './text/words.ts';

/** More words than these tell something and name nothing. */
const mostWords = 3;
const fewestLetters = 3;
/** More than these are no slip in a list, and showing them helps nobody. */
const mostMissed = 3;

/**
 * Of an answer that is a list, the things named in it that mean nothing to us beside what does: the "water pill" of "lisinopril and a
 * water pill", as written. Words that only say when, where or how often are none of them.
 * @param isRead whether a part of the message would be understood as an answer by itself
 */
export function missedIn(said: Said, asked: Asked, language: Language, isRead: (part: Said) => boolean): string[] {
  if (asked.type !== 'choices' && asked.type !== 'medicines') return [];
  const parts = partsOf(said.words, language);
  const known = knownIn(said.words, asked, language);
  const missed = parts.flatMap((part) => {
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last || !isThing(part, language) || known.some(({ from, to }) => said.words.slice(from, to).some((word) => part.includes(word)))) return [];
    const text = said.text.slice(first.start, last.end);
    return isRead(hear(text, language)) ? [] : [text];
  });
  return missed.length < parts.length && missed.length <= mostMissed ? missed : [];
}

/** The parts of a list: between commas, and around "and". Little words before a thing are left out. */
function partsOf(words: readonly Word[], { choosing: { or, small } }: Language): Word[][] {
  const parts: Word[][] = [];
  words.forEach((word, at) => {
    if (at === 0 || word.clause !== words[at - 1]?.clause || or.includes(word.text)) parts.push([]);
    const part = parts.at(-1);
    if (!or.includes(word.text) && (part?.length !== 0 || !small.includes(word.text))) part?.push(word);
  });
  return parts.filter((part) => part.length > 0);
}

/** Short, a word in it, and nothing that only says more of what was named. */
function isThing(part: readonly Word[], language: Language): boolean {
  const { aside } = language.choosing;
  return pastFillers(part, 0, language) < part.length && part.length <= mostWords && part.some(({ text }) => /^\p{L}+$/u.test(text) && text.length >= fewestLetters) && !part.some(({ text }) => aside.includes(text));
}

/** Where the message names anything we know, asked for or not. */
function knownIn(words: readonly Word[], asked: Asked, language: Language): { from: number; to: number }[] {
  const others = ['symptoms', 'locations', 'side'];
  const tables = asked.type === 'medicines' ? [language.medicines.names] : [language.treatments, language.allergies.things, language.medicines.names, ...[asked.id, ...others].flatMap((id) => language.options.get(id) ?? [])];
  return tables.flatMap((table) => labelsIn(table, words));
}
