import { z } from 'zod';
import { likeness, taughtBy, Weighing, type Taught } from '../../learning/likeness.ts';
import { wordsOfAll, type Shorthand } from '../text/words.ts';

/** What examples of commands go by: what is wished of the conversation, a language to go on in, or `none`. */
export const wishes = ['why', 'stop', 'skip', 'already-told', 'person', 'help', 'repeat', 'save', 'back', 'change', 'lang_en', 'lang_es', 'none'] as const;

export type Wish = (typeof wishes)[number];

/** dialogs/commands.yaml: how messages are compared with the examples of dialogs/language/<lng>/commands. */
export const Wishing = z.strictObject({
  ...Weighing.shape,
  /** Fewer words than this, numbers aside, are left to the phrases. */
  fewest: z.number().int().positive(),
  /** From here on a message is taken for a command: where it answers nothing and asks about no topic, and whatever else it may be; and for none, where its words hold a command. */
  sure: z.strictObject({ alone: z.number().min(0).max(1), certain: z.number().min(0).max(1), none: z.number().min(0).max(1) }),
});

export type Wishing = z.infer<typeof Wishing>;

/** What somebody might write, invented, and what it wishes of the conversation. */
export interface WishExample {
  readonly text: string;
  readonly name: Wish;
}

/** What is known of how people tell their wishes. */
export interface Wishes {
  readonly wishing: Wishing;
  readonly shorthands: readonly Shorthand[];
  readonly taught: Taught<Wish>;
}

/** Learns from the examples of all languages at once, as people mix them. */
export function wishesFrom(examples: readonly WishExample[], shorthands: readonly Shorthand[], wishing: Wishing): Wishes {
  return { wishing, shorthands, taught: taughtBy(examples, ({ text }) => wordsOfAll(text, shorthands), wishing) };
}

/** What a message is most like, if that is likely enough, 0 to 1; undefined for `none`. */
export function likelyWish(text: string, enough: number, { wishing, shorthands, taught }: Wishes): Exclude<Wish, 'none'> | undefined {
  const words = wordsOfAll(text, shorthands);
  if (words.filter((word) => /\p{L}/u.test(word)).length < wishing.fewest) return undefined;
  const likely = likeness(words, taught);
  const place = likely.indexOf(Math.max(...likely));
  const wish = taught.names[place];
  return wish === undefined || wish === 'none' || (likely[place] ?? 0) < enough ? undefined : wish;
}

/** Whether a message is all but certainly like those that wish nothing. */
export function likelyNone(text: string, { wishing, shorthands, taught }: Wishes): boolean {
  const likely = likeness(wordsOfAll(text, shorthands), taught);
  return (likely[taught.names.indexOf('none')] ?? 0) >= wishing.sure.none;
}
