import { z } from 'zod';
import { QuestionType, Option } from '../dialog/schema.ts';
import { Value } from '../dialog/value.ts';

// Wider than a page's own options: on a scale, each number is a choice, and its id is the number.
const Choice = Option.pick({ label: true, exclusive: true }).extend({ id: z.string().min(1) });
const Progress = z.strictObject({ at: z.number().int(), of: z.number().int() });

export const Status = z.enum(['open', 'handed-over', 'emergency', 'stopped', 'closed']);

/**
 * Where the conversation stands once a reply is shown: the open question, how far along, whether it has ended, and the language it is
 * held in. Rows from before there was a second language have none: that was English.
 */
export const Place = z.strictObject({ question: z.string().nullable(), type: QuestionType.nullable(), progress: Progress, status: Status, language: z.string().default('en') });

/**
 * What the bot shows, in no channel's terms. Each channel has one renderer.
 * tell: a sentence · ask: the open question · quote: an answer from the clinic's documents with its source ·
 * alert: an emergency or same-day text · check: every answer by section, to be sent or changed.
 */
export const Reply = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tell'), text: z.string() }),
  z.strictObject({
    type: z.literal('ask'),
    question: z.string(),
    kind: QuestionType,
    section: z.string(),
    text: z.string(),
    options: z.array(Choice),
    /** Several options may be chosen. */
    several: z.boolean(),
    /** The words at the two ends of a 0 to 10 scale. */
    ends: z.strictObject({ low: z.string(), high: z.string() }).optional(),
    canSkip: z.boolean(),
    hasWhy: z.boolean(),
  }),
  z.strictObject({ type: z.literal('quote'), text: z.string(), source: z.string() }),
  z.strictObject({ type: z.literal('alert'), level: z.enum(['emergency', 'same-day']), text: z.string(), options: z.array(Choice) }),
  z.strictObject({
    type: z.literal('check'),
    question: z.string(),
    text: z.string(),
    sections: z.array(z.strictObject({ title: z.string(), rows: z.array(z.strictObject({ question: z.string(), short: z.string(), answer: z.string() })) })),
    options: z.array(Choice),
  }),
]);

/**
 * What the bot means, from which a reply is made in any language.
 * tell: a key of bot.json with its parameters · echo: the same, about answers just understood or taken back · why, stop, ask and check: of a question of the pages ·
 * perhaps: what an answer may have meant, to be confirmed · mentioned: what was named in passing of lists that are still to be asked,
 * each with the patient's words, and no answer yet ·
 * alert: an entry of safety.yaml · quote: a topic of the clinic's documents.
 * `in`: the language it is said in, whatever the conversation's is.
 */
export const Line = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('tell'), key: z.string(), with: z.record(z.string(), z.union([z.string(), z.number()])).optional(), in: z.string().optional() }),
  z.strictObject({ say: z.literal('echo'), key: z.enum(['noted', 'noted-also', 'taken-back', 'told-before']), answers: z.array(z.tuple([z.string(), Value])).min(1) }),
  z.strictObject({ say: z.literal('mentioned'), lists: z.array(z.strictObject({ question: z.string(), value: z.array(z.string()).min(1), quote: z.string() })).min(1) }),
  z.strictObject({ say: z.literal('why'), question: z.string() }),
  z.strictObject({ say: z.literal('perhaps'), question: z.string(), guesses: z.array(Value).min(1) }),
  z.strictObject({ say: z.literal('stop'), question: z.string() }),
  z.strictObject({ say: z.literal('quote'), topic: z.string(), in: z.string().optional() }),
  z.strictObject({ say: z.literal('ask'), question: z.string(), carer: z.boolean() }),
  z.strictObject({ say: z.literal('check'), question: z.string(), carer: z.boolean(), answers: z.array(z.tuple([z.string(), Value])) }),
  z.strictObject({ say: z.literal('alert'), alert: z.string(), level: z.enum(['emergency', 'same-day']), carer: z.boolean(), in: z.string().optional() }),
]);

export type Reply = z.infer<typeof Reply>;
export type Line = z.infer<typeof Line>;
export type Status = z.infer<typeof Status>;
export type Place = z.infer<typeof Place>;
export type Progress = z.infer<typeof Progress>;
export type Choice = z.infer<typeof Choice>;
