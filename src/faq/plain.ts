/** Lower case, without accents, apostrophes and signs, one space between words: `¿Cuánto cuesta?` is `cuanto cuesta`. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/[\p{M}'’‘´`]/gu, '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The words of a text, plain, in order. */
export function wordsOf(text: string): string[] {
  return plain(text).split(' ').filter((word) => word !== '');
}

/** The sentences of a message, in order. */
export function sentencesOf(text: string): string[] {
  return text.split(/[.?!;¿¡…\n]+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
}
