import { pairFeature, pieceFeatures, wordFeature, type Features } from '../learning/vector.ts';
import type { Tuning } from './questions.ts';
import { isName, termsOf, type Terms } from './terms.ts';

/** Each term, each two that stand together, and the pieces of each word, with how much each counts. */
export function featuresOf(words: readonly string[], terms: Terms, { pairs, meanings, pieces }: Tuning): Features {
  const features = new Map<number, number>();
  const all = termsOf(words, terms);
  all.forEach((term, at) => {
    const feature = wordFeature(term);
    features.set(feature, (features.get(feature) ?? 0) + (isName(term) ? meanings : 1));
    const next = all[at + 1];
    if (next !== undefined) features.set(pairFeature(term, next, ' '), pairs);
  });
  for (const word of words) for (const piece of pieceFeatures(word, pieces.letters)) features.set(piece, pieces.count);
  return features;
}
