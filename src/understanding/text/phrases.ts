import { inLatin } from './letters.ts';
import type { Word } from './words.ts';

/**
 * Phrases are written the way a translator reads them:
 * `can not/never lift` one word or the other · `(on the) knee` words that may be missing · `numb*` any word that begins so ·
 * `stop .. smoking` up to four words between · `can not |` only where the clause ends · `^ my mother` only where it begins.
 */
export type Phrases = { byFirst: ReadonlyMap<string, readonly Phrase[]>; byStem: ReadonlyMap<string, readonly Phrase[]>; literals: readonly string[] };

type Part = readonly string[] | 'gap' | 'end';
type Phrase = { parts: readonly Part[]; order: number; opens: boolean };

/** Where a phrase was found: the words `from` up to and without `to`; `order` is the phrase's place in its list. */
export type Found = { from: number; to: number; order: number };

const longestGap = 4;
/** `word*` is looked up by its first letters; a shorter stem would never be found. */
const stemLength = 2;

/** Reads a list of phrases once, so that looking them up is quick. */
export function phrases(list: readonly string[]): Phrases {
  const byFirst = new Map<string, Phrase[]>();
  const byStem = new Map<string, Phrase[]>();
  const literals = new Set<string>();
  // The same words stand in many phrases; each is kept once.
  const known = new Map<string, Part>();
  list.forEach((line, order) => {
    for (const way of waysOf(inLatin(line))) {
      const texts = way.split(' ').filter(Boolean);
      const opens = texts[0] === '^';
      const parts = (opens ? texts.slice(1) : texts).map((text) => kept(known, text));
      const phrase = { parts, order, opens };
      const [first] = parts;
      if (first === undefined || first === 'gap' || first === 'end') throw new Error(`a phrase begins with a word: "${line}"`);
      for (const word of first) {
        if (word.endsWith('*')) put(byStem, word.slice(0, stemLength), phrase);
        else put(byFirst, word, phrase);
      }
      for (const part of parts) if (part !== 'gap' && part !== 'end') for (const word of part) literals.add(word);
    }
  });
  return { byFirst, byStem, literals: [...literals] };
}

/** A phrase with and without each of the words that may be missing. */
function waysOf(line: string): string[] {
  const [whole, optional] = /\(([^()]*)\)/u.exec(line) ?? [];
  return whole === undefined || optional === undefined ? [line] : [line.replace(whole, optional), line.replace(whole, '')].flatMap(waysOf);
}

function put(map: Map<string, Phrase[]>, word: string, phrase: Phrase): void {
  const known = map.get(word);
  if (known) known.push(phrase);
  else map.set(word, [phrase]);
}

function kept(known: Map<string, Part>, text: string): Part {
  const part = known.get(text) ?? partOf(text);
  known.set(text, part);
  return part;
}

function partOf(text: string): Part {
  if (text === '..') return 'gap';
  if (text === '|') return 'end';
  return text === '/' ? ['/'] : text.split('/');
}

/** Every place where a phrase of the list stands within one clause: at each word the longest one. */
export function findAll(list: Phrases, words: readonly Word[], from = 0, to = words.length): Found[] {
  const found: Found[] = [];
  for (let at = from; at < to; at += 1) {
    const longest = findAt(list, words, at, to);
    if (longest) found.push(longest);
  }
  return found;
}

/** The longest phrase of the list that begins exactly at this word. */
export function findAt(list: Phrases, words: readonly Word[], at: number, to = words.length): Found | undefined {
  const word = words[at];
  if (!word) return undefined;
  const begins = words[at - 1]?.clause !== word.clause;
  let best: Found | undefined;
  for (const some of [list.byFirst.get(word.text) ?? [], list.byStem.get(word.text.slice(0, stemLength)) ?? []]) {
    for (const phrase of some) {
      if (phrase.opens && !begins) continue;
      const end = matched(phrase.parts, 0, words, at, to, word.clause);
      if (end !== undefined && end > (best?.to ?? at)) best = { from: at, to: end, order: phrase.order };
    }
  }
  return best;
}

/** The first place where a phrase of the list stands. */
export function find(list: Phrases, words: readonly Word[], from = 0, to = words.length): Found | undefined {
  for (let at = from; at < to; at += 1) {
    const found = findAt(list, words, at, to);
    if (found) return found;
  }
  return undefined;
}

function matched(parts: readonly Part[], part: number, words: readonly Word[], at: number, to: number, clause: number): number | undefined {
  const wanted = parts[part];
  if (wanted === undefined) return at;
  if (wanted === 'end') return words[at]?.clause === clause ? undefined : at;
  if (wanted === 'gap') {
    for (let skipped = 0; skipped <= longestGap; skipped += 1) {
      const end = matched(parts, part + 1, words, at + skipped, to, clause);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  const word = words[at];
  const here = word && at < to && word.clause === clause && wanted.some((one) => fits(one, word.text));
  return here ? matched(parts, part + 1, words, at + 1, to, clause) : undefined;
}

function fits(one: string, word: string): boolean {
  return one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : one === word;
}
