import { z } from 'zod';
import type { Kind } from './rows.ts';

interface Predicted {
  /** The row of the file, with its labels if it has any. */
  readonly raw: unknown;
  readonly prediction: { readonly id: string; readonly [field: string]: unknown };
}

interface Rate {
  readonly k: number;
  readonly n: number;
  readonly rate: number | null;
}

const Label = z.union([z.string(), z.null()]);
const gold = {
  faq: z.object({ expect: z.array(z.string()) }),
  redflags: z.object({ expect: z.array(z.string()), accept: z.array(z.string()).default([]), tier: Label, ambiguous: z.boolean().optional(), optional: z.boolean().optional() }),
  answers: z.object({ expect: z.unknown(), accept: z.array(z.unknown()).default([]) }),
  vignettes: z.object({ expect: z.object({ neurogenic_claudication: z.string(), red_flags: z.array(z.string()), urgency_tier: z.string() }) }),
};

const Fields = z.record(z.string(), z.unknown());
const ranks: Readonly<Record<string, number>> = { routine: 0, 'same-day': 1, emergency: 2 };

/** Counts and rates over the rows that have labels. */
export function scoreOf(kind: Kind, predicted: readonly Predicted[]): Record<string, Rate> {
  switch (kind) {
    case 'faq': return scoreFaq(labelled(gold.faq, predicted));
    case 'redflags': return scoreRedFlags(labelled(gold.redflags, predicted));
    case 'answers': return scoreAnswers(labelled(gold.answers, predicted));
    case 'vignettes': return scoreVignettes(labelled(gold.vignettes, predicted));
    default: return kind satisfies never;
  }
}

type Labelled<T> = { readonly label: T; readonly prediction: Predicted['prediction'] }[];

function labelled<T>(shape: z.ZodType<T>, predicted: readonly Predicted[]): Labelled<T> {
  return predicted.flatMap(({ raw, prediction }) => {
    const label = shape.safeParse(raw);
    return label.success ? [{ label: label.data, prediction }] : [];
  });
}

function scoreFaq(all: Labelled<z.infer<typeof gold.faq>>): Record<string, Rate> {
  const inScope = all.filter(({ label }) => !label.expect.includes('OUT_OF_SCOPE'));
  const outside = all.filter(({ label }) => label.expect.includes('OUT_OF_SCOPE'));
  return {
    right_in_scope: rate(inScope, ({ label, prediction }) => label.expect.includes(String(prediction['topic']))),
    abstained_in_scope: rate(inScope, ({ prediction }) => prediction['topic'] === 'OUT_OF_SCOPE'),
    abstained_out_of_scope: rate(outside, ({ prediction }) => prediction['topic'] === 'OUT_OF_SCOPE'),
  };
}

function flagsOf({ prediction }: { readonly prediction: Predicted['prediction'] }): unknown[] {
  return Array.isArray(prediction['flags']) ? prediction['flags'] : [];
}

function isIntent({ expect }: { expect?: unknown }): boolean {
  return typeof expect === 'string' && expect.startsWith('INTENT:');
}

function scoreRedFlags(all: Labelled<z.infer<typeof gold.redflags>>): Record<string, Rate> {
  const core = all.filter(({ label }) => !label.ambiguous && !label.optional);
  const positive = (tier: string) => core.filter(({ label }) => label.expect.length > 0 && label.tier === tier);
  const caught = (one: (typeof core)[number]): boolean => flagsOf(one).length > 0;
  const notUnder = (one: (typeof core)[number]): boolean => caught(one) && rankOf(one.prediction['tier']) >= rankOf(one.label.tier);
  const right = (one: (typeof core)[number]): boolean => flagsOf(one).some((flag) => [...one.label.expect, ...one.label.accept].includes(String(flag)));
  return {
    emergency_caught: rate(positive('emergency'), caught),
    emergency_not_under: rate(positive('emergency'), notUnder),
    emergency_right_flag: rate(positive('emergency'), right),
    same_day_caught: rate(positive('same-day'), caught),
    same_day_not_under: rate(positive('same-day'), notUnder),
    false_alarm: rate(core.filter(({ label }) => label.expect.length === 0), caught),
  };
}

function scoreAnswers(all: Labelled<z.infer<typeof gold.answers>>): Record<string, Rate> {
  const right = ({ label, prediction }: (typeof all)[number]): boolean => [label.expect, ...label.accept].some((expected) => same(expected, prediction['value'] ?? 'UNCLEAR'));
  const stored = ({ prediction }: (typeof all)[number]): boolean => prediction['value'] !== 'UNCLEAR' && !String(prediction['value']).startsWith('INTENT:');
  return {
    right: rate(all, right),
    wrong_value_stored: rate(all, (one) => stored(one) && !right(one)),
    intents_right: rate(all.filter(({ label }) => isIntent(label)), right),
  };
}

function scoreVignettes(all: Labelled<z.infer<typeof gold.vignettes>>): Record<string, Rate> {
  const call = ({ prediction }: (typeof all)[number]): unknown => prediction['neurogenic_claudication'];
  return {
    claudication_right: rate(all, (one) => call(one) === one.label.expect.neurogenic_claudication),
    claudication_swapped: rate(all, (one) => ['likely', 'unlikely'].includes(String(call(one))) && ['likely', 'unlikely'].includes(one.label.expect.neurogenic_claudication) && call(one) !== one.label.expect.neurogenic_claudication),
    urgency_exact: rate(all, ({ label, prediction }) => prediction['urgency_tier'] === label.expect.urgency_tier),
    urgency_under: rate(all, ({ label, prediction }) => rankOf(prediction['urgency_tier']) < rankOf(label.expect.urgency_tier)),
  };
}

/** Ranges are right if they overlap and are at most about twice as wide as expected; lists in any order. */
function same(expected: unknown, given: unknown): boolean {
  const [wanted, got] = [rangeOf(expected), rangeOf(given)];
  if (wanted && got) return got[0] <= wanted[1] && got[1] >= wanted[0] && got[1] - got[0] <= 2 * Math.max(wanted[1] - wanted[0], 1, 0.2 * wanted[1]);
  if (Array.isArray(expected) && Array.isArray(given)) return canonical(expected) === canonical(given);
  const [wantedFields, gotFields] = [Fields.safeParse(expected), Fields.safeParse(given)];
  if (wantedFields.success && gotFields.success) return Object.entries(wantedFields.data).every(([key, value]) => key in gotFields.data && same(value, gotFields.data[key]));
  return canonical(expected) === canonical(given);
}

function rangeOf(value: unknown): [number, number] | undefined {
  if (typeof value === 'number') return [value, value];
  const range = z.tuple([z.number(), z.number()]).safeParse(value);
  return range.success ? range.data : undefined;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical).toSorted());
  return JSON.stringify(typeof value === 'string' ? value.trim().toLowerCase() : value);
}

function rankOf(tier: unknown): number {
  return ranks[String(tier)] ?? 0;
}

function rate<T>(all: readonly T[], holds: (one: T) => boolean): Rate {
  const k = all.filter(holds).length;
  return { k, n: all.length, rate: all.length > 0 ? Math.round((k / all.length) * 1000) / 1000 : null };
}
