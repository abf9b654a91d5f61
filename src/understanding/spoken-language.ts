import { detectAll } from 'tinyld/light';

/** Fewer different ones are too few: "no", "gabapentin" and "Maria" are words of every language. */
const fewestWords = 3;

/** How much likelier than the next a language must be, and how likely at all; between 0 and 1 as tinyld counts. */
const [farAhead, likely] = [3, 0.1];

/**
 * The language a message is clearly written in, one of `among`; nothing for short, mixed or doubtful words, for names and numbers.
 * @param among codes as in ISO 639-1, for example `en`
 */
export function languageOf(text: string, among: readonly string[]): string | undefined {
  if (new Set(text.toLowerCase().match(/\p{L}+/gu)).size < fewestWords || among.length < 2) return undefined;
  const [first, second] = detectAll(text, { only: [...among] });
  if (!first || first.accuracy < likely) return undefined;
  return !second || first.accuracy >= farAhead * second.accuracy ? first.lang : undefined;
}
