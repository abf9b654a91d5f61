import { z } from 'zod';
import { Review } from '../../dialog/schema.ts';
import { Weighing } from '../../learning/likeness.ts';
import { spelling } from '../text/spelling.ts';
import { lexiconOf } from './lexicon.ts';
import { otherwiseOf } from './otherwise.ts';
import { slippedFrom } from './slips.ts';

const Phrase = z.coerce.string<string | number>().trim().min(1);
const Lists = z.record(z.string().regex(/^[a-z_]+$/u, 'the name of a list is lower-case letters and _'), z.array(Phrase).min(1));
const Words = z.array(Phrase).min(1).transform((words) => new Set(words));

/** How a statement may be meant otherwise than "this is so, now, with the patient". */
export const stances = ['past', 'supposed', 'asked', 'denied', 'other', 'figure'] as const;

export type Stance = (typeof stances)[number];

const Sign = z.strictObject({
  flag: z.string(),
  level: z.enum(['emergency', 'same-day']),
  /** Why a nurse should look, in a few words. */
  because: z.string().min(1),
  source: z.string().min(1),
  /** Each line names the lists that must stand together: `saddle + numb`. */
  says: z.array(z.string().transform((line) => line.split(' + '))).min(1),
  within: z.enum(['clause', 'sentence', 'message']).default('clause'),
  /** How many other words may stand between two of them. */
  near: z.number().int().positive().default(6),
  /** The complaint may stand nearer to another part of the body. */
  anyPlace: z.boolean().default(false),
  /** Explained away by something else in the message. */
  unless: z.array(z.string().transform((line) => line.split(' + '))).default([]),
  /** Explained away by something else in the same sentence, with no "but" between. */
  unlessBeside: z.array(z.string().transform((line) => line.split(' + '))).default([]),
  /** It counts even if it is meant so. */
  counts: z.array(z.enum(stances)).default([]),
  /** Heard of anybody the writer knows, even where it is told as something that has happened. */
  anybody: z.boolean().default(false),
  sure: z.boolean().default(true),
});

const Share = z.number().min(0).max(1);

/** How messages are compared with the examples of dialogs/language/<lng>/emergency. */
const Hearing = z.strictObject({
  ...Weighing.shape,
  /** Fewer words than this are like too much: they are left to the signs. */
  fewest: z.number().int().positive(),
  /** What the loudest sentence counts; the whole message counts the rest of 1. */
  sentence: Share,
  /** A longer sentence is also read in stretches of so many words. */
  stretch: z.number().int().positive(),
  /** A message this likely to tell of a flag raises it, by the level of the flag; `dismissed`: where a sign of that flag was said, but meant otherwise; `beside`: where another flag no less urgent was said. */
  raises: z.strictObject({ emergency: Share, 'same-day': Share, dismissed: Share, beside: Share }),
  /** By which power of the number of its parts a longer message needs to be more certain. */
  chance: Share,
  /** A flag that may be either is the emergency if that is at least this likely against the same-day one. */
  urgent: Share,
  /** In which ways of meaning it otherwise that holds: of somebody else and of the past people tell in too many ways. */
  dismissing: z.array(z.enum(stances)),
  /**
   * A phrase for an emergency was misheard if the message is less likely than `any` to tell of a flag, and likelier than `harmless` to be harmless
   * for one reason other than a denial. One that can wait till the same day, if the message is less likely than `nothing` to tell of a flag; or,
   * outside of stories, less likely than `any`, and likelier than `otherwise` to be meant in one of the ways of `stances`.
   */
  doubt: z.strictObject({
    emergency: z.strictObject({ any: Share, harmless: Share }),
    'same-day': z.strictObject({ nothing: Share, any: Share, otherwise: Share }),
  }),
  /** In a message of so many parts or more, a sign of a level counts if its words or their sentence are at least this likely to tell of a flag. */
  story: z.strictObject({ parts: z.number().int().positive(), emergency: Share, 'same-day': Share }),
  /** What the nurse reads, by flag. */
  because: z.array(z.strictObject({ flag: z.string(), because: z.string().min(1), source: z.string().min(1) })).min(1),
});

export type Hearing = z.infer<typeof Hearing>;

/** dialogs/emergency.yaml: what the watch looks for, in terms of the lists of dialogs/language/<lng>/emergency.yaml. */
export const Watch = z.strictObject({
  reviewed: Review,
  /** What an open question already names, by its id. */
  questions: z.record(z.string(), z.array(z.string()).min(1)),
  signs: z.array(Sign).min(1),
  likeness: Hearing,
});

const Stances = z.strictObject({
  phrases: Lists,
  starters: Words,
  breakers: Words,
  linking: Words,
  leading: Words,
  asking_verbs: Words,
  subjects: Words,
  carrying: Words,
  fillers: Words,
  instead: z.record(Phrase, z.array(Phrase).min(1)),
});

const Speech = z.object({
  shorthand: z.record(z.string(), z.string().min(1)),
  ordinary: z.object({ words: z.array(z.string()) }),
  stance: Stances,
  emergency: z.strictObject({ places: Lists, words: Lists, times: Lists, joiners: Words, misspelled: z.array(z.string()), short: z.array(z.string()), ordinary: z.array(z.string()) }),
});

/**
 * How people say in one language what the watch looks for: the files of dialogs/language/<lng>, keyed by file name, of which
 * `emergency`, `stance`, `shorthand` and `ordinary` are read.
 */
export const EmergencySpeech = Speech.transform(({ shorthand, ordinary, stance, emergency }) => {
  const lexicon = lexiconOf({ ...stance.phrases, ...emergency.places, ...emergency.words, ...emergency.times }, stance.fillers);
  const known = [...lexicon.literals, ...ordinary.words, ...emergency.ordinary];
  return {
    shorthand: new Map(Object.entries(shorthand).map(([short, long]) => [short, long.split(' ')])),
    lexicon,
    spelling: spelling([...lexicon.literals, ...emergency.misspelled], known),
    slipped: slippedFrom(emergency.short, new Set(known)),
    places: new Set(Object.keys(emergency.places)),
    times: new Set(Object.keys(emergency.times)),
    lists: new Set([...Object.keys(emergency.places), ...Object.keys(emergency.words), ...Object.keys(emergency.times)]),
    joiners: emergency.joiners,
    otherwise: otherwiseOf(stance.instead),
    ...stance,
  };
});

export type Watch = z.infer<typeof Watch>;
export type Sign = z.infer<typeof Sign>;
export type EmergencySpeech = z.infer<typeof EmergencySpeech>;
