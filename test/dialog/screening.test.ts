import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { assert, constantFrom, integer, property, record } from 'fast-check';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';
import { Rule } from '../../src/dialog/rule.ts';
import { screen } from '../../src/dialog/screening.ts';
import { Value } from '../../src/dialog/value.ts';
import type { Arbitrary } from 'fast-check';
import type { CountRule } from '../../src/dialog/rule.ts';
import type { RuleResult } from '../../src/dialog/screening.ts';
import type { Answers } from '../../src/dialog/value.ts';

const folder = new URL('../../dialogs/screening/', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const rules = readdirSync(folder).map((file) => Rule.parse(parse(textOf(file))));
const countRules = rules.filter((rule): rule is CountRule => rule.method === 'count');

const AnswersShape = z.record(z.string(), Value);
const Says = z.record(z.string(), z.strictObject({ yes: AnswersShape, no: AnswersShape }));
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
  'peg-2009': z.strictObject({ vectors: z.record(z.string(), z.strictObject({ answers: AnswersShape, mean: z.number().nullable() })) }),
});
const golden = Golden.parse(parse(readFileSync(new URL('golden-vectors.yaml', import.meta.url), 'utf8')));
const { 'peg-2009': peg, ...counted } = golden;

function ruleNamed(id: string): Rule {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

function resultFor(rule: Rule, answers: Answers, age: number | null = null): RuleResult {
  const [result] = screen([rule], answers, { age }, false);
  if (!result) throw new Error('no result');
  return result;
}

/** The answers of several items in one; places named for one item are added to those named for another. */
function together(parts: readonly Answers[]): Answers {
  const places = parts.flatMap(({ locations }) => (Array.isArray(locations) ? locations : []));
  return { ...Object.assign({}, ...parts), locations: ['low_back', ...places] };
}

function answersWith(says: z.infer<typeof Says>, met: readonly string[]): Answers {
  return together(Object.entries(says).map(([item, { yes, no }]) => (met.includes(item) ? yes : no)));
}

function countsOf(result: RuleResult): Record<string, number[]> {
  return 'counts' in result ? Object.fromEntries(result.counts.map(({ id, low, high }) => [id, [low, high]])) : {};
}

/** Where the band stands, its id; otherwise what the result is called. */
function bandOf(result: RuleResult): string {
  return result.outcome === 'band' ? result.band : result.outcome;
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

describe.each(Object.entries(counted))('the rule %s', (id, { says, vectors }) => {
  it.each(Object.entries(vectors))('counts the worked example %s', (_, { met, age, counts, band, gated = false }) => {
    const result = resultFor(ruleNamed(id), answersWith(says, met), age ?? null);
    const counting = result.items.filter(({ state }) => state === 'met').map((item) => item.id);
    expect(counting.filter((item) => item in says)).toEqual(met);
    expect(countsOf(result)).toEqual(Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, [count, count]])));
    expect(bandOf(result)).toBe(band);
    expect(result.note !== null).toBe(gated);
  });
});

describe('the second part of the SSHQ', () => {
  const { says, vectors } = golden['konno-2007-sshq'];

  it.each(Object.entries(vectors))('reads the worked example %s strictly once its constant is raised', (_, { met, strict }) => {
    const document = parseDocument(textOf('konno-2007-sshq.yaml'));
    for (const count of ['first', 'second']) {
      const threshold = z.looseObject({ value: z.number() }).parse(document.getIn(['atLeast', 'counts', count], true));
      document.setIn(['atLeast', 'counts', count], threshold.value + 1);
    }
    expect(bandOf(resultFor(Rule.parse(document.toJS()), answersWith(says, met)))).toBe(strict);
  });
});

describe('PEG', () => {
  it.each(Object.entries(peg.vectors))('scores the worked example %s', (_, { answers, mean }) => {
    const result = resultFor(ruleNamed('peg-2009'), answers);
    expect(result.outcome === 'mean' ? result.value : null).toBe(mean);
  });

  it('is not scorable while one of its three answers is missing, and names it', () => {
    const result = resultFor(ruleNamed('peg-2009'), { peg_pain: 7, peg_enjoyment: 'unsure', peg_activity: 8 });
    expect(result).toMatchObject({ outcome: 'not-scorable', dependsOn: ['peg_enjoyment'] });
  });
});

