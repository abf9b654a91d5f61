import { holds, questionsIn } from './condition.ts';
import type { CountRule, MeanRule, Rule } from './rule.ts';
import type { Condition } from './schema.ts';
import type { Answers, Value } from './value.ts';

/** One line of a rule's arithmetic. `unknown`: the patient was unsure, skipped a question it rests on, or was not asked. */
export interface ItemResult {
  readonly id: string;
  readonly says: string;
  /** A number counts by its value and is `given`, every other item is met or not. */
  readonly state: 'met' | 'not-met' | 'given' | 'unknown';
  readonly value: number | null;
  /** The questions whose answers are missing; empty unless `unknown`. */
  readonly missing: readonly string[];
  readonly gate: 'cauda-equina' | null;
}

/** How many points of how many: from `low`, with every unknown item as 0, to `high`, with every one counted. */
export interface Count {
  readonly id: string;
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/** `dependsOn`: the questions whose answers would decide. Texts are for the nurse, never for the patient. */
type Outcome =
  | { readonly outcome: 'band'; readonly band: string; readonly bandName: string; readonly text: string; readonly counts: readonly Count[] }
  | { readonly outcome: 'indeterminate'; readonly text: string; readonly counts: readonly Count[]; readonly dependsOn: readonly string[] }
  | { readonly outcome: 'mean'; readonly value: number; readonly decimals: number; readonly text: string }
  | { readonly outcome: 'not-scorable'; readonly text: string; readonly dependsOn: readonly string[] }
  | { readonly outcome: 'not-run'; readonly reason: 'emergency' }
  | { readonly outcome: 'not-run'; readonly reason: 'outside-population'; readonly text: string }
  | { readonly outcome: 'not-run'; readonly reason: 'population-unknown'; readonly dependsOn: readonly string[] };

export type RuleResult = Outcome & {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly name: string;
  readonly citation: string;
  readonly population: string;
  readonly caveat: string;
  /** Empty when the rule was not run. */
  readonly items: readonly ItemResult[];
  /** What the nurse must read with the result: an item that counted is also a warning sign. */
  readonly note: string | null;
};

/** Which items count, by id. */
type Counted = Readonly<Record<string, boolean>>;

/**
 * What each rule says about the answers, one result for each rule in the order given; results are never combined.
 * An unknown item is scored both ways: the band stands if no completion of the unknowns changes it.
 * @param facts what is known besides the answers; rules speak of it as `age`, in full years.
 * @param emergency whether an emergency flag stands; then no rule is run: the flag alone decides (Schmitt-Thompson: the first positive sign fixes the urgency).
 */
export function screen(rules: readonly Rule[], answers: Answers, facts: { readonly age: number | null }, emergency: boolean): RuleResult[] {
  const known: Answers = { ...answers, age: facts.age };
  return rules.map((rule) => {
    const { id, version, name, citation, population, caveat } = rule;
    return { ruleId: id, ruleVersion: version, name, citation, population, caveat, ...resultOf(rule, known, emergency) };
  });
}

function resultOf(rule: Rule, answers: Answers, emergency: boolean): Outcome & Pick<RuleResult, 'items' | 'note'> {
  const refused = emergency ? ({ outcome: 'not-run', reason: 'emergency' } as const) : outsidePopulation(rule, answers);
  if (refused) return { ...refused, items: [], note: null };
  if (rule.method === 'mean') {
    const items = numbersOf(rule, answers);
    return { ...meanOf(rule, items), items, note: null };
  }
  const items = itemsOf(rule, answers);
  const gated = items.some(({ gate, state }) => gate !== null && state === 'met');
  return { ...bandOf(rule, items), items, note: gated ? (rule.gated ?? null) : null };
}

function outsidePopulation({ madeFor }: Rule, answers: Answers): Outcome | null {
  if (!madeFor) return null;
  const { state, missing } = judge(madeFor.when, answers);
  if (state === 'met') return null;
  return state === 'unknown'
    ? { outcome: 'not-run', reason: 'population-unknown', dependsOn: missing }
    : { outcome: 'not-run', reason: 'outside-population', text: madeFor.otherwise };
}

function numbersOf(rule: MeanRule, answers: Answers): ItemResult[] {
  return rule.items.map(({ id, says, question }) => {
    const value = answers[question];
    return typeof value === 'number'
      ? { id, says, state: 'given', value, missing: [], gate: null }
      : { id, says, state: 'unknown', value: null, missing: [question], gate: null };
  });
}

function meanOf({ decimals, text, notScorable }: MeanRule, items: readonly ItemResult[]): Outcome {
  const values = items.flatMap(({ value }) => value ?? []);
  if (values.length < items.length) return { outcome: 'not-scorable', text: notScorable, dependsOn: items.flatMap(({ missing }) => missing) };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { outcome: 'mean', value: Number(mean.toFixed(decimals)), decimals, text };
}

function itemsOf(rule: CountRule, answers: Answers): ItemResult[] {
  return rule.items.map(({ id, says, when, unknownIf = [], gate, weight }) => {
    const judged = judge(when, answers);
    const leftOpen = judged.state !== 'met' && holds(unknownIf, answers);
    const state = leftOpen ? 'unknown' : judged.state;
    const missing = leftOpen ? [...new Set([...judged.missing, ...questionsIn(unknownIf)])] : judged.missing;
    return { id, says, state, value: state === 'unknown' ? null : state === 'met' ? weight : 0, missing, gate: gate ?? null };
  });
}

function bandOf(rule: CountRule, items: readonly ItemResult[]): Outcome {
  const counts = countsOf(rule, items);
  const dependsOn = [...new Set(items.filter((item) => decides(item, rule, items)).flatMap(({ missing }) => missing))];
  if (dependsOn.length > 0) return { outcome: 'indeterminate', text: rule.indeterminate, counts, dependsOn };
  const { id, name, text } = bandFor(rule, scored(items, false));
  return { outcome: 'band', band: id, bandName: name, text, counts };
}

/** Whether the band would turn on this unknown item, for any way the other unknown items may turn out. */
function decides(item: ItemResult, rule: CountRule, items: readonly ItemResult[]): boolean {
  return (
    item.state === 'unknown' &&
    completionsOf(items).some((counted) => bandFor(rule, { ...counted, [item.id]: false }) !== bandFor(rule, { ...counted, [item.id]: true }))
  );
}

function completionsOf(items: readonly ItemResult[]): Counted[] {
  const known = scored(items, false);
  return items
    .filter(({ state }) => state === 'unknown')
    .reduce((ways, { id }) => ways.flatMap((way) => [way, { ...way, [id]: true }]), [known]);
}

function scored(items: readonly ItemResult[], unknown: boolean): Counted {
  return Object.fromEntries(items.map(({ id, state }) => [id, state === 'unknown' ? unknown : state === 'met']));
}

function bandFor(rule: CountRule, counted: Counted): CountRule['bands'][number] {
  const sums = Object.fromEntries(Object.keys(rule.counts).map((id) => [id, sumOf(rule, id, counted)]));
  const band = rule.bands.find(({ when }) => when === undefined || holds(when, sums));
  if (!band) throw new Error(`The rule ${rule.id} has no last band`);
  return band;
}

function countsOf(rule: CountRule, items: readonly ItemResult[]): Count[] {
  const all = Object.fromEntries(items.map(({ id }) => [id, true]));
  return Object.entries(rule.counts).map(([id, { name }]) => ({
    id,
    name,
    low: sumOf(rule, id, scored(items, false)),
    high: sumOf(rule, id, scored(items, true)),
    of: sumOf(rule, id, all),
  }));
}

function sumOf(rule: CountRule, count: string, counted: Counted): number {
  const summed = rule.items.filter(({ id }) => rule.counts[count]?.items.includes(id) && counted[id]);
  return summed.reduce((sum, { weight }) => sum + weight, 0);
}

/** Conditions that must all hold: met, not met whatever is still missing, or unknown for want of these questions. */
function judge(when: readonly Condition[], answers: Answers): { state: 'met' | 'not-met' | 'unknown'; missing: string[] } {
  if (when.every((condition) => holds(condition, answers))) return { state: 'met', missing: [] };
  if (!when.every((condition) => mayHold(condition, answers))) return { state: 'not-met', missing: [] };
  const undecided = when.filter((condition) => !holds(condition, answers));
  return { state: 'unknown', missing: [...new Set(undecided.flatMap(questionsIn))].filter((id) => isOpen(answers[id])) };
}

function mayHold(condition: Condition, answers: Answers): boolean {
  return condition.some((facts) => Object.entries(facts).every(([id, wanted]) => isOpen(answers[id]) || holds([{ [id]: wanted }], answers)));
}

function isOpen(value: Value | undefined): boolean {
  return value === undefined || value === null || value === 'unsure' || (Array.isArray(value) && value.includes('unsure'));
}
