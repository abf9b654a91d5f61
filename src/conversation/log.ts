import { z } from 'zod';
import { Level } from '../dialog/schema.ts';
import { Value } from '../dialog/value.ts';
import { Line, Place, Reply } from './reply.ts';

export const Urgency = z.enum(['emergency', 'same-day', 'routine']);
export const ChannelName = z.enum(['web', 'teams', 'terminal']);

/** A person of the clinic, as their colleagues know them. */
export const Staff = z.strictObject({ id: z.string(), name: z.string() });

/** What a patient tapped: the question it stood under, and the option's id (several for `choices`). */
export const Tap = z.strictObject({ question: z.string(), options: z.array(z.string()).min(1) });

/** How an answer was understood: `read` and `confirmed` were words, `exact` named an option, `tapped` was a button. */
export const How = z.enum(['tapped', 'exact', 'read', 'confirmed', 'skipped']);

/**
 * Everything that can happen in a conversation. The log of these is all that is stored about it; entries are only ever
 * added, and never changed. A new kind is added here and nowhere else first: every `switch` over `type` then asks for it.
 */
export const Entry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened'), clinic: z.string(), user: z.string(), channel: ChannelName, language: z.string() }),
  z.strictObject({ type: z.literal('said'), text: z.string(), tapped: Tap.optional(), message: z.string() }),
  z.strictObject({ type: z.literal('replied'), line: Line, reply: Reply, place: Place }),
  z.strictObject({ type: z.literal('nurse-said'), staff: Staff, text: z.string() }),
  z.strictObject({
    type: z.literal('answered'),
    question: z.string(),
    value: Value,
    /** The fingerprint of the question answered. */
    of: z.string(),
    words: z.string(),
    how: How,
    by: z.enum(['patient', 'carer']),
    /** The question as it was worded. */
    asked: z.string(),
  }),
  z.strictObject({ type: z.literal('retracted'), questions: z.array(z.string()).min(1), because: z.enum(['back', 'change', 'start-again']) }),
  z.strictObject({
    type: z.literal('flagged'),
    flag: z.string(),
    level: Level,
    because: z.string(),
    by: z.enum(['rule', 'phrase']),
    /** The question whose answer raised it, if a rule did. */
    question: z.string().optional(),
    /** False where it rests on an "I'm not sure", or on words that may mean something else. */
    certain: z.boolean(),
    /** The patient's own words. */
    quote: z.string(),
  }),
  z.strictObject({ type: z.literal('acknowledged') }),
  /** A question of the patient's: the topic it was taken for, and whether the documents answered it. */
  z.strictObject({ type: z.literal('asked-faq'), topic: z.string().nullable(), answered: z.boolean(), words: z.string() }),
  z.strictObject({ type: z.literal('language-changed'), language: z.string() }),
  z.strictObject({ type: z.literal('stopped'), question: z.string() }),
  z.strictObject({ type: z.literal('handed-over'), urgency: Urgency, reason: z.enum(['finished', 'emergency', 'person', 'silence', 'failed']) }),
  z.strictObject({ type: z.literal('claimed'), staff: Staff }),
  z.strictObject({ type: z.literal('released'), staff: Staff }),
  z.strictObject({ type: z.literal('noted'), staff: Staff, text: z.string() }),
  z.strictObject({ type: z.literal('closed'), staff: Staff }),
  z.strictObject({ type: z.literal('failed'), code: z.string() }),
  /** What the row `of` promised to somebody outside did not arrive, or may not have: the reply a patient should read, the card of a case. */
  z.strictObject({ type: z.literal('delivery-failed'), of: z.number().int().positive(), why: z.enum(['unknown', 'refused']) }),
]);

/** An entry in its place: `seq` counts from 1 without gaps, `at` is an ISO time in UTC. */
export const Row = z.strictObject({ seq: z.number().int().positive(), at: z.iso.datetime(), entry: Entry });

export type Urgency = z.infer<typeof Urgency>;
export type ChannelName = z.infer<typeof ChannelName>;
export type Staff = z.infer<typeof Staff>;
export type Tap = z.infer<typeof Tap>;
export type How = z.infer<typeof How>;
export type Entry = z.infer<typeof Entry>;
export type EntryOf<T extends Entry['type']> = Extract<Entry, { type: T }>;
export type Row = z.infer<typeof Row>;
export type Log = readonly Row[];

/** The rows of one kind, in order. */
export function rowsOf<T extends Entry['type']>(log: Log, type: T): (Row & { entry: EntryOf<T> })[] {
  return log.filter((row): row is Row & { entry: EntryOf<T> } => row.entry.type === type);
}
