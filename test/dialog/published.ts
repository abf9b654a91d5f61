import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Rule } from '../../src/dialog/rule.ts';
import { screen } from '../../src/dialog/screening.ts';
import { Value } from '../../src/dialog/value.ts';
import type { CountRule } from '../../src/dialog/rule.ts';
import type { RuleResult } from '../../src/dialog/screening.ts';
import type { Answers } from '../../src/dialog/value.ts';

const folder = new URL('../../dialogs/screening/', import.meta.url);

export const textOf = (rule: string): string => readFileSync(new URL(`${rule}.yaml`, folder), 'utf8');

/** The rules as they stand in dialogs/screening. */
export const rules = readdirSync(folder).map((file) => Rule.parse(parse(readFileSync(new URL(file, folder), 'utf8'))));
export const countRules = rules.filter((rule): rule is CountRule => rule.method === 'count');

const Given = z.record(z.string(), Value);
const Says = z.record(z.string(), z.strictObject({ yes: Given, no: Given }));
const Vector = z.strictObject({
  met: z.array(z.string()),
  age: z.number().optional(),
  counts: z.record(z.string(), z.number()),
  band: z.string(),
  strict: z.string().optional(),
  gated: z.boolean().optional(),
});
const Counted = z.strictObject({ says: Says, vectors: z.record(z.string(), Vector) });
const Golden = z.strictObject({
  'cook-2011': Counted,
  'konno-2007-sshq': Counted,
  'nadeau-2013': Counted,
  'peg-2009': z.strictObject({ vectors: z.record(z.string(), z.strictObject({ answers: Given, mean: z.number().nullable() })) }),
});
export type Says = z.infer<typeof Says>;

/** The worked examples: of PEG, and of the rules that count. */
export const { 'peg-2009': peg, ...counted } = Golden.parse(parse(readFileSync(new URL('golden-vectors.yaml', import.meta.url), 'utf8')));

export function ruleNamed(id: string): CountRule {
  const rule = countRules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

export function resultFor(rule: Rule, answers: Answers, age: number | null = null): RuleResult {
  const [result] = screen([rule], answers, { age }, false);
  if (!result) throw new Error('no result');
  return result;
}

/** The answers for several items in one. Lists add up, and a place is always named, so that the rule applies. */
export function together(parts: readonly Answers[]): Answers {
  const lists = parts.flatMap((part) => Object.entries(part).filter(([, value]) => Array.isArray(value)));
  const added = Object.fromEntries(lists.map(([id]) => [id, lists.filter(([other]) => other === id).flatMap(([, value]) => value ?? [])]));
  return { ...Object.assign({}, ...parts), ...added, locations: ['low_back', ...[added['locations'] ?? []].flat()] };
}

/** Where the band stands, its id; otherwise what the result is called. */
export function bandOf(result: RuleResult): string {
  return result.outcome === 'band' ? result.band : result.outcome;
}

export function countsOf(result: RuleResult): Record<string, number[]> {
  return 'counts' in result ? Object.fromEntries(result.counts.map(({ id, low, high }) => [id, [low, high]])) : {};
}
