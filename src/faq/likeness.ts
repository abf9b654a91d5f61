import type { Tuning } from './questions.ts';
import { isName } from './terms.ts';

/** What a text is made of, and how much each part counts. */
export type Features = ReadonlyMap<string, number>;

/** Features with their values; none stands in it twice. */
export type Vector = readonly (readonly [feature: string, value: number])[];

/** Texts made ready to be compared with: for each feature the places of those that have it, and its value there. */
export interface Shelf {
  readonly size: number;
  readonly postings: ReadonlyMap<string, readonly (readonly [place: number, value: number])[]>;
}

/** Each term, and each two that stand together, with how much it counts. */
export function featuresOf(terms: readonly string[], { pairs, meanings }: Tuning): Features {
  const features = new Map<string, number>();
  terms.forEach((term, at) => {
    features.set(term, (features.get(term) ?? 0) + (isName(term) ? meanings : 1));
    const next = terms[at + 1];
    if (next !== undefined) features.set(`${term} ${next}`, pairs);
  });
  return features;
}

/** How much a feature tells: the fewer texts have it, the more. */
export function weightsOf(texts: readonly Features[]): Features {
  const weights = new Map<string, number>();
  for (const features of texts) for (const feature of features.keys()) weights.set(feature, (weights.get(feature) ?? 0) + 1);
  for (const [feature, uses] of weights) weights.set(feature, rarity(texts.length, uses));
  return weights;
}

export function rarity(texts: number, uses: number): number {
  return Math.log(1 + texts / uses);
}

/** The features that have a weight, weighed. */
export function weighed(features: Features, weights: Features): Vector {
  const vector: [string, number][] = [];
  for (const [feature, count] of features) {
    const weight = weights.get(feature);
    if (weight !== undefined) vector.push([feature, count * weight]);
  }
  return vector;
}

export function lengthOf(vector: Vector): number {
  let squares = 0;
  for (const [, value] of vector) squares += value * value;
  return Math.sqrt(squares);
}

/** Puts vectors on a shelf, each brought to length 1. */
export function shelve(vectors: readonly Vector[]): Shelf {
  const postings = new Map<string, [number, number][]>();
  vectors.forEach((vector, place) => {
    const length = lengthOf(vector);
    for (const [feature, value] of vector) {
      const there = postings.get(feature);
      if (there) there.push([place, value / length]);
      else postings.set(feature, [[place, value / length]]);
    }
  });
  return { size: vectors.length, postings };
}

/** The likeness of a text to each on the shelf, by place: the cosine, times the length of the text's own vector. */
export function likenesses(vector: Vector, { size, postings }: Shelf): Float64Array {
  const likeness = new Float64Array(size);
  for (const [feature, value] of vector) for (const [place, there] of postings.get(feature) ?? []) likeness[place] = (likeness[place] ?? 0) + value * there;
  return likeness;
}
