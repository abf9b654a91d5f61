import { z } from 'zod';
import { Tap } from './log.ts';

/** The longest message a patient can send on the website, in characters; longer ones are refused at the door with a sentence. */
export const longestMessage = 4000;

/** The longest message any channel brings, in characters. Teams refuses what is longer than about 28 KB before we see it. */
export const longestAnywhere = 40_000;

/** What a patient sent, in no channel's terms. `id` is the channel's own message id, `at` an ISO time in UTC. */
export const Message = z.strictObject({
  id: z.string().min(1).max(200),
  at: z.iso.datetime(),
  text: z.string().max(longestAnywhere),
  tapped: Tap.optional(),
  /** An earlier message in other words. What it answered was another question, so it answers nothing; it is watched, and kept. */
  edited: z.literal(true).optional(),
});

export type Message = z.infer<typeof Message>;
