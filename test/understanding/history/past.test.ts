import { describe, expect, it } from '@jest/globals';
import { readRow } from '../../../src/understanding/row.ts';
import { english, spanish, today } from '../spoken.ts';

const languages = new Map([['en', english], ['es', spanish]]);
const value = (question: string, text: string, lang = 'en') => readRow({ question, text, lang }, languages, today, () => false).value;

describe('injections', () => {
  it('are counted once where their number is said again', () => {
    expect(value('injections', 'three in six months and all three were a waste of time')).toMatchObject({ count: 3, relief: 'none' });
    expect(value('injections', 'had four in two years and none of the four did a thing')).toMatchObject({ count: 4 });
  });

  it('are not counted by the day of a month or one that is still to come', () => {
    expect(value('injections', 'my first on March 3rd helped, second is scheduled')).not.toMatchObject({ count: 3 });
  });

  it('may have made it worse', () => {
    expect(value('injections', 'the one I had made everything worse')).toEqual({ had: 'yes', count: 1, relief: 'worse' });
  });
});

describe('what is only planned', () => {
  it('is a no where it is the first', () => {
    expect(value('injections', "I'm scheduled for my first on the 3rd")).toEqual({ had: 'no' });
    expect(value('injections', 'me toca la primera el martes', 'es')).toEqual({ had: 'no' });
    expect(value('prior_surgery', "I'm scheduled for January but nothing up to now")).toEqual({ had: 'no' });
  });

  it('is asked back where there may have been one before', () => {
    for (const [question, text] of [['injections', 'my second is scheduled'], ['prior_surgery', 'scheduled for my second one'], ['prior_surgery', 'had one in 2010, another scheduled, nothing yet this year']] as const) {
      expect([text, value(question, text)]).toEqual([text, 'UNCLEAR']);
    }
  });
});

describe('therapy', () => {
  it('that had to stop because it hurt made it worse', () => {
    expect(value('pt', 'had to quit after three visits because it hurt me worse')).toEqual({ had: 'yes', outcome: 'worse' });
    expect(value('pt', 'helped for a month then made it worse')).toEqual({ had: 'yes', outcome: 'temporary' });
  });

  it('for another place and not for the back is none', () => {
    for (const text of ['yes for my shoulder, never for my back', 'for my knee after the replacement, not for my back']) expect([text, value('pt', text)]).toEqual([text, { had: 'no' }]);
    expect(value('pt', 'yes for my back and it helped')).toEqual({ had: 'yes', outcome: 'helped' });
  });
});
