import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { Rule } from '../../src/dialog/rule.ts';
import { bandOf, counted, countsOf, peg, resultFor, ruleNamed, rules, textOf, together } from './published.ts';
import type { CountRule } from '../../src/dialog/rule.ts';
import type { Says } from './published.ts';
import type { Answers } from '../../src/dialog/value.ts';

/** The rule with each item asked as it stands, under its own id: the arithmetic without the intake. */
function askedLiterally(rule: CountRule, says: Says): CountRule {
  return { ...rule, items: rule.items.map((item) => (item.id in says ? { ...item, when: [[{ [item.id]: 'yes' }]] } : item)) };
}

function literally(says: Says, met: readonly string[]): Answers {
  return { locations: ['low_back'], ...Object.fromEntries(Object.keys(says).map((item) => [item, met.includes(item) ? 'yes' : 'no'])) };
}

describe.each(Object.entries(counted))('the rule %s', (id, { says, vectors }) => {
  it.each(Object.entries(vectors))('counts the worked example %s', (_, { met, age, counts, band, gated = false }) => {
    const result = resultFor(askedLiterally(ruleNamed(id), says), literally(says, met), age ?? null);
    expect(countsOf(result)).toEqual(Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, [count, count]])));
    expect(bandOf(result)).toBe(band);
    expect(result.note !== null).toBe(gated);
  });

  it.each(Object.entries(says))('hears the item %s in the answers to the intake', (item, { yes, no }) => {
    const stateFor = (answers: Answers) => resultFor(ruleNamed(id), together([answers])).items.find((one) => one.id === item)?.state;
    expect([stateFor(yes), stateFor(no)]).toEqual(['met', 'not-met']);
  });

  it('has a worked answer for each of its items', () => {
    expect(ruleNamed(id).items.map((item) => item.id).filter((item) => item !== 'over_48')).toEqual(Object.keys(says));
  });
});

describe('the second part of the SSHQ', () => {
  const { says, vectors } = counted['konno-2007-sshq'];

  it.each(Object.entries(vectors))('reads the worked example %s strictly once its constant is raised', (_, { met, strict }) => {
    const document = parseDocument(textOf('konno-2007-sshq'));
    for (const count of ['first', 'second']) {
      const threshold = z.looseObject({ value: z.number() }).parse(document.getIn(['atLeast', 'counts', count], true));
      document.setIn(['atLeast', 'counts', count], threshold.value + 1);
    }
    const rule = Rule.parse(document.toJS());
    if (rule.method !== 'count') throw new Error('the SSHQ counts');
    expect(bandOf(resultFor(askedLiterally(rule, says), literally(says, met)))).toBe(strict);
  });
});

describe('PEG', () => {
  const rule = rules.find(({ id }) => id === 'peg-2009') ?? ruleNamed('peg-2009');

  it.each(Object.entries(peg.vectors))('scores the worked example %s', (_, { answers, mean }) => {
    const result = resultFor(rule, answers);
    expect(result.outcome === 'mean' ? result.value : null).toBe(mean);
  });

  it('is not scorable while one of its three answers is missing, and names it', () => {
    const result = resultFor(rule, { peg_pain: 7, peg_enjoyment: 'unsure', peg_activity: 8 });
    expect(result).toMatchObject({ outcome: 'not-scorable', dependsOn: ['peg_enjoyment'] });
  });
});
