import { z } from 'zod';

const Question = z.string().min(1).max(200);
const Conversation = z.string().min(1).max(200);

/**
 * What a button of a patient's card sends: the same shape is drawn and read. A card outlives its question and its conversation, so it
 * says which ones it belongs to. What was filled in comes along under the ids of the card's inputs.
 */
export const CardData = z.discriminatedUnion('do', [
  /** An option was tapped. */
  z.object({ do: z.literal('tap'), in: Conversation, question: Question, option: z.string().min(1).max(200) }),
  /** Several options were chosen, or a date, or a month. */
  z.object({ do: z.literal('choose'), in: Conversation, question: Question, chosen: z.string().max(4000).optional() }),
  z.object({ do: z.literal('date'), in: Conversation, question: Question, date: z.iso.date().optional() }),
  z.object({ do: z.literal('month'), in: Conversation, question: Question, month: z.string().regex(/^(0[1-9]|1[0-2])$/).optional(), year: z.coerce.number().int().min(1900).max(2200).optional() }),
  /** The same as writing these words. */
  z.object({ do: z.literal('say'), words: z.string().min(1).max(200) }),
  /** Another conversation, once this one is closed. */
  z.object({ do: z.literal('new'), in: Conversation }),
]);

export type CardData = z.infer<typeof CardData>;
