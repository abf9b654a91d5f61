import { describe, expect, it } from '@jest/globals';
import { readInjections } from '../../../src/understanding/history/injections.ts';
import { readSurgery } from '../../../src/understanding/history/surgery.ts';
import { readThinner } from '../../../src/understanding/history/thinner.ts';
import { treatmentsIn } from '../../../src/understanding/history/treatments.ts';
import { hear } from '../../../src/understanding/text/said.ts';
import { english, spanish, today } from '../spoken.ts';

describe('treatments', () => {
  it('keep each their own outcome', () => {
    expect(treatmentsIn('PT did nothing, gabapentin helped a little', english)).toEqual([{ type: 'pt', outcome: 'none' }, { type: 'gabapentinoid', outcome: 'partial' }]);
    expect(treatmentsIn('el Tylenol no me hace nada, el Advil un poco', spanish)).toEqual([{ type: 'acetaminophen', outcome: 'none' }, { type: 'nsaid', outcome: 'partial' }]);
  });

  it('share the outcome told after all of them', () => {
    expect(treatmentsIn('chiropractor, massage and a brace, none of it helped', english).map(({ outcome }) => outcome)).toEqual(['none', 'none', 'none']);
  });

  it('helped for a time when a time is told with it', () => {
    expect(treatmentsIn('two shots last spring, helped 3 weeks', english)).toEqual([{ type: 'esi', outcome: 'temporary' }]);
  });

  it('have an unknown outcome when none is told', () => {
    expect(treatmentsIn('pt nsaids esi x3', english).map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'unknown']);
  });
});

describe('injections', () => {
  it('are counted, with the relief and its weeks', () => {
    expect(readInjections(hear('two shots last spring, helped 3 weeks', english), english, today, true)).toEqual({ had: 'yes', count: 2, relief: 'temporary', relief_weeks: [3, 3] });
    expect(readInjections(hear('just the one and it took it all away', english), english, today, true)).toEqual({ had: 'yes', count: 1, relief: 'full' });
  });

  it('elsewhere than in the back do not count', () => {
    expect(readInjections(hear('only in my shoulder', english), english, today, true)).toEqual({ had: 'no' });
  });
});

describe('surgery', () => {
  it('is the largest operation named, and not one that is only planned or elsewhere', () => {
    expect(readSurgery(hear('a laminectomy and later a fusion', english), english, today, true)).toEqual({ had: 'yes', type: 'fusion' });
    expect(readSurgery(hear('only my knee', english), english, today, true)).toEqual({ had: 'no' });
    expect(readSurgery(hear('they want to do a fusion next year', english), english, today, true)).toBeUndefined();
  });
});

describe('a blood thinner', () => {
  it('is known by brand, by misspelling, and not when it was stopped', () => {
    expect(readThinner(hear('wayfarin for my valve', english), english, today, true)).toEqual({ answer: 'yes', drugs: ['warfarin'] });
    expect(readThinner(hear('I used to take Plavix', english), english, today, true)).toEqual({ answer: 'no', drugs: [] });
  });
});
