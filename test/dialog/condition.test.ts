import { describe, expect, it } from '@jest/globals';
import { holds, questionsIn } from '../../src/dialog/condition.ts';
import { Condition } from '../../src/dialog/schema.ts';

describe('a condition', () => {
  it('holds when every fact does', () => {
    const both = Condition.parse({ walking: 'yes', side: 'left' });
    expect(holds(both, { walking: 'yes', side: 'left' })).toBe(true);
    expect(holds(both, { walking: 'yes', side: 'right' })).toBe(false);
  });

  it('takes a list as one of these', () => {
    const either = Condition.parse({ walking: ['yes', 'unsure'] });
    expect(holds(either, { walking: 'unsure' })).toBe(true);
    expect(holds(either, { walking: 'no' })).toBe(false);
  });

  it('is false, never true, about a question that is unanswered or skipped', () => {
    const fact = Condition.parse({ walking: 'no' });
    expect(holds(fact, {})).toBe(false);
    expect(holds(fact, { walking: null })).toBe(false);
    expect(holds(Condition.parse({ age: { max: 50 } }), {})).toBe(false);
  });

  it('finds one of several chosen options', () => {
    expect(holds(Condition.parse({ tried: ['esi', 'pt'] }), { tried: ['massage', 'esi'] })).toBe(true);
    expect(holds(Condition.parse({ tried: 'esi' }), { tried: ['massage'] })).toBe(false);
  });

  it('compares numbers with both ends included', () => {
    const range = Condition.parse({ pain: { min: 7, max: 9 } });
    expect([6, 7, 9, 10].map((pain) => holds(range, { pain }))).toEqual([false, true, true, false]);
    expect(holds(range, { pain: 'unsure' })).toBe(false);
  });

  it('holds on either side of an either-or', () => {
    const either = Condition.parse({ any: [{ fever: 'yes' }, { chills: 'yes', weak: 'yes' }] });
    expect(holds(either, { fever: 'yes' })).toBe(true);
    expect(holds(either, { chills: 'yes' })).toBe(false);
    expect(holds(either, { chills: 'yes', weak: 'yes' })).toBe(true);
  });

  it('looks at the present repetition first, then at the whole conversation', () => {
    const sibling = Condition.parse({ each: ['esi', 'pt'], helped: 'yes', consent: 'yes' });
    expect(holds(sibling, { consent: 'yes', 'helped:esi': 'yes', 'helped:pt': 'no' }, 'esi')).toBe(true);
    expect(holds(sibling, { consent: 'yes', 'helped:esi': 'yes', 'helped:pt': 'no' }, 'pt')).toBe(false);
  });

  it('names the questions it rests on', () => {
    expect(questionsIn(Condition.parse({ any: [{ fever: 'yes' }, { each: 'esi', chills: 'yes' }] }))).toEqual(['fever', 'chills']);
  });

  it('refuses deeper nesting', () => {
    expect(Condition.safeParse({ any: [{ any: [{ fever: 'yes' }, { chills: 'yes' }] }, { weak: 'yes' }] }).success).toBe(false);
  });
});
