import { describe, expect, it } from '@jest/globals';
import { readRow } from '../../../src/understanding/row.ts';
import { alone, english, spanish, today } from '../spoken.ts';

const languages = new Map([['en', english], ['es', spanish]]);
const value = (question: string, text: string, lang = 'en') => readRow({ question, text, lang }, languages, today, alone).value;

describe('injections', () => {
  it('are counted once where their number is said again', () => {
    expect(value('injections', 'three in six months and all three were a waste of time')).toMatchObject({ count: 3, relief: 'none' });
    expect(value('injections', 'had four in two years and none of the four did a thing')).toMatchObject({ count: 4 });
  });

  it('are not counted by the day of a month or one that is still to come', () => {
    expect(value('injections', 'my first on March 3rd helped, second is scheduled')).not.toMatchObject({ count: 3 });
  });

  it('are not counted where there were more than told, or one on each side', () => {
    for (const text of ['had three, then two more', 'a series of three and then another series of three', 'one in each side']) expect([text, value('injections', text)]).toEqual([text, { had: 'yes' }]);
    expect(value('injections', "two, and I don't want any more")).toEqual({ had: 'yes', count: 2 });
  });

  it('are six where there were half a dozen, which is no half of the pain', () => {
    expect(value('injections', 'maybe a half dozen over the years')).toEqual({ had: 'yes', count: 6 });
    expect(value('injections', 'half a dozen, took half the pain away')).toEqual({ had: 'yes', count: 6, relief: 'partial' });
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

describe('surgery', () => {
  it('is told by its kind, and refused is none', () => {
    expect(value('prior_surgery', 'the disc kind, in 98')).toEqual({ had: 'yes', type: 'discectomy' });
    expect(value('prior_surgery', 'not the disc kind, the rods kind')).toEqual({ had: 'yes', type: 'fusion' });
    expect(value('prior_surgery', "they want to fuse me but I'm not having it")).toEqual({ had: 'no' });
  });
});

describe('therapy', () => {
  it('that had to stop because it hurt made it worse', () => {
    expect(value('pt', 'had to quit after three visits because it hurt me worse')).toEqual({ had: 'yes', outcome: 'worse' });
    expect(value('pt', 'helped for a month then made it worse')).toEqual({ had: 'yes', outcome: 'temporary' });
  });

  it('that was stopped was had', () => {
    expect(value('pt', 'stopped after four visits, no help')).toEqual({ had: 'yes', outcome: 'none' });
    expect(value('pt', 'quit after three visits')).toEqual({ had: 'yes' });
    expect(value('pt', 'dejé de ir, no servía', 'es')).toEqual({ had: 'yes', outcome: 'none' });
  });

  it('for another place and not for the back is none', () => {
    for (const text of ['yes for my shoulder, never for my back', 'for my knee after the replacement, not for my back']) expect([text, value('pt', text)]).toEqual([text, { had: 'no' }]);
    expect(value('pt', 'yes for my back and it helped')).toEqual({ had: 'yes', outcome: 'helped' });
  });
});
