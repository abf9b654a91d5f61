import { z } from 'zod';
import { Review } from '../dialog/schema.ts';

const Words = z.string().trim().min(1);
const Id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id is lower-case letters, digits and _, and starts with a letter');

/** What an answer rests on: one or more ids of sources.yaml, and what they say there in our words. */
const Statement = z.strictObject({ document: z.union([Words.transform((one) => [one]), z.array(Words).min(1)]), says: Words });

/**
 * One file of dialogs/faq/<lng>: an answer, and the ways patients ask for it.
 * `documents` answers from the clinic's documents; `route` says honestly that they do not answer, and who does.
 */
export const Topic = z.strictObject({
  /** The file's name. */
  id: Id,
  title: Words,
  /** In a translation: the fingerprint of the title and answer it was translated from. The first language's own files have none. */
  of: z.string().optional(),
  kind: z.enum(['documents', 'route']),
  reviewed: Review,
  sources: z.array(Statement).min(1),
  asks: z.array(Words).min(15),
  answer: Words,
});

/** dialogs/faq/sources.yaml, by id: the name a patient reads (by language), the citation, and what limits its numbers. */
export const Sources = z.record(z.string(), z.strictObject({ name: z.record(z.string(), Words), citation: Words, limits: Words.optional() }));

export type Topic = z.infer<typeof Topic>;
export type Sources = z.infer<typeof Sources>;

/**
 * The two parts of a topic's file: the YAML between the lines of dashes, and the answer below as one paragraph.
 * Nothing if the file does not begin with such a part.
 */
export function partsOf(file: string): { front: string; answer: string } | undefined {
  const found = /^---\r?\n(?<front>.*?)\r?\n---\r?\n(?<answer>.*)$/su.exec(file)?.groups;
  return found && { front: found['front'] ?? '', answer: (found['answer'] ?? '').trim().replaceAll(/\s+/gu, ' ') };
}
