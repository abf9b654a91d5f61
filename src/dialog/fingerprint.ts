import { createHash } from 'node:crypto';
import type { Question } from './schema.ts';

/**
 * What a question means, in twelve characters: its words to either reader, type, options and range. Two questions with the same
 * fingerprint ask the same thing, so an answer to one stands for the other; a reworded question has another and is asked again.
 */
export function fingerprint({ ask, askCarer, type, options, range, unsure }: Question): string {
  return fingerprintOf(JSON.stringify([ask, askCarer ?? null, type, options?.map(({ id, label }) => [id, label]) ?? [], range ?? null, unsure ?? false]));
}

/** A text in twelve characters; another text has others. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
