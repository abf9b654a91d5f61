import { z } from 'zod';

const Id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id is lower-case letters, digits and _, and starts with a letter');
const Words = z.string().trim().min(1);

/** Who stands behind a piece of clinical content, since when, and where it comes from. */
export const Review = z.strictObject({ by: Words, on: z.iso.date(), source: Words });

const Fact = z.union([Words, z.number(), z.array(Words).min(1), z.strictObject({ min: z.number().optional(), max: z.number().optional() })]);
const Facts = z.record(Id, Fact);

/**
 * Written as facts that must all hold, where a list means one of these, or as `any:` with a list of such facts for either-or.
 * No deeper nesting, no `not`. Read as the list of alternatives, of which one must hold.
 */
export const Condition = z.union([z.strictObject({ any: z.array(Facts).min(2) }).transform(({ any }) => any), Facts.transform((facts) => [facts])]);

export const Level = z.enum(['emergency', 'same-day', 'note']);

/** An answer that warns: `level` says how soon a nurse must know, `flag` names an entry of safety.yaml. */
export const RedFlag = z.strictObject({ when: Condition, level: Level, flag: Id, because: Words });

export const Option = z.strictObject({
  id: Id,
  label: Words,
  /** Choosing it unchooses all others, as "None of these" does. It is not repeated over by `forEach`. */
  exclusive: z.boolean().optional(),
});

export const QuestionType = z.enum([
  'yes-no', 'yes-no-unsure', 'choice', 'choices', 'number', 'duration', 'distance-or-time', 'date', 'month', 'text', 'name', 'phone', 'email', 'medicines', 'check',
]);

export const Question = z.strictObject({
  id: Id,
  /** The question as the patient reads it. */
  ask: Words,
  /** The same question when somebody answers for the patient. */
  askCarer: Words.optional(),
  /** The row's name on the check page and on the nurse's page. */
  short: Words,
  /** Why we ask, for the patient. */
  why: Words.optional(),
  type: QuestionType,
  options: z.array(Option).min(2).optional(),
  range: z.strictObject({ min: z.number(), max: z.number(), low: Words.optional(), high: Words.optional() }).optional(),
  /** May be skipped; a skipped question reads "Not provided". */
  optional: z.boolean().optional(),
  /** "I'm not sure" is offered and is an answer, for the types that have no options. */
  unsure: z.boolean().optional(),
  onlyIf: Condition.optional(),
  /** Ends the conversation politely, without a case. */
  stopIf: z.strictObject({ when: Condition, say: Words }).optional(),
  redFlags: z.array(RedFlag).optional(),
  /** Where the question comes from, for the nurse and for review. */
  source: Words.optional(),
  /** Of a text that somebody has to sign: who has; null means nobody yet. */
  reviewed_by: Words.nullable().optional(),
});

/** One file of dialogs/intake. */
export const Page = z.strictObject({
  id: Id,
  title: Words,
  reviewed: Review,
  /** Repeats the page's questions for each option chosen in this earlier question; `{{each}}` stands for its label. */
  forEach: Id.optional(),
  questions: z.array(Question).min(1),
});

/** dialogs/safety.yaml: what a flag is called, and what the patient is told when it rises. */
export const Safety = z.strictObject({
  reviewed: Review,
  alerts: z.record(Id, z.strictObject({ say: Words, sayCarer: Words, reviewed_by: Words.nullable() })),
  flags: z.record(
    Id,
    z.strictObject({
      name: Words,
      /** Listed for the nurse only when it was raised: nobody can deny what nobody named. */
      onlyIfRaised: z.boolean().optional(),
      /** The alerts shown when the flag rises as an emergency or as same-day, where they are not the usual ones. */
      alert: z.strictObject({ emergency: Id, 'same-day': Id }).partial(),
      source: Words,
    }),
  ),
});

/** dialogs/situation.yaml: the parts of the nurse's one-line situation, in order. */
export const Situation = z.array(z.strictObject({ onlyIf: Condition.optional(), say: Words }));

/** The alerts of safety.yaml that are shown where a flag names no other. */
export const usualAlerts = { emergency: 'emergency', 'same-day': 'same_day' } as const;

/** dialogs/clinic.yaml. */
export const ClinicCard = z.strictObject({
  id: Id,
  name: Words,
  phone: Words,
  hours: Words,
  country: z.string().length(2),
  timeZone: Words,
  emergencyNumber: Words,
  crisisLine: z.strictObject({ name: Words, number: Words }),
  languages: z.array(Words).min(1),
  /** Keeps from patients every translation of an emergency or consent text that nobody has put a name to. */
  onlyReviewedTranslations: z.boolean(),
  /** Minutes of silence after which an unfinished conversation is put before a nurse, when a same-day flag stands. */
  silenceBeforeHandover: z.number().int().positive(),
  /** The ages at which a band begins, rising: what is shown of an age where a name must not be. The last band has no end. */
  ageBands: z.array(z.number().int().positive()).min(1).refine((bands) => bands.every((age, at) => at === 0 || age > (bands[at - 1] ?? 0)), 'the ages must rise'),
});

export type Review = z.infer<typeof Review>;
export type Facts = z.infer<typeof Facts>;
export type Condition = z.infer<typeof Condition>;
export type Level = z.infer<typeof Level>;
export type RedFlag = z.infer<typeof RedFlag>;
export type Option = z.infer<typeof Option>;
export type QuestionType = z.infer<typeof QuestionType>;
export type Question = z.infer<typeof Question>;
export type Page = z.infer<typeof Page>;
export type Safety = z.infer<typeof Safety>;
export type Situation = z.infer<typeof Situation>;
export type ClinicCard = z.infer<typeof ClinicCard>;
