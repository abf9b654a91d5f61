import type { Word } from '../text/words.ts';
import { apartFrom } from './stretch.ts';

type Part = { words: ReadonlySet<string>; stems: readonly string[] } | 'gap';
type Way = { list: string; parts: readonly Part[] };

/** Every phrase of every list of a language, found by how it begins, so that the length of a message is all that costs time. */
export type Lexicon = {
  byPair: ReadonlyMap<string, readonly Way[]>;
  byWord: ReadonlyMap<string, readonly Way[]>;
  byStem: ReadonlyMap<string, readonly Way[]>;
  literals: readonly string[];
  stems: ReadonlySet<string>;
  /** Words that may stand inside any phrase. */
  fillers: ReadonlySet<string>;
};

/** Where a phrase of a list stands: the words `from` up to and without `to`. */
export type Hit = { list: string; from: number; to: number };

/** The hits of a message by list, each list in the order of the words. */
export type Hits = ReadonlyMap<string, readonly Hit[]>;

const longestGap = 4;
const mostFillers = 2;
const none: ReadonlySet<string> = new Set();
const stemLength = 3;
const longestStem = 24;

/**
 * Reads named lists of phrases, in the notation of text/phrases.ts: `a/b`, `(x)`, `word*`, `..`.
 * Throws an Error that names the phrase if one cannot be read.
 */
export function lexiconOf(lists: Readonly<Record<string, readonly string[]>>, fillers: ReadonlySet<string>): Lexicon {
  const byPair = new Map<string, Way[]>();
  const byWord = new Map<string, Way[]>();
  const byStem = new Map<string, Way[]>();
  const literals = new Set<string>();
  const stems = new Set<string>();
  // The same words stand in many phrases; each is kept once.
  const known = new Map<string, Part>();
  for (const [list, phrases] of Object.entries(lists)) {
    for (const parts of phrases.flatMap((phrase) => waysOf(phrase, known))) {
      const [first, second] = parts;
      if (first === undefined || first === 'gap') throw new Error(`a phrase begins with a word: ${list}`);
      for (const part of parts) {
        if (part === 'gap') continue;
        for (const word of part.words) literals.add(word);
        for (const stem of part.stems) stems.add(stem);
      }
      const way = { list, parts };
      const pairs = second !== undefined && second !== 'gap' && second.stems.length === 0 ? second.words : undefined;
      for (const word of first.words) {
        if (pairs) for (const next of pairs) put(byPair, `${word} ${next}`, way);
        else put(byWord, word, way);
      }
      const short = first.stems.find((stem) => stem.length < stemLength);
      if (short !== undefined) throw new Error(`a phrase begins with three letters or more before *: "${short}*" in ${list}`);
      for (const stem of first.stems) put(byStem, stem.slice(0, stemLength), way);
    }
  }
  return { byPair, byWord, byStem, literals: [...literals], stems, fillers };
}

/** Whether a word means something in the lexicon as it is written. */
export function isKnown(word: string, { stems }: Lexicon): boolean {
  for (let length = stemLength; length <= Math.min(word.length, longestStem); length += 1) if (stems.has(word.slice(0, length))) return true;
  return false;
}

/**
 * All places where a phrase stands; of one list, only the longest that begins at a word. What a list named `<list>_lookalike`
 * says is no phrase of that list: "ten years" is no count of pills.
 */
export function hitsIn(words: readonly Word[], lexicons: readonly Lexicon[]): Hits {
  const hits = new Map<string, Hit[]>();
  for (const lexicon of lexicons) {
    const { byPair, byWord, byStem, fillers } = lexicon;
    words.forEach(({ text }, at) => {
      const [next, after] = [words[at + 1], words[pastFillers(words, at + 1, fillers)]];
      keepAll(hits, byWord.get(text), words, at, fillers);
      keepAll(hits, byStem.get(text.slice(0, stemLength)), words, at, fillers);
      if (next) keepAll(hits, byPair.get(`${text} ${next.text}`), words, at, fillers);
      if (after && after !== next) keepAll(hits, byPair.get(`${text} ${after.text}`), words, at, fillers);
    });
  }
  for (const found of hits.values()) found.sort((one, two) => one.from - two.from);
  return new Map([...hits].map(([list, found]) => [list, apartFrom(found, hits.get(`${list}_lookalike`) ?? [])]));
}

function keepAll(hits: Map<string, Hit[]>, ways: readonly Way[] | undefined, words: readonly Word[], at: number, fillers: ReadonlySet<string>): void {
  if (!ways) return;
  for (const { list, parts } of ways) {
    const to = endOf(parts, 0, words, at, fillers);
    if (to !== undefined) keep(hits, { list, from: at, to });
  }
}

function keep(hits: Map<string, Hit[]>, hit: Hit): void {
  const known = hits.get(hit.list);
  const last = known?.at(-1);
  if (!known || !last) hits.set(hit.list, [hit]);
  else if (last.from !== hit.from) known.push(hit);
  else if (last.to < hit.to) known[known.length - 1] = hit;
}

function endOf(parts: readonly Part[], part: number, words: readonly Word[], at: number, fillers: ReadonlySet<string>): number | undefined {
  const wanted = parts[part];
  if (wanted === undefined) return at;
  const word = words[at];
  if (!word || (part > 0 && word.clause !== words[at - 1]?.clause)) return undefined;
  if (wanted !== 'gap') {
    if (fits(wanted, word.text)) return endOf(parts, part + 1, words, at + 1, fillers);
    const after = part > 0 ? pastFillers(words, at, fillers) : at;
    return after > at ? endOf(parts, part, words, after, none) : undefined;
  }
  for (let skipped = 0; skipped <= longestGap && words[at + skipped]?.clause === word.clause; skipped += 1) {
    const end = endOf(parts, part + 1, words, at + skipped, fillers);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** The first word from here that is not a filler, at most two further on. */
function pastFillers(words: readonly Word[], at: number, fillers: ReadonlySet<string>): number {
  let after = at;
  while (after < at + mostFillers && fillers.has(words[after]?.text ?? '')) after += 1;
  return after;
}

function fits({ words, stems }: Exclude<Part, 'gap'>, text: string): boolean {
  if (words.has(text)) return true;
  for (const stem of stems) if (text.startsWith(stem)) return true;
  return false;
}

/** A phrase with every choice of the words that may be missing. */
function waysOf(phrase: string, known: Map<string, Part>): Part[][] {
  return phrase.split(' ').filter(Boolean).reduce<Part[][]>((ways, text) => {
    const optional = text.startsWith('(') && text.endsWith(')');
    if (!optional && /[()]/u.test(text)) throw new Error(`brackets hold one word, or several with / between: "${phrase}"`);
    const words = optional ? text.slice(1, -1) : text;
    const part = known.get(words) ?? partOf(words);
    known.set(words, part);
    return [...(optional ? ways : []), ...ways.map((way) => [...way, part])];
  }, [[]]);
}

function partOf(text: string): Part {
  if (text === '..') return 'gap';
  const all = text.split('/');
  const stems = all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return { words: new Set(all.filter((word) => !word.endsWith('*'))), stems };
}

function put(map: Map<string, Way[]>, key: string, way: Way): void {
  const known = map.get(key);
  if (known) known.push(way);
  else map.set(key, [way]);
}
