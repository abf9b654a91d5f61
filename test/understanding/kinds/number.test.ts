import { describe, expect, it } from '@jest/globals';
import { readAnswer, type Asked } from '../../../src/understanding/answer.ts';
import { english, spanish, today } from '../spoken.ts';

const pain = (id: string): Asked => ({ id, type: 'number', options: [], range: { min: 0, max: 10 } });
const answer = (text: string, id = 'pain_now', language = english) => readAnswer(pain(id), text, language, today, 'US');

describe('a number', () => {
  it('is read in digits and in words', () => {
    for (const text of ['7', 'seven', '7/10', 'seven out of ten', "I'd say a 7"]) expect(answer(text)).toMatchObject({ ok: true, value: 7 });
    expect(answer('un siete', 'pain_now', spanish)).toMatchObject({ ok: true, value: 7 });
  });

  it('is the middle of a narrow range', () => {
    expect(answer('7-8')).toMatchObject({ value: 7.5, how: 'read' });
    expect(answer('entre 5 y 6', 'pain_now', spanish)).toMatchObject({ value: 5.5 });
  });

  it('is the one the question asks for when two are told', () => {
    expect(answer('2 now, 8 when I walk')).toMatchObject({ value: 2 });
    expect(answer('usually 4, an 8 on bad days', 'pain_worst')).toMatchObject({ value: 8 });
  });

  it('is not chosen between two', () => {
    expect(answer('4 some days and 8 others')).toEqual({ ok: false, why: 'unclear', perhaps: [4, 8] });
  });

  it('keeps to its range, and takes no minutes', () => {
    expect(answer('15')).toEqual({ ok: false, why: 'out-of-range' });
    expect(answer('5 minutes').ok).toBe(false);
  });

  it('is zero when there is no pain', () => {
    expect(answer('no pain at all')).toMatchObject({ value: 0 });
  });
});
