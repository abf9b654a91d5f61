import { learn, likelihoods, type Learned } from '../learning/regression.ts';
import { vectorOf, vectorsOf, type Known } from '../learning/vector.ts';
import { isQuestion } from './asking.ts';
import { featuresOf } from './features.ts';
import { sentencesOf, wordsOf } from './plain.ts';
import type { Questions, Tuning } from './questions.ts';
import { nameOf, termsFor, termsOf, type Terms } from './terms.ts';
import type { Topic } from './topic.ts';

/** A topic of either kind, something else people ask, or something they write that asks nothing. */
interface Label {
  readonly id: string;
  readonly kind: Topic['kind'] | 'elsewhere' | 'statement';
}

/** Everything about the topics of one language that can be worked out before the first message. */
export interface Index {
  readonly questions: Questions;
  readonly tuning: Tuning;
  readonly terms: Terms;
  readonly labels: readonly Label[];
  readonly known: Known;
  readonly learned: Learned;
}

interface Match {
  readonly label: Label;
  /** 0 to 1. */
  readonly score: number;
}

/** The longest part of a message that is read, in words, and how many of its sentences are read by themselves. */
const longestRead = 60;
const mostSentences = 20;

/**
 * Makes the topics of one language ready for search. The same files give the same index.
 * @param topics those that answer and those that route; both compete
 */
export function buildIndex(topics: readonly Topic[], questions: Questions, tuning: Tuning): Index {
  const groups = [
    ...topics.map(({ id, kind, title, asks }) => ({ label: { id, kind }, asks: [title, ...asks] })),
    ...Object.entries(questions.elsewhere).map(([id, asks]) => ({ label: { id, kind: 'elsewhere' as const }, asks })),
    ...Object.entries(questions.statements).map(([id, asks]) => ({ label: { id, kind: 'statement' as const }, asks })),
  ];
  const asks = groups.flatMap(({ asks: all }, label) => all.map((ask) => ({ label, words: wordsOf(ask) })));
  const terms = termsFor(questions, tuning, asks.map(({ words }) => words));
  const { known, vectors } = vectorsOf(asks, ({ words }) => featuresOf(words, terms, tuning), 1, tuning.unknown);
  const worth = groups.map(({ label }) => (tuning.careful.includes(label.id) ? tuning.learning.care : 1));
  const examples = vectors.map(({ text: { label }, vector }) => ({ label, worth: worth[label] ?? 1, vector }));
  const learned = learn(examples, { features: known.places.size, labels: groups.length }, tuning.learning);
  return { questions, tuning, terms, labels: groups.map(({ label }) => label), known, learned };
}

/** What a message asks for: a topic of either kind, or something that no topic is about. `score` is 0 to about 1. */
export interface Asked {
  readonly topic: string | null;
  readonly score: number;
}

/** What a message asks for; nothing if it asks nothing. */
export function askedIn(text: string, index: Index): Asked | undefined {
  const { questions, tuning } = index;
  const looksLike = isQuestion(text, questions);
  const whole = scoresOf(text, index);
  const sentences = sentencesOf(text);
  const asking = sentences.length > 1 ? sentences.slice(0, mostSentences).filter((sentence) => isQuestion(sentence, questions)) : [];
  const parts = asking.flatMap((sentence) => scoresOf(sentence, index) ?? []);
  // What stands around a question says what it is about, but not as loudly as the question itself; nor does it make a statement of it.
  const all = [...(whole ? [whole] : []), ...parts.map((part) => part.map((score, label) => (score + (whole?.[label] ?? score)) / 2))];
  const asks = parts.some((part) => !isStatement(part, index)) || (looksLike && whole !== undefined && !isStatement(whole, index));
  const likeliest = all.map((scores) => (asks ? askingIn(matchesIn(scores, index)) : matchesIn(scores, index)));
  const careful = [...(whole ? [whole] : []), ...parts].map((scores) => carefulIn(scores, index));
  const best = careful.find((match) => match !== undefined) ?? likeliest.flatMap(([match]) => match ?? []).toSorted((one, other) => other.score - one.score)[0];
  if (!looksLike && !isPlainly(text, best, index)) return undefined;
  if (!best || best.score < tuning.least) return { topic: null, score: 0 };
  const { label, score } = best;
  if (label.kind === 'statement') return undefined;
  return { topic: guardOf(text, best, index) ?? (label.kind === 'elsewhere' ? null : label.id), score };
}

/** The topic a message asks for, of either kind; nothing if it asks nothing, or something that no topic is about. */
export function findTopic(text: string, index: Index): { topic: string; score: number } | undefined {
  const asked = askedIn(text, index);
  if (!asked || asked.topic === null) return undefined;
  return { topic: asked.topic, score: asked.score };
}

/** Whether what does not look like a question is one all the same: long enough to be no answer, and hardly anything but what a document answers. */
function isPlainly(text: string, best: Match | undefined, { tuning: { plainly } }: Index): boolean {
  return best?.label.kind === 'documents' && best.score >= plainly.from && wordsOf(text).length >= plainly.words;
}

/** The topic that a word of the message demands, whatever the rest says. */
function guardOf(text: string, { label, score }: Match, { terms, tuning }: Index): string | undefined {
  const all = new Set(termsOf(wordsOf(text), terms));
  const said = (word: string) => all.has(nameOf(word));
  return tuning.guards.find(
    ({ words, without, unless, only, below }) => score < below && words.some(said) && !without.some(said) && !unless.includes(label.id) && (only?.includes(label.id) ?? true),
  )?.topic;
}

/** How likely a text asks for each label, by the label's place; nothing for a text of which we know no part. */
function scoresOf(text: string, { terms, tuning, known, learned }: Index): Float32Array | undefined {
  const vector = vectorOf(featuresOf(wordsOf(text).slice(0, longestRead), terms, tuning), known, tuning.unknown);
  return vector.places.length > 0 ? likelihoods(vector, learned) : undefined;
}

function matchesIn(scores: Float32Array, { labels }: Index): Match[] {
  return labels.map((label, at) => ({ label, score: scores[at] ?? 0 })).toSorted((one, other) => other.score - one.score);
}

/** Whether it is likely enough that this asks nothing. */
function isStatement(scores: Float32Array, index: Index): boolean {
  return matchesIn(scores, index).some(({ label, score }) => label.kind === 'statement' && score >= index.tuning.statement);
}

/** The matches of what is a question: what the statements took from the rest is given back. */
function askingIn(matches: readonly Match[]): Match[] {
  const rest = matches.filter(({ label }) => label.kind !== 'statement');
  const sum = rest.reduce((all, { score }) => all + score, 0);
  return rest.map(({ label, score }) => ({ label, score: score / sum }));
}

/** The likeliest of the careful topics, if it is likely enough that one of them is meant, or likelier than that any other one is. */
function carefulIn(scores: Float32Array, index: Index): Match | undefined {
  const matches = matchesIn(scores, index);
  const careful = matches.filter(({ label }) => index.tuning.careful.includes(label.id));
  const score = careful.reduce((sum, match) => sum + match.score, 0);
  const enough = Math.min(index.tuning.sure, matches.find((match) => !careful.includes(match))?.score ?? 0);
  return careful[0] && score >= enough ? { label: careful[0].label, score } : undefined;
}
