import { isQuestion } from './asking.ts';
import { featuresOf, lengthOf, likenesses, rarity, shelve, weighed, weightsOf, type Features, type Shelf } from './likeness.ts';
import { sentencesOf, wordsOf } from './plain.ts';
import type { Questions, Tuning } from './questions.ts';
import { nameOf, termsFor, termsOf, type Terms } from './terms.ts';
import type { Topic } from './topic.ts';

/** A topic, something else people ask, or something they write that asks nothing. */
interface Label {
  readonly id: string;
  readonly kind: 'topic' | 'elsewhere' | 'statement';
}

/** Everything about the topics of one language that can be worked out before the first message. */
export interface Index {
  readonly questions: Questions;
  readonly tuning: Tuning;
  readonly terms: Terms;
  readonly labels: readonly Label[];
  /** The place in `labels` of each ask. */
  readonly labelOf: readonly number[];
  readonly weights: Features;
  readonly asks: Shelf;
  /** All asks of a label as one. */
  readonly wholes: Shelf;
}

interface Match {
  readonly label: Label;
  /** 0 to about 1. */
  readonly score: number;
}

/** The longest part of a message that is compared, in words, and how many of its sentences are. */
const longestCompared = 60;
const mostSentences = 8;

/**
 * Makes the topics of one language ready for search. The same files give the same index.
 * @param topics those that answer and those that route; both compete
 */
export function buildIndex(topics: readonly Topic[], questions: Questions, tuning: Tuning): Index {
  const groups = [
    ...topics.map(({ id, title, asks }) => ({ label: { id, kind: 'topic' as const }, asks: [title, ...asks] })),
    ...Object.entries(questions.elsewhere).map(([id, asks]) => ({ label: { id, kind: 'elsewhere' as const }, asks })),
    ...Object.entries(questions.statements).map(([id, asks]) => ({ label: { id, kind: 'statement' as const }, asks })),
  ];
  const words = groups.map(({ asks }) => asks.map(wordsOf));
  const terms = termsFor(questions, tuning, words.flat());
  const features = words.flatMap((asks) => asks.map((ask) => featuresOf(termsOf(ask, terms), tuning)));
  const labelOf = words.flatMap((asks, at) => asks.map(() => at));
  const weights = weightsOf(features);
  const vectors = features.map((one) => weighed(one, weights));

  const sums = groups.map(() => new Map<string, number>());
  vectors.forEach((vector, at) => {
    const sum = sums[labelOf[at] ?? 0];
    const length = lengthOf(vector);
    for (const [feature, value] of vector) sum?.set(feature, (sum.get(feature) ?? 0) + value / length);
  });
  // The square root keeps a topic's favourite words from drowning those it is asked with less often.
  const wholes = sums.map((sum) => [...sum].map(([feature, value]) => [feature, Math.sqrt(value)] as const));
  return { questions, tuning, terms, labels: groups.map(({ label }) => label), labelOf, weights, asks: shelve(vectors), wholes: shelve(wholes) };
}

/** What a message asks for: a topic of either kind, or something that no topic is about. `score` is 0 to about 1. */
export interface Asked {
  readonly topic: string | null;
  readonly score: number;
}

/** What a message asks for; nothing if it asks nothing. */
export function askedIn(text: string, index: Index): Asked | undefined {
  const { questions, tuning } = index;
  if (!isQuestion(text, questions)) return undefined;
  const sentences = sentencesOf(text);
  const asking = sentences.length > 1 ? sentences.filter((sentence) => isQuestion(sentence, questions)).slice(0, mostSentences) : [];
  const matches = [text, ...asking].flatMap((part) => nearest(part, index) ?? []).toSorted((one, other) => other.score - one.score);
  const best = matches.find(({ label }) => tuning.careful.includes(label.id)) ?? matches[0];
  if (!best) return { topic: null, score: 0 };
  const { label, score } = best;
  if (label.kind === 'statement') return undefined;
  return { topic: guardOf(text, label.id, index) ?? (label.kind === 'topic' ? label.id : null), score };
}

/** The topic a message asks for, of either kind; nothing if it asks nothing, or something that no topic is about. */
export function findTopic(text: string, index: Index): { topic: string; score: number } | undefined {
  const asked = askedIn(text, index);
  if (!asked || asked.topic === null) return undefined;
  return { topic: asked.topic, score: asked.score };
}

/** The topic that a word of the message demands, whatever the rest says. */
function guardOf(text: string, found: string, { terms, tuning }: Index): string | undefined {
  const all = new Set(termsOf(wordsOf(text), terms));
  const said = (word: string) => all.has(nameOf(word));
  return tuning.guards.find(
    ({ words, without, unless, only }) => words.some(said) && !without.some(said) && !unless.includes(found) && (only?.includes(found) ?? true),
  )?.topic;
}

/** The label a text is most like, or nothing if it is like none enough. */
function nearest(text: string, { terms, tuning, labels, labelOf, weights, asks, wholes }: Index): Match | undefined {
  const said = termsOf(wordsOf(text).slice(0, longestCompared), terms);
  const unknown = said.filter((term) => !weights.has(term)).length;
  const vector = weighed(featuresOf(said, tuning), weights);
  const length = Math.hypot(lengthOf(vector), tuning.unknown * rarity(labelOf.length, 1) * Math.sqrt(unknown));
  if (length === 0) return undefined;

  const near = labels.map((): number[] => []);
  likenesses(vector, asks).forEach((likeness, ask) => {
    if (likeness > 0) near[labelOf[ask] ?? 0]?.push(likeness);
  });
  const toWholes = likenesses(vector, wholes);
  let best: Match | undefined;
  labels.forEach((label, at) => {
    const closest = Math.max(0, ...(near[at] ?? []));
    const isSure = closest >= tuning.sure * length && tuning.careful.includes(label.id);
    const likeness = isSure ? closest : (1 - tuning.whole) * faded(near[at] ?? [], tuning) + tuning.whole * (toWholes[at] ?? 0);
    const strange = tuning.strange.topics.includes(label.id) ? 1 + (tuning.strange.each * unknown) / said.length : 1;
    const score = ((tuning.lean[label.id] ?? 1) * strange * likeness) / length;
    if (score >= Math.max(tuning.least, best?.score ?? 0)) best = { label, score };
  });
  return best;
}

/** The mean of the nearest, each counting less than the one before. */
function faded(all: readonly number[], { nearest: many, fade }: Tuning): number {
  const sorted = all.toSorted((one, other) => other - one);
  let [sum, weights, weight] = [0, 0, 1];
  for (let at = 0; at < many; at += 1) {
    sum += weight * (sorted[at] ?? 0);
    weights += weight;
    weight *= fade;
  }
  return sum / weights;
}
