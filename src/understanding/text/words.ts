import { inLatin } from './letters.ts';

/** A word of a message as it is compared: lower case, without accents, contractions opened. `start` and `end` are its place in the text. */
export type Word = { text: string; start: number; end: number; clause: number };

/** Contractions and shorthand of a language, each with the words it stands for. */
export type Shorthand = ReadonlyMap<string, readonly string[]>;

const piece = /\p{L}(?:\.\p{L}(?![\p{L}\p{M}]))+|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|(?<![^\s])\.\d+|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|[.,;:!?()\n…¿¡—]|[-–/%+#&@'"½¼¾]/gu;
const ends = /^[.,;:!?()\n…¿¡—]$/u;
const symbols = new Map([['–', '-'], ['½', '1/2'], ['¼', '1/4'], ['¾', '3/4']]);

/** Lower case without accents: `Años` is `anos`. What is put together of parts that are no accents, as in Korean, stays whole. */
export function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}

/** Curly apostrophes and quotation marks as straight ones, of the same length. */
export function straight(text: string): string {
  return text.replaceAll(/[‘’´`]/gu, "'").replaceAll(/[“”]/gu, '"');
}

/** The words of a text in order. Punctuation starts a new clause and is not a word; `-` and `/` stay between digits. */
export function wordsOf(text: string, shorthand: Shorthand): Word[] {
  const words: Word[] = [];
  const clean = inLatin(straight(text));
  let clause = 0;
  for (const { 0: found, index } of clean.matchAll(piece)) {
    const end = index + found.length;
    if (ends.test(found)) {
      clause += 1;
      continue;
    }
    const digits = (at: number) => /\d/u.test(clean.charAt(at));
    if (/^[-–/]$/u.test(found) && !(digits(index - 1) || digits(index - 2))) {
      if (clean.charAt(index - 1) === ' ' && clean.charAt(end) === ' ') clause += 1;
      continue;
    }
    const bare = /^\.\d/u.test(found) ? `0${found}` : symbols.get(found) ?? plain(found).replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, '');
    for (const word of shorthand.get(bare) ?? [bare.replace(/'s$/u, '')]) words.push({ text: word, start: index, end, clause });
  }
  return words;
}

/** The words of a text that may mix languages, as they are compared, with the contractions of each opened. */
export function wordsOfAll(text: string, [first, ...others]: readonly Shorthand[]): string[] {
  return others.reduce((all, shorthand) => all.flatMap((word) => shorthand.get(word) ?? [word]), wordsOf(text, first ?? new Map()).map((word) => word.text));
}
