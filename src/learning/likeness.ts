import { z } from 'zod';
import { learn, likelihoods, type Learned } from './regression.ts';
import { pairFeature, pieceFeatures, vectorOf, vectorsOf, wordFeature, type Features, type Known } from './vector.ts';

/** How texts are compared with examples, by their words. */
export const Weighing = z.strictObject({
  /** What two words together count, and two with one between, where one word counts 1. */
  pairs: z.number().min(0),
  apart: z.number().min(0),
  /** The pieces of a word, so that an unknown word counts for its likeness to known ones: their length, and what each counts. */
  pieces: z.strictObject({ letters: z.number().int().min(2), count: z.number().min(0) }),
  /** In how many examples something must stand to count. */
  least: z.number().int().positive(),
  learning: z.strictObject({ rounds: z.number().int().positive(), pace: z.number().positive(), evenness: z.number().min(0).max(1) }),
});

export type Weighing = z.infer<typeof Weighing>;

/** What is known of the texts that go by each name. */
export interface Taught<Name extends string = string> {
  readonly names: readonly Name[];
  readonly weighing: Weighing;
  readonly known: Known;
  readonly learned: Learned;
}

/** Learns what texts of each name are like. The same examples in the same order give the same answers. */
export function taughtBy<Example extends { readonly name: string }>(examples: readonly Example[], wordsOf: (example: Example) => readonly string[], weighing: Weighing): Taught<Example['name']> {
  const names = [...new Set(examples.map(({ name }) => name))];
  const places = new Map(names.map((name, place) => [name, place]));
  // The same words come again and again.
  const pieces = new Map<string, number[]>();
  const piecesOf = (word: string): number[] => {
    const found = pieces.get(word) ?? pieceFeatures(word, weighing.pieces.letters);
    pieces.set(word, found);
    return found;
  };
  const { known, vectors } = vectorsOf(examples, (example) => featuresOf(wordsOf(example), weighing, piecesOf), weighing.least, 0);
  const lessons = vectors.map(({ text: { name }, vector }) => ({ label: places.get(name) ?? 0, worth: 1, vector }));
  return { names, weighing, known, learned: learn(lessons, { features: known.places.size, labels: names.length }, weighing.learning) };
}

/** How likely a text goes by each of the names, in their order; together 1. */
export function likeness(words: readonly string[], { weighing, known, learned }: Taught): Float32Array {
  return likelihoods(vectorOf(featuresOf(words, weighing), known, 0), learned);
}

/** Each word, the words that stand together or with one between, and the pieces of each word. */
function featuresOf(words: readonly string[], { pairs, apart, pieces }: Weighing, piecesOf = (word: string) => pieceFeatures(word, pieces.letters)): Features {
  const features = new Map<number, number>();
  words.forEach((word, at) => {
    features.set(wordFeature(word), 1);
    const [next, third] = [words[at + 1], words[at + 2]];
    if (next !== undefined) features.set(pairFeature(word, next, ' '), pairs);
    if (third !== undefined) features.set(pairFeature(word, third, ' _ '), apart);
    for (const piece of piecesOf(word)) features.set(piece, pieces.count);
  });
  return features;
}
