import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dialogFrom } from '../../src/dialog/dialog.ts';
import { fingerprint } from '../../src/dialog/fingerprint.ts';
import { chartFrom } from '../../src/dialog/machine.ts';
import type { Value } from '../../src/dialog/value.ts';
import { walk, type Held, type Walk } from '../../src/dialog/walk.ts';
import { pagesFrom, smallPages } from '../support/pages.ts';

const dialog = dialogFrom(smallPages());
const chart = chartFrom(dialog);

function holding(answers: Record<string, Value>): Map<string, Held> {
  return new Map(Object.entries(answers).map(([id, value]) => [id, { value, of: dialog.byId.get(id)?.of ?? 'of a question that is gone' }]));
}

function restAfter(answers: Record<string, Value>): string {
  const { rest } = walk(dialog, chart, holding(answers));
  return rest.at === 'question' ? rest.item.id : rest.at;
}

describe('a walk', () => {
  it('begins at the first question', () => {
    expect(restAfter({})).toBe('consent');
  });

  it('passes what is answered and rests at the first question that is not', () => {
    expect(restAfter({ consent: 'yes', numb: 'no' })).toBe('walking');
  });

  it('skips a question whose condition does not hold', () => {
    expect(restAfter({ consent: 'yes', numb: 'no', walking: 'no' })).toBe('tried');
    expect(restAfter({ consent: 'yes', numb: 'no', walking: 'unsure' })).toBe('blocks');
  });

  it('passes a question that was skipped on purpose', () => {
    expect(restAfter({ consent: 'yes', numb: 'no', walking: 'yes', blocks: null })).toBe('tried');
  });

  it('stops politely where a page says so', () => {
    expect(restAfter({ consent: 'no', numb: 'no' })).toBe('stopped');
  });

  it('leaves for the emergency with the very answer that raises it', () => {
    expect(restAfter({ consent: 'yes', numb: 'yes', walking: 'no' })).toBe('emergency');
  });

  it('repeats a page for each option chosen, in the order of the options', () => {
    const so = { consent: 'yes', numb: 'no', walking: 'no', tried: ['esi', 'pt'] };
    expect(restAfter(so)).toBe('helped:pt');
    expect(restAfter({ ...so, 'helped:pt': 'yes' })).toBe('helped:esi');
    expect(restAfter({ ...so, 'helped:pt': 'yes', 'helped:esi': 'yes' })).toBe('count:esi');
    expect(restAfter({ ...so, 'helped:pt': 'yes', 'helped:esi': 'no' })).toBe('full_name');
  });

  it('repeats nothing for "none of these"', () => {
    expect(restAfter({ consent: 'yes', numb: 'no', walking: 'no', tried: ['none'] })).toBe('full_name');
  });

  it('finishes after the check', () => {
    expect(restAfter({ consent: 'yes', numb: 'no', walking: 'no', tried: ['none'], full_name: 'Ann Example', check_answers: 'send' })).toBe('finished');
  });

  it('asks again what has been reworded since it was answered', () => {
    const held = holding({ consent: 'yes', numb: 'no', walking: 'no' }).set('numb', { value: 'no', of: 'another wording' });
    const { rest } = walk(dialog, chart, held);
    expect(rest).toMatchObject({ at: 'question', item: { id: 'numb' } });
  });

  it('leaves out answers that the way no longer passes', () => {
    const { answers } = walk(dialog, chart, holding({ consent: 'yes', numb: 'no', walking: 'no', blocks: 4 }));
    expect(answers).toEqual({ consent: 'yes', numb: 'no', walking: 'no' });
  });

  it('comes to the same result whether or not it takes over the steps of an earlier walk', () => {
    const answer = fc.constantFrom<Value>('yes', 'no', 'unsure', null, 3, ['pt'], ['esi', 'pt'], ['none'], 'Ann Example', 'send');
    const change = fc.tuple(fc.constantFrom(...dialog.items.map(({ id }) => id)), fc.option(answer, { nil: undefined }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const held = new Map<string, Held>();
        let before: Walk | undefined;
        for (const [id, value] of changes) {
          if (value === undefined) held.delete(id);
          else held.set(id, { value, of: dialog.byId.get(id)?.of ?? '' });
          const sooner = walk(dialog, chart, held, before);
          const afresh = walk(dialog, chart, held);
          expect(summary(sooner)).toEqual(summary(afresh));
          before = sooner;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a fingerprint', () => {
  const [page] = pagesFrom('id: one\ntitle: One\nquestions:\n  - { id: pain, ask: How bad?, short: Pain, type: number, range: { min: 0, max: 10 } }');
  const question = page?.questions[0];
  if (!question) throw new Error('The page has a question.');

  it('changes with the words, the type, the options and the range', () => {
    const same = fingerprint(question);
    expect(fingerprint({ ...question, ask: 'How strong?' })).not.toBe(same);
    expect(fingerprint({ ...question, type: 'text' })).not.toBe(same);
    expect(fingerprint({ ...question, options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }] })).not.toBe(same);
    expect(fingerprint({ ...question, range: { min: 0, max: 100 } })).not.toBe(same);
  });

  it('stays with the reason, the short name and the red flags', () => {
    expect(fingerprint({ ...question, why: 'Because.', short: 'How bad', redFlags: [] })).toBe(fingerprint(question));
  });
});

function summary({ path, rest, answers }: Walk): unknown {
  return { path: path.map(({ item, held }) => [item.id, held.value]), rest, answers };
}
