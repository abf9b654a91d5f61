import { describe, expect, it } from '@jest/globals';
import { assert, constantFrom, integer, property, record } from 'fast-check';
import { parseDocument } from 'yaml';
import { Rule } from '../../src/dialog/rule.ts';
import { screen } from '../../src/dialog/screening.ts';
import { bandOf, counted, countRules, countsOf, resultFor, ruleNamed, rules, textOf, together } from './published.ts';
import type { ItemResult } from '../../src/dialog/screening.ts';
import type { Answers } from '../../src/dialog/value.ts';
import type { Says } from './published.ts';

type States = Record<string, string>;

function answersFor(says: Says, states: States): Answers {
  return together(Object.entries(says).flatMap(([item, { yes, no }]) => (states[item] === 'unknown' ? [] : [states[item] === 'yes' ? yes : no])));
}

function completions(states: States): States[] {
  const unknown = Object.keys(states).find((item) => states[item] === 'unknown');
  return unknown === undefined ? [states] : ['yes', 'no'].flatMap((way) => completions({ ...states, [unknown]: way }));
}

function itemOf(rule: string, item: string, answers: Answers): ItemResult | undefined {
  return resultFor(ruleNamed(rule), answers).items.find(({ id }) => id === item);
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

describe('an answer that is missing', () => {
  const cook = ruleNamed('cook-2011');
  const two = { locations: ['thigh'], side: 'right', worse_part: 'back', worse_standing_walking: 'yes', relief_sitting: 'yes' };

  it('leaves the band alone where neither way changes it', () => {
    const result = resultFor(cook, { ...two, side: 'unsure' }, 48);
    expect(result).toMatchObject({ outcome: 'band', band: 'one_to_three' });
    expect(countsOf(result)).toEqual({ total: [2, 3] });
  });

  it('makes the result indeterminate where it decides the band, and is named', () => {
    const result = resultFor(cook, { ...two, side: 'unsure' }, 70);
    expect(result).toMatchObject({ outcome: 'indeterminate', dependsOn: ['side'] });
    expect(countsOf(result)).toEqual({ total: [3, 4] });
  });

  it.each([['unsure'], [null]])('counts the same as %p and as never asked', (value) => {
    const { side: _, ...unasked } = two;
    expect(resultFor(cook, { ...unasked, side: value }, 70)).toEqual(resultFor(cook, unasked, 70));
  });

  it('stands for an age that is not known', () => {
    expect(resultFor(cook, { ...two, side: 'both' }, null)).toMatchObject({ outcome: 'indeterminate', dependsOn: ['age'] });
  });

  it('decides nothing where another answer has settled the item', () => {
    expect(itemOf('konno-2007-sshq', 'q2', { ...two, relief_standing_still: 'unsure' })).toMatchObject({ state: 'met', missing: [] });
  });

  it('is not a no where a question was left out for an earlier yes, and is one where it was left out for an earlier no', () => {
    expect(itemOf('nadeau-2013', 'standing_alone', { ...two, worse_standing_walking: 'yes' })).toMatchObject({ state: 'unknown' });
    expect(itemOf('nadeau-2013', 'standing_alone', { ...two, worse_standing_walking: 'no' })).toMatchObject({ state: 'not-met' });
  });

  it('is what "not sure" in a list is', () => {
    expect(itemOf('konno-2007-sshq', 'q10', { ...two, sensations: ['unsure'] })).toMatchObject({ state: 'unknown', missing: ['sensations'] });
    expect(itemOf('konno-2007-sshq', 'q10', { ...two, sensations: ['none'] })).toMatchObject({ state: 'not-met' });
  });

  it('is what a cart never tried is, unless leaning forward has settled it', () => {
    expect(itemOf('nadeau-2013', 'cart', { ...two, relief_leaning: 'no', shopping_cart: 'not_tried' })).toMatchObject({ state: 'unknown', missing: ['shopping_cart'] });
    expect(itemOf('nadeau-2013', 'cart', { ...two, relief_leaning: 'yes' })).toMatchObject({ state: 'met', missing: [] });
  });

  // Only Cook's items rest on a question each, so only there can every item be unknown by itself.
  it('never moves a band that stands, and is indeterminate only where it could move it', () => {
    const { says } = counted['cook-2011'];
    const state = constantFrom('yes', 'no', 'unknown');
    const states = record({ both_sides: state, leg_more_than_back: state, walking_or_standing: state, sitting: state });
    assert(
      property(states, integer({ min: 47, max: 50 }), (given, age) => {
        const bands = new Set(completions(given).map((full) => bandOf(resultFor(cook, answersFor(says, full), age))));
        expect(bandOf(resultFor(cook, answersFor(says, given), age))).toBe(bands.size === 1 ? [...bands][0] : 'indeterminate');
      }),
      { numRuns: 300 },
    );
  });

  it.each(Object.entries(counted))('never moves a band of %s that stands, whichever question is left open', (id, { says }) => {
    const rule = ruleNamed(id);
    const states = record(Object.fromEntries(Object.keys(says).map((item) => [item, constantFrom('yes', 'no')])));
    const open = constantFrom(...Object.values(says).flatMap(({ yes }) => Object.keys(yes)));
    assert(
      property(states, open, open, (given, one, other) => {
        const full = answersFor(says, given);
        const partial = resultFor(rule, { ...full, [one]: 'unsure', [other]: null }, 60);
        expect(['indeterminate', 'not-run', bandOf(resultFor(rule, full, 60))]).toContain(bandOf(partial));
      }),
      { numRuns: 300 },
    );
  });
});

describe('every rule', () => {
  const full: Answers = { ...together(Object.values(counted).flatMap(({ says }) => Object.values(says).map(({ yes }) => yes))), peg_pain: 5, peg_enjoyment: 5, peg_activity: 5 };

  it('is not run while an emergency flag stands', () => {
    for (const result of screen(rules, full, { age: 70 }, true)) {
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
    for (const text of countRules.flatMap(({ bands }) => bands.map((band) => band.text))) {
      expect(text).toMatch(/clinic|primary care|53 people/);
      expect(text).toMatch(/not a diagnosis|says nothing either way|rules nothing out/i);
      expect(text).not.toContain('\n');
    }
  });

  it('has no figure from memory', () => {
    for (const [read, accepted] of [['full text', true], ['from memory', false]]) {
      const document = parseDocument(textOf('konno-2007-sshq'));
      document.setIn(['accuracy', 0, 'read'], read);
      expect(Rule.safeParse(document.toJS()).success).toBe(accepted);
    }
  });
});

describe('the SSHQ items that are warning signs too', () => {
  it('are Q7, Q9 and Q10, and are marked in the result', () => {
    const { items } = resultFor(ruleNamed('konno-2007-sshq'), { locations: ['thigh'] });
    expect(items.filter(({ gate }) => gate === 'cauda-equina').map(({ id }) => id)).toEqual(['q7', 'q9', 'q10']);
  });
});

describe('Nadeau', () => {
  it('has four outputs and no more', () => {
    expect(ruleNamed('nadeau-2013').bands.map(({ id }) => id)).toEqual(['both', 'neurogenic_pattern', 'vascular_pattern', 'neither']);
  });
});
