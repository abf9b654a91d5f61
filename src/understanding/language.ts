import { z } from 'zod';
import { phrases } from './text/phrases.ts';
import { spelling } from './text/spelling.ts';

/** YAML reads `true` and `90` as something else; as phrases they are words. */
const Phrase = z.union([z.string().trim().min(1), z.number(), z.boolean()]).transform(String);
const Phrases = z.array(Phrase).min(1).transform(phrases);
const Words = z.array(z.string().trim().min(1)).min(1);
const Range = z.tuple([z.number(), z.number()]);
const Asking = z.strictObject({ whole: Phrases, within: Phrases.optional() });

const Files = z.object({
  /** Contractions and shorthand, each with what it stands for. */
  shorthand: z.record(z.string(), z.string().min(1)).transform((all) => new Map(Object.entries(all).map(([short, long]) => [short, long.split(' ')]))),
  /** Words that are right as they are although they look like a misspelling of one of ours. */
  ordinary: z.strictObject({ words: Words }),
  numbers: z.strictObject({
    words: z.record(z.string(), z.number()),
    times: z.record(z.string(), z.number()),
    vague: z.record(z.string(), Range),
    parts: z.record(z.string(), z.number()),
    one: Words,
    and: Words,
    to: Words,
    between: Words,
  }),
  'yes-no': z.strictObject({ letters: z.record(z.string(), z.enum(['yes', 'no'])), yes: Phrases, no: Phrases, unsure: Phrases, fillers: Phrases }),
  commands: z.strictObject({
    courtesies: Phrases,
    why: Asking, skip: Asking, back: Asking, 'already-told': Asking, person: Asking, help: Asking, repeat: Asking, stop: Asking, save: Asking,
    'start-again': Asking, forget: Asking, acknowledge: Asking,
    languages: z.record(z.string(), Asking),
    change: z.strictObject({ before: Phrases, slips: Phrases }),
  }),
  choosing: z.strictObject({ joints: Words }),
  dates: z.strictObject({ months: z.record(z.string(), z.number().int().min(1).max(12)), ordinals: z.record(z.string(), z.number().int().min(1).max(31)), between: Words }),
  names: z.strictObject({ before: Phrases, titles: Words, particles: Words, not: Words }),
  emails: z.strictObject({ at: Words, dot: Words, signs: z.record(z.string(), z.string()) }),
});

/**
 * How people say things in one language: the files of dialogs/language/<lng>, keyed by file name.
 * Phrases are made ready for looking up, and every word of them becomes a word a misspelling may stand for.
 */
export const Language = Files.transform((files) => ({ ...files, spelling: spelling(literalsIn(files), files.ordinary.words) }));

export type Language = z.infer<typeof Language>;

function literalsIn(part: unknown): string[] {
  if (part instanceof Map || typeof part !== 'object' || part === null) return [];
  if ('literals' in part && Array.isArray(part.literals)) return part.literals.filter((word) => typeof word === 'string');
  return Object.values(part).flatMap(literalsIn);
}
