import { isQuestion } from './asking.ts';
import { sentencesOf } from './plain.ts';
import type { Questions, Tuning } from './questions.ts';
import { corrected, spellingOf, type Spelling } from './spelling.ts';
import { nameOf, termsFor, termsOf, type Terms } from './terms.ts';
import type { Topic } from './topic.ts';

/** A topic, or something people also write that no topic answers (`answers` false). */
interface Label {
  readonly id: string;
  readonly isTopic: boolean;
  readonly lean: number;
}

/** For each feature, who has it (an ask's or a label's place) and how much it counts there. */
type Postings = ReadonlyMap<string, readonly (readonly [number, number])[]>;

/** Everything that can be worked out before the first message. */
export interface Index {
  readonly questions: Questions;
  readonly tuning: Tuning;
  readonly terms: Terms;
  readonly spelling: Spelling;
  readonly labels: readonly Label[];
  /** The label of each ask, by its place. */
  readonly labelOf: readonly number[];
  /** How much a feature tells; the rarer the more. */
  readonly weights: ReadonlyMap<string, number>;
  readonly rarest: number;
  readonly asks: Postings;
  readonly wholes: Postings;
}

/** The longest part of a message that is compared, in terms. */
const longestCompared = 60;
const mostSentences = 8;

/**
 * Makes the topics of one language ready for search. Deterministic: the same files give the same index.
 * @param topics those that answer and those that route; both compete
 */
export function buildIndex(topics: readonly Topic[], questions: Questions, tuning: Tuning): Index {
  const labels: Label[] = [];
  const labelOf: number[] = [];
  const asked: ReadonlyMap<string, number>[] = [];
  const terms = termsFor(questions);
  const known = new Set<string>();
  const add = (id: string, isTopic: boolean, asks: readonly string[]) => {
    labels.push({ id, isTopic, lean: tuning.lean[id] ?? 1 });
    for (const ask of asks) {
      const found = termsOf(ask, terms);
      for (const term of found) known.add(term);
      asked.push(featuresOf(found, tuning.pairs));
      labelOf.push(labels.length - 1);
    }
  };
  for (const topic of topics) add(topic.id, true, [topic.title, ...topic.asks]);
  for (const [id, asks] of Object.entries(questions.elsewhere)) add(id, false, asks);

  const uses = new Map<string, number>();
  for (const features of asked) for (const feature of features.keys()) uses.set(feature, (uses.get(feature) ?? 0) + 1);
  const weights = new Map([...uses].map(([feature, count]) => [feature, Math.log(1 + asked.length / count)]));
  const vectors = asked.map((features) => unit(new Map([...features].map(([feature, count]) => [feature, count * (weights.get(feature) ?? 0)]))));

  const sums = labels.map(() => new Map<string, number>());
  vectors.forEach((vector, at) => {
    const sum = sums[labelOf[at] ?? 0];
    for (const [feature, value] of vector) sum?.set(feature, (sum.get(feature) ?? 0) + value);
  });
  // The square root keeps a topic's favourite word from drowning the words asked less often.
  const wholes = sums.map((sum) => unit(new Map([...sum].map(([feature, value]) => [feature, Math.sqrt(value)]))));
  return {
    questions, tuning, terms, labels, labelOf, weights,
    spelling: spellingOf(known),
    rarest: Math.log(1 + asked.length),
    asks: postingsOf(vectors),
    wholes: postingsOf(wholes),
  };
}

/**
 * The topic a message asks for, of either kind, and how like it is to the ways of asking (0 to about 1).
 * Nothing if it asks nothing, asks something that no topic is about, or is like none enough.
 */
export function findTopic(text: string, index: Index): { topic: string; score: number } | undefined {
  if (!isQuestion(text, index.questions)) return undefined;
  const sentences = sentencesOf(text);
  const asking = sentences.length > 1 ? sentences.filter((sentence) => isQuestion(sentence, index.questions)).slice(0, mostSentences) : [];
  const found = [text, ...asking].map((part) => nearest(part, index)).toSorted((one, other) => other.score - one.score);
  const best = found[0];
  if (!best) return undefined;
  const guard = guardOf(text, best.label.id, index);
  if (guard !== undefined) return { topic: guard, score: best.score };
  return best.label.isTopic && best.score >= index.tuning.least ? { topic: best.label.id, score: best.score } : undefined;
}

/** The topic a word of the message demands whatever the rest says. */
function guardOf(text: string, found: string, { terms, tuning }: Index): string | undefined {
  const said = new Set(termsOf(text, terms));
  return tuning.guards.find(({ words, unless }) => words.some((word) => said.has(nameOf(word))) && !unless?.includes(found))?.topic;
}

function nearest(text: string, { terms, spelling, tuning, labels, labelOf, weights, rarest, asks, wholes }: Index): { label: Label; score: number } {
  const said = termsOf(text, terms).slice(0, longestCompared).map((term) => (weights.has(term) ? term : corrected(term, spelling)));
  const toAsks = new Float64Array(labelOf.length);
  const toWholes = new Float64Array(labels.length);
  let squares = 0;
  for (const [feature, count] of featuresOf(said, tuning.pairs)) {
    const weight = weights.get(feature);
    if (weight === undefined) {
      if (!feature.includes(' ')) squares += (tuning.unknown * rarest) ** 2;
      continue;
    }
    const value = count * weight;
    squares += value * value;
    for (const [ask, there] of asks.get(feature) ?? []) toAsks[ask] = (toAsks[ask] ?? 0) + value * there;
    for (const [label, there] of wholes.get(feature) ?? []) toWholes[label] = (toWholes[label] ?? 0) + value * there;
  }
  const length = Math.sqrt(squares) || 1;
  const near = labels.map((): number[] => []);
  toAsks.forEach((likeness, ask) => {
    if (likeness > 0) near[labelOf[ask] ?? 0]?.push(likeness);
  });
  let best = { label: labels[0] ?? { id: '', isTopic: false, lean: 1 }, score: 0 };
  labels.forEach((label, at) => {
    const score = (label.lean * ((1 - tuning.whole) * faded(near[at] ?? [], tuning) + tuning.whole * (toWholes[at] ?? 0))) / length;
    if (score > best.score) best = { label, score };
  });
  return best;
}

/** The mean of the nearest, each counting less than the one before. */
function faded(likenesses: readonly number[], { nearest: many, fade }: Tuning): number {
  const sorted = likenesses.toSorted((one, other) => other - one);
  let [sum, weights, weight] = [0, 0, 1];
  for (let at = 0; at < many; at += 1) {
    sum += weight * (sorted[at] ?? 0);
    weights += weight;
    weight *= fade;
  }
  return sum / weights;
}

/** Each term, and each two that stand together, with how much it counts. */
function featuresOf(terms: readonly string[], pairs: number): Map<string, number> {
  const features = new Map<string, number>();
  terms.forEach((term, at) => {
    features.set(term, (features.get(term) ?? 0) + 1);
    const next = terms[at + 1];
    if (next !== undefined) features.set(`${term} ${next}`, pairs);
  });
  return features;
}

function unit(vector: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const length = Math.hypot(...vector.values()) || 1;
  return new Map([...vector].map(([feature, value]) => [feature, value / length]));
}

function postingsOf(vectors: readonly ReadonlyMap<string, number>[]): Postings {
  const postings = new Map<string, (readonly [number, number])[]>();
  vectors.forEach((vector, at) => {
    for (const [feature, value] of vector) {
      const there = postings.get(feature);
      if (there) there.push([at, value]);
      else postings.set(feature, [[at, value]]);
    }
  });
  return postings;
}
