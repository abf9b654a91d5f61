import { describe, expect, it } from '@jest/globals';
import { labelled, labelsIn } from '../../../src/understanding/text/labels.ts';
import { findAll, phrases } from '../../../src/understanding/text/phrases.ts';
import { wordsOf } from '../../../src/understanding/text/words.ts';

const words = (text: string) => wordsOf(text, new Map([["can't", ['can', 'not']]]));
const found = (list: string[], text: string) => findAll(phrases(list), words(text)).map(({ from, to }) => [from, to]);

describe('a phrase', () => {
  it('holds choices, words that may be missing, beginnings and gaps', () => {
    expect(found(['can not lift/raise (my) toe*'], "I can't raise my toes")).toEqual([[1, 6]]);
    expect(found(['can not lift/raise (my) toe*'], "can't lift toes")).toEqual([[0, 4]]);
    expect(found(['stop .. smoking'], 'I had to stop all of the smoking')).toEqual([[3, 8]]);
  });

  it('stays within its clause', () => {
    expect(found(['numb feet'], 'numb, feet')).toEqual([]);
  });

  it('gives way to a longer one that covers it', () => {
    const list = labelled({ no: ['no'], yes: ['no problem'] });
    expect(labelsIn(list, words('no problem')).map(({ label }) => label)).toEqual(['yes']);
  });

  it('must begin with a word', () => {
    expect(() => phrases(['.. numb'])).toThrow('a phrase begins with a word');
  });
});
