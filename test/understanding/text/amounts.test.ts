import { describe, expect, it } from '@jest/globals';
import { amountsIn } from '../../../src/understanding/text/amounts.ts';
import { wordsOf } from '../../../src/understanding/text/words.ts';
import { wholeNumbers } from '../../../src/understanding/text/years.ts';
import { english, spanish } from '../spoken.ts';

const amounts = (text: string, language = english) => amountsIn(wordsOf(text, language.shorthand), language.numbers).map(({ min, max }) => [min, max]);

describe('numbers in words', () => {
  it('are put together from their parts', () => {
    expect(amounts('sixty-six')).toEqual([[66, 66]]);
    expect(amounts('a hundred and twenty')).toEqual([[120, 120]]);
    expect(amounts('two and a half')).toEqual([[2.5, 2.5]]);
    for (const text of ['couple hundred', 'a couple of hundred']) expect(amounts(text)).toEqual([[200, 200]]);
    expect(amounts('hundreds of yards')).toEqual([[200, 900]]);
    for (const text of ['par de cientos', 'doscientos']) expect(amounts(text, spanish)).toEqual([[200, 200]]);
    expect(amounts('cientos de metros', spanish)).toEqual([[200, 900]]);
    expect(amounts('treinta y cinco', spanish)).toEqual([[35, 35]]);
    expect(amounts('mil novecientos cuarenta y ocho', spanish)).toEqual([[1948, 1948]]);
  });

  it('are multiplied by what is told of them', () => {
    for (const text of ['half a dozen', 'a half dozen']) expect(amounts(text).at(-1)).toEqual([6, 6]);
    expect(amounts('media docena', spanish)).toEqual([[6, 6]]);
    expect(amounts('half a mile')).toEqual([[0.5, 0.5]]);
  });

  it('are one range when their ends are joined', () => {
    for (const text of ['7-8', '7 or 8', 'seven to eight', 'between 7 and 8']) expect(amounts(text)).toEqual([[7, 8]]);
    expect(amounts('entre siete y ocho', spanish)).toEqual([[7, 8]]);
  });

  it('stay apart when nothing joins them', () => {
    expect(amounts('3 of 5, then 7')).toEqual([[3, 3], [5, 5], [7, 7]]);
  });

  it('make a year of two halves', () => {
    expect(wholeNumbers(wordsOf('nineteen fifty two', english.shorthand), english)).toEqual(['1952']);
    expect(wholeNumbers(wordsOf('nineteen oh six', english.shorthand), english)).toEqual(['1906']);
  });
});
