import { z } from 'zod';

const Range = z.tuple([z.number(), z.number()]);

/** How long: an inclusive range of months. */
export const Duration = z.strictObject({ months: Range });

/** How far or how long someone can walk or stand: an inclusive range of feet or minutes, no limit, or not at all. */
export const Reach = z.union([
  z.strictObject({ feet: Range }),
  z.strictObject({ minutes: Range }),
  z.strictObject({ unlimited: z.literal(true) }),
  z.strictObject({ cannot: z.literal(true) }),
]);

/**
 * What an answer holds, by the type of its question:
 * yes-no(-unsure) and choice an option's id · choices and medicines a list · number a number · date `YYYY-MM-DD` ·
 * month `YYYY-MM` · phone E.164 · duration and distance-or-time as above · text, name, email the words · check `send`.
 * A question with `unsure: true` may hold the word `unsure` instead. `null` is a question the patient chose to skip.
 */
export const Value = z.union([z.string(), z.number(), z.array(z.string()), Duration, Reach, z.null()]);

export type Duration = z.infer<typeof Duration>;
export type Reach = z.infer<typeof Reach>;
export type Value = z.infer<typeof Value>;

/** The answers by question id. A question repeated for an option has the id `question:option`. */
export type Answers = Readonly<Record<string, Value>>;
