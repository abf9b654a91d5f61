import { z } from 'zod';
import { Condition, Review } from './schema.ts';
import type { Page } from './schema.ts';

const Id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id is lower-case letters, digits and _, and starts with a letter');
const RuleId = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a rule is named like its file: lower-case letters, digits and -');
const Words = z.string().trim().min(1);

/** Conditions that must all hold. A list and not one, because "thigh and calf" are two facts about one question. */
const When = z.array(Condition).min(1);

/** A published figure, in words, and how it was read: a figure from memory has no place here. */
const Figure = z.strictObject({ says: Words, source: Words, read: z.enum(['full text', 'abstract', 'table', 'quoted by another source']) });

const heading = {
  id: RuleId,
  /** Raised with every change of an item, a weight or a band. */
  version: z.number().int().positive(),
  name: Words,
  reviewed: Review,
  citation: Words,
  population: Words,
  accuracy: z.array(Figure),
  caveat: Words,
  /** The rule was made for people of whom this holds; for others it is not run, for the reason given. */
  madeFor: z.strictObject({ when: When, otherwise: Words }).optional(),
};

/** Counted when `when` holds. `gate` names the warning signs that must be asked about before the item may count. */
const CountedItem = z.strictObject({
  id: Id,
  says: Words,
  when: When,
  /** Answers that leave the item unknown, besides "unsure": somebody who never tried a cart has not said no. */
  unknownIf: Condition.optional(),
  weight: z.number().positive().default(1),
  gate: z.literal('cauda-equina').optional(),
});

/** Band conditions speak of the rule's counts, as page conditions speak of answers. The last band has none: it is what remains. */
const Band = z.strictObject({ id: Id, name: Words, when: Condition.optional(), text: Words });

/** Adds up weights and says in which published band the sums fall. */
export const CountRule = z
  .strictObject({
    ...heading,
    method: z.literal('count'),
    items: z.array(CountedItem).min(1),
    counts: z.record(Id, z.strictObject({ name: Words, items: z.array(Id).min(1) })),
    /** Thresholds on which sources differ, and why these were taken; bands refer to them by YAML alias. */
    atLeast: z.strictObject({ counts: z.record(Id, z.number().int()), because: Words }).optional(),
    bands: z.array(Band).min(2),
    /** Said when an answer that is missing decides the band. */
    indeterminate: Words,
    /** Said when a gated item counted. */
    gated: Words.optional(),
  })
  .refine(({ bands }) => bands.every(({ when }, at) => (when === undefined) === (at === bands.length - 1)), 'the last band, and only the last, has no "when"')
  .refine(
    ({ items, counts }) => Object.values(counts).every((count) => count.items.every((id) => items.some((item) => item.id === id))),
    'a count names an item that the rule does not have',
  )
  .refine(
    ({ counts, bands }) => bands.every(({ when = [] }) => when.flatMap((facts) => Object.keys(facts)).every((id) => id in counts)),
    'a band speaks of a count that the rule does not have',
  )
  .refine(({ items, gated }) => gated !== undefined || items.every(({ gate }) => gate === undefined), 'a rule with a gated item says in "gated" what the nurse reads');

/** The mean of numbers from 0 to 10, of which none may be missing. */
export const MeanRule = z.strictObject({
  ...heading,
  method: z.literal('mean'),
  decimals: z.number().int().min(0),
  items: z.array(z.strictObject({ id: Id, says: Words, question: Id })).min(1),
  text: Words,
  notScorable: Words,
});

/** One file of dialogs/screening: a published rule, with its population, accuracy and sources. */
export const Rule = z.discriminatedUnion('method', [CountRule, MeanRule]);

type When = z.infer<typeof When>;
export type CountRule = z.infer<typeof CountRule>;
export type MeanRule = z.infer<typeof MeanRule>;
export type Rule = z.infer<typeof Rule>;

/** What rules may speak of that is not a question: the `facts` of `screen`. */
const known = new Set(['age']);

/**
 * What the rules rest on that the pages do not ask, in sentences a clinician can act on. Empty if nothing is missing.
 * Without this check a renamed question would leave its item unknown for ever, and nobody would be told.
 */
export function problemsInRules(rules: readonly Rule[], pages: readonly Page[]): string[] {
  const questions = pages.flatMap((page) => page.questions);
  return rules.flatMap((rule) =>
    factsIn(rule).flatMap(([id, wanted]) => {
      const question = questions.find((one) => one.id === id);
      if (!question) return [`Rule "${rule.id}" rests on "${id}", which no page asks. Ask it, or name the question that is asked.`];
      const offered = question.options?.map((option) => option.id) ?? (question.type.startsWith('yes-no') ? ['yes', 'no', 'unsure'] : wanted);
      return wanted
        .filter((option) => !offered.includes(option))
        .map((option) => `Rule "${rule.id}" waits for "${id}" to be "${option}", which is none of its answers (${offered.join(', ')}).`);
    }),
  );
}

/** Each question a rule rests on, with the options it waits for. */
function factsIn(rule: Rule): [question: string, options: string[]][] {
  const items: When = rule.method === 'count' ? rule.items.flatMap(({ when, unknownIf = [] }) => [...when, unknownIf]) : rule.items.map(({ question }) => [{ [question]: { min: 0 } }]);
  return [...(rule.madeFor?.when ?? []), ...items]
    .flat()
    .flatMap((facts) => Object.entries(facts))
    .filter(([id]) => !known.has(id))
    .map(([id, wanted]) => [id, [wanted].flat().filter((one) => typeof one === 'string')]);
}
