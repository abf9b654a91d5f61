import type { Value } from '../../dialog/value.ts';
import type { Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';

/** A sentence of a story with its clauses, each as a message of its own. */
export type Sentence = Said & { clauses: readonly Said[] };

/** Something a sentence tells: the question it answers, and how. */
export type Told = { question: string; value: Value };

/** A sentence with its clauses. */
export function parted(said: Said): Sentence {
  const clauses = Map.groupBy(said.words, ({ clause }: Word) => clause);
  return { ...said, clauses: [...clauses.values()].map((words) => ({ ...said, words })) };
}
