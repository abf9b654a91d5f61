import type { Vector } from './vector.ts';

// Looked up once: in a context of its own, where tests run, each look at Math costs more than the sum.
const { abs, exp, max } = Math;

/** How many times over the examples are gone through, how far each moves the weights at first, and how far a label with few examples makes up for it (0 not at all, 1 wholly). */
export interface Pace {
  readonly rounds: number;
  readonly pace: number;
  readonly evenness: number;
}

/** A text and the label it has, by the label's place. `worth` is how much there is to learn from it, where 1 is usual. */
export interface Example {
  readonly vector: Vector;
  readonly label: number;
  readonly worth: number;
}

/** How much each feature speaks for each label: row by row, a row for each feature, and what speaks for a label without any. */
export interface Learned {
  readonly labels: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** A step that would move a label by less than this is not taken: most labels have nothing to learn from most examples. */
const leastStep = 0.01;

/** An example this likely to be given its own label is not gone over again. */
const known = 0.9;

/**
 * Learns from examples what speaks for a label (logistic regression over all labels, by gradient descent, one example at a time).
 * Nothing is left to chance: the same examples in the same order give the same weights.
 * @param size how many features and labels there are
 */
export function learn(examples: readonly Example[], size: { features: number; labels: number }, { rounds, pace, evenness }: Pace): Learned {
  const { labels } = size;
  const learned: Learned = { labels, weights: new Float32Array(size.features * labels), bias: new Float32Array(labels) };
  const counts = Array.from({ length: labels }, () => 0);
  for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1;
  // A label we know few examples of may be as likely as one we know many of.
  const even = counts.map((count) => (examples.length / labels / max(count, 1)) ** evenness);
  let left = spread(examples, counts);
  for (let round = 0; round < rounds; round += 1) {
    left = left.filter((example) => step(example, (example.worth * (even[example.label] ?? 1) * pace) / (1 + round), learned) < known);
  }
  return learned;
}

/** @returns how likely the example was to be given its own label, before the step */
function step({ vector, label }: Example, pace: number, learned: Learned): number {
  const { labels, weights, bias } = learned;
  const likely = likelihoods(vector, learned);
  const own = likely[label] ?? 0;
  const moved = new Int32Array(labels);
  let many = 0;
  for (let other = 0; other < labels; other += 1) {
    const error = (likely[other] ?? 0) - (other === label ? 1 : 0);
    if (abs(error) < leastStep) continue;
    bias[other] = (bias[other] ?? 0) - (pace * error) / 10;
    likely[other] = pace * error;
    moved[many] = other;
    many += 1;
  }
  for (let at = 0; at < vector.places.length; at += 1) {
    const row = (vector.places[at] ?? 0) * labels;
    const value = vector.values[at] ?? 0;
    for (let move = 0; move < many; move += 1) {
      const other = moved[move] ?? 0;
      weights[row + other] = (weights[row + other] ?? 0) - (likely[other] ?? 0) * value;
    }
  }
  return own;
}

/** How likely each label is for a text, by its place; together 1. */
export function likelihoods({ places, values }: Vector, { labels, weights, bias }: Learned): Float32Array {
  const scores = Float32Array.from(bias);
  for (let at = 0; at < places.length; at += 1) {
    const row = (places[at] ?? 0) * labels;
    const value = values[at] ?? 0;
    for (let label = 0; label < labels; label += 1) scores[label] = (scores[label] ?? 0) + value * (weights[row + label] ?? 0);
  }
  let most = -Infinity;
  for (const score of scores) most = max(most, score);
  let sum = 0;
  for (let label = 0; label < labels; label += 1) sum += scores[label] = exp((scores[label] ?? 0) - most);
  for (let label = 0; label < labels; label += 1) scores[label] = (scores[label] ?? 0) / sum;
  return scores;
}

/** The examples of every label spread evenly over the whole, so that none is forgotten while others are learned. */
function spread(examples: readonly Example[], counts: readonly number[]): readonly Example[] {
  const seen = counts.map(() => 0);
  const placed = examples.map((example) => {
    const before = seen[example.label] ?? 0;
    seen[example.label] = before + 1;
    return { example, at: (before + 0.5) / (counts[example.label] ?? 1) };
  });
  return placed.toSorted((one, other) => one.at - other.at).map(({ example }) => example);
}
