import { describe, expect, it } from '@jest/globals';
import { dialogFrom } from '../../src/dialog/dialog.ts';
import { chartFrom } from '../../src/dialog/machine.ts';
import { pagesFrom } from '../support/pages.ts';
import { partsOf, visit, waysTo } from './ways.ts';

// What the proof of the chart rests on, with pages in which something is wrong.
const dialog = dialogFrom(
  pagesFrom(`
id: one
title: One
questions:
  - { id: list, ask: Any?, short: Any, type: choices, options: [{ id: weak, label: Weak }, { id: numb, label: Numb }, { id: none, label: None, exclusive: true }],
      redFlags: [{ when: { list: [numb] }, level: emergency, flag: ces_saddle, because: Numb }] }
  - { id: since, ask: Since when?, short: Since, type: choice, onlyIf: { list: [weak, numb] }, options: [{ id: days, label: Days }, { id: years, label: Years }] }
  - { id: hidden, ask: Hidden?, short: Hidden, type: yes-no, onlyIf: { list: [none], since: days } }
  - { id: worst, ask: How bad?, short: Worst, type: number, range: { min: 0, max: 10 }, onlyIf: { any: [{ since: days }, { list: [weak, numb], since: years }] } }
  - { id: check_answers, ask: Check., short: Check, type: check }
`),
);

function ways(id: string, when = [{}]): unknown[] {
  const item = dialog.byId.get(id);
  return item ? waysTo(item, when, dialog) : [];
}

describe('the ways to a question', () => {
  it('name each alternative and each option, with the fewest answers that bring it about', () => {
    expect(ways('since')).toEqual([{ list: ['weak'] }, { list: ['numb'] }]);
    expect(ways('worst')).toEqual([
      { since: 'days', list: ['weak'] },
      { since: 'days', list: ['numb'] },
      { list: ['weak'], since: 'years' },
      { list: ['numb'], since: 'years' },
    ]);
  });

  it('are none for a question whose condition contradicts itself', () => {
    expect(ways('hidden')).toEqual([]);
  });

  it('are none for an option that excludes another that is needed', () => {
    expect(ways('since', [{ list: 'none' }])).toEqual([]);
  });
});

describe('the parts of a condition', () => {
  it('are one alternative and one option each', () => {
    expect(partsOf([{ list: ['weak', 'numb'], since: 'days' }, { list: 'none' }])).toEqual([[{ list: 'weak', since: 'days' }], [{ list: 'numb', since: 'days' }], [{ list: 'none' }]]);
  });
});

describe('a visit', () => {
  it('answers calmly where it is not told what to say', () => {
    expect(visit({}, dialog, chartFrom(dialog)).walk).toMatchObject({ rest: { at: 'finished' }, answers: { list: ['none'] } });
  });

  it('shows a question that lies behind an emergency as never reached', () => {
    expect(visit({ list: ['numb'] }, dialog, chartFrom(dialog), 'since').walk.rest).toMatchObject({ at: 'emergency' });
  });
});
