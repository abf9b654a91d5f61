/**
 * The school grade of Spanish sentences after Crawford (1985): -0.205 times the sentences in 100 words, plus 0.049 times their
 * syllables, less 3.407. Made for grades 1 to 6; beyond that, and for a few words, it only says "harder" or "easier".
 */
export function spanishGrade(sentences: readonly (readonly string[])[]): number {
  const words = sentences.flat();
  const per100 = 100 / Math.max(1, words.length);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return -0.205 * sentences.length * per100 + 0.049 * syllables * per100 - 3.407;
}

/**
 * The syllables of a Spanish word: each strong vowel (a, e, o) and each í or ú carries one, weak ones (i, u, final y) only where no
 * strong one stands beside them.
 */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().normalize('NFC').replaceAll(/qu(?=[eéií])|gu(?=[eéií])/gu, 'k').replaceAll(/y(?!\p{L})/gu, 'i');
  const groups = letters.match(/[aeiouáéíóúü]+/gu) ?? [];
  return Math.max(1, groups.reduce((sum, group) => sum + Math.max(1, (group.match(/[aeoáéóíú]/gu) ?? []).length), 0));
}
