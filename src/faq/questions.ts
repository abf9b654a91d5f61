import { z } from 'zod';
import { plain } from './plain.ts';

/** YAML reads `no` and `100` as something else; here they are words. */
const Phrase = z.union([z.string().trim().min(1), z.number(), z.boolean()]).transform((phrase) => plain(String(phrase)));
const Phrases = z.array(Phrase).min(1);
const Examples = z.array(z.string().trim().min(1)).min(1);
const Name = z.string().regex(/^[a-z][a-z_]*$/);

/** dialogs/language/<lng>/questions.yaml: how patients ask in one language. */
export const Questions = z.strictObject({
  stemmer: z.enum(['english', 'spanish']),
  /** What makes a message a question although it has no question mark. */
  asking: z.strictObject({
    /** Said before a question: "doctor, can I …". */
    courtesies: Phrases,
    /** Begin a question where a sentence begins, or after a comma. */
    opens: Phrases,
    /** Begin one there only if one of `subjects` follows; make one wherever they stand if one of `persons` follows ("do i"). */
    helps: Phrases,
    subjects: Phrases,
    persons: z.array(Phrase),
    /** Make a question wherever they stand. */
    anywhere: Phrases,
    /** Make a question of a message that has no more than `aloneUpTo` words. */
    alone: Phrases,
    aloneUpTo: z.number().int().positive(),
  }),
  /** Words that say nothing about what is asked. */
  fillers: Phrases,
  /** Phrases that count as one word, by the name of that word. */
  means: z.record(Name, Phrases),
  /** What people also ask, and no topic answers: the weather, what else stands on a document's page. */
  elsewhere: z.record(Name, Examples),
  /** What people write that asks nothing: answers, thanks, insults, cries for help. */
  statements: z.record(Name, Examples),
});

/** dialogs/faq/search.yaml: how much each kind of likeness counts. */
export const Tuning = z.strictObject({
  /** What two words standing together count, where one word counts 1. */
  pairs: z.number().min(0),
  /** What a phrase of `means` counts. */
  meanings: z.number().min(0),
  /** What a word we do not know takes from the others, where the rarest known word counts 1. */
  unknown: z.number().min(0),
  /** A word of this many letters may be a known word with one slip in it, or with two. */
  slips: z.strictObject({ oneFrom: z.number().int().min(2), twoFrom: z.number().int().min(2) }),
  /** The pieces of a word, so that a word we do not know counts for its likeness to those we do: their length, and what each counts. */
  pieces: z.strictObject({ letters: z.number().int().min(2), count: z.number().min(0) }),
  /**
   * How the topics are learned from their asks: how many times over, how far each ask moves the weights at first, and how far a topic with
   * few asks makes up for it (0 not at all, 1 wholly). An ask of a careful topic counts `care`, another 1.
   */
  learning: z.strictObject({ rounds: z.number().int().positive(), pace: z.number().positive(), evenness: z.number().min(0).max(1), care: z.number().positive() }),
  /** A topic less likely than this (of 1) is no answer. */
  least: z.number().min(0).max(1),
  /** What does not look like a question is one if it has so many words and a topic of the documents is as likely as this. */
  plainly: z.strictObject({ from: z.number().min(0).max(1), words: z.number().int().positive() }),
  /** What looks like a question is taken for one of `statements` only if that is as likely as this. */
  statement: z.number().min(0).max(1),
  /** A message of which any sentence asks for one of these gets it, whatever else it asks. */
  careful: z.array(Name),
  /** That one of the careful topics is meant, whichever, is enough if it is as likely as this. */
  sure: z.number().min(0).max(1),
  /**
   * A message with one of these words, by their names in `means`, gets this topic, unless it is most like one of `unless`
   * (or is not most like one of `only`), is as much like another as `below`, or has one of the words `without`.
   */
  guards: z.array(
    z.strictObject({ words: z.array(Name).min(1), without: z.array(Name).default([]), topic: Name, unless: z.array(Name).default([]), only: z.array(Name).optional(), below: z.number().default(2) }),
  ),
});

export type Questions = z.infer<typeof Questions>;
export type Tuning = z.infer<typeof Tuning>;