describe('an answer that is missing', () => {
  const cook = ruleNamed('cook-2011');
  const { says } = golden['cook-2011'];
  const twoSure = answersWith(says, ['walking_or_standing', 'sitting']);

  it('leaves the band alone where neither way changes it', () => {
    const result = resultFor(cook, { ...twoSure, side: 'unsure' }, 48);
    expect(result).toMatchObject({ outcome: 'band', band: 'one_to_three' });
    expect(countsOf(result)).toEqual({ total: [2, 3] });
  });

  it('makes the result indeterminate where it decides the band, and is named', () => {
    const result = resultFor(cook, { ...twoSure, side: 'unsure' }, 70);
    expect(result).toMatchObject({ outcome: 'indeterminate', dependsOn: ['side'] });
    expect(countsOf(result)).toEqual({ total: [3, 4] });
  });

  it.each([['unsure'], [null]])('counts as unknown when it is %p, and when it was never asked', (value) => {
    const { side: _, ...unasked } = twoSure;
    expect(resultFor(cook, { ...unasked, side: value }, 70)).toEqual(resultFor(cook, unasked, 70));
  });

  it('decides nothing where another answer has settled the item', () => {
    const result = resultFor(cook, { ...twoSure, worse_walking: 'yes', worse_standing: 'unsure' }, 48);
    expect(result.items.find(({ id }) => id === 'walking_or_standing')).toMatchObject({ state: 'met', missing: [] });
  });

  it('stands for an age that is not known', () => {
    expect(resultFor(cook, answersWith(says, ['both_sides', 'walking_or_standing', 'sitting']), null)).toMatchObject({ outcome: 'indeterminate', dependsOn: ['age'] });
  });

  // An item that rests on a place cannot be unknown by itself: the places are one question.
  const items = Object.entries(counted).flatMap(([id, rule]) => {
    const states = Object.entries(rule.says).map(([item, { yes }]): [string, Arbitrary<string>] => [
      item,
      'locations' in yes ? constantFrom('yes', 'no') : constantFrom('yes', 'no', 'unknown'),
    ]);
    return [{ id, says: rule.says, states: Object.fromEntries(states) }];
  });

  it.each(items)('lets a band of $id stand exactly where every completion of the unknown items gives it', ({ id, says: table, states }) => {
    const rule = ruleNamed(id);
    const given = (state: Record<string, string>): Answers =>
      together(Object.entries(table).flatMap(([item, { yes, no }]) => (state[item] === 'unknown' ? [] : [state[item] === 'yes' ? yes : no])));
    const completions = (state: Record<string, string>): Record<string, string>[] => {
      const unknown = Object.keys(state).find((item) => state[item] === 'unknown');
      return unknown === undefined ? [state] : ['yes', 'no'].flatMap((way) => completions({ ...state, [unknown]: way }));
    };
    assert(
      property(record(states), integer({ min: 40, max: 60 }), (state, age) => {
        const bands = new Set(completions(state).map((full) => bandOf(resultFor(rule, given(full), age))));
        expect(bandOf(resultFor(rule, given(state), age))).toBe(bands.size === 1 ? [...bands][0] : 'indeterminate');
      }),
      { numRuns: 60 },
    );
  });
});

describe('every rule', () => {
  const full = together(Object.values(counted).map(({ says }) => answersWith(says, Object.keys(says))));

  it('is not run while an emergency flag stands', () => {
    for (const result of screen(rules, { ...full, peg_pain: 5, peg_enjoyment: 5, peg_activity: 5 }, { age: 70 }, true)) {
      expect(result).toMatchObject({ outcome: 'not-run', reason: 'emergency', items: [], note: null });
    }
  });

  it.each(countRules)('of the counting kind ($id) is not run for somebody with no back, buttock or leg symptoms', (rule) => {
    expect(resultFor(rule, { ...full, locations: ['groin'] })).toMatchObject({ outcome: 'not-run', reason: 'outside-population', items: [] });
    expect(resultFor(rule, { ...full, locations: null })).toMatchObject({ outcome: 'not-run', reason: 'population-unknown', dependsOn: ['locations'] });
  });

  it('stands by itself: the others change nothing in it', () => {
    const alone = rules.flatMap((rule) => screen([rule], full, { age: 70 }, false));
    expect(screen(rules, full, { age: 70 }, false)).toEqual(alone);
  });

  it('brings its name, version, citation, population and caveat to the nurse', () => {
    for (const rule of rules) {
      const { name, citation, population, caveat } = rule;
      expect(resultFor(rule, full, 70)).toMatchObject({ ruleId: rule.id, ruleVersion: rule.version, name, citation, population, caveat });
    }
  });

  it('judges nobody, in any of its words', () => {
    const words = [...rules, ...screen(rules, full, { age: 70 }, false)].flatMap(wordsIn);
    expect(words.length).toBeGreaterThan(100);
    for (const verdict of [/\bpositive\b/i, /\bnegative\b/i, /\byou have\b/i, /candidate/i, /eligib/i, /qualif/i, /probab/i, /chance/i, /cauda equina type/i, /%/]) {
      expect(words.filter((one) => verdict.test(one))).toEqual([]);
    }
  });

  it('says its population and its limits in the line the nurse reads', () => {
    const texts = countRules.flatMap(({ bands }) => bands.map(({ text }) => text));
    for (const text of texts) {
      expect(text).toMatch(/clinic|primary care|53 people/);
      expect(text).toMatch(/not a diagnosis|says nothing either way|rules nothing out/i);
      expect(text).not.toContain('\n');
    }
  });

  it('has no figure from memory', () => {
    for (const [read, accepted] of [['full text', true], ['from memory', false]]) {
      const document = parseDocument(textOf('konno-2007-sshq.yaml'));
      document.setIn(['accuracy', 0, 'read'], read);
      expect(Rule.safeParse(document.toJS()).success).toBe(accepted);
    }
  });
});

describe('the SSHQ items that are warning signs too', () => {
  it('are Q7, Q9 and Q10, and are marked in the result', () => {
    const { items } = resultFor(ruleNamed('konno-2007-sshq'), answersWith(golden['konno-2007-sshq'].says, []));
    expect(items.filter(({ gate }) => gate === 'cauda-equina').map(({ id }) => id)).toEqual(['q7', 'q9', 'q10']);
  });
});

describe('Nadeau', () => {
  it('has four outputs and no more', () => {
    const nadeau = countRules.find(({ id }) => id === 'nadeau-2013');
    expect(nadeau?.bands.map(({ id }) => id)).toEqual(['both', 'neurogenic_pattern', 'vascular_pattern', 'neither']);
  });
});
