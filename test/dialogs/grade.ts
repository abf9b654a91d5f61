import { readFileSync } from 'node:fs';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { parse } from 'yaml';
import { z } from 'zod';

/** Words with many syllables that a patient needs; each counts as one syllable. */
export const allowed = Object.values(z.record(z.string(), z.array(z.string())).parse(parse(readFileSync(new URL('allowed-terms.yaml', import.meta.url), 'utf8')))).flat();
const plain = new Set(allowed.map((term) => term.toLowerCase()));

/** The words of each sentence. A line is never longer than a sentence. */
export function sentencesOf(text: string): string[][] {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).filter((words) => words.length > 0);
}

/** The US school grade at which a text can be read (Flesch-Kincaid). */
export function gradeOf(text: string): number {
  const sentences = sentencesOf(text);
  const words = sentences.flat();
  const syllables = words.map((word) => (plain.has(word.toLowerCase()) ? 1 : Math.max(1, syllable(word))));
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables.reduce((sum, count) => sum + count, 0) });
}
