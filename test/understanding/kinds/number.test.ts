import { describe, expect, it } from '@jest/globals';
import { readAnswer, type Asked } from '../../../src/understanding/answer.ts';
import { english, spanish, today } from '../spoken.ts';

const pain = (id: string): Asked => ({ id, type: 'number', options: [], range: { min: 0, max: 10 } });
const answer = (text: string, id = 'pain_now', language = english) => readAnswer(pain(id), text, language, today, 'US');

const age: Asked = { id: 'age', type: 'number', options: [], range: { min: 18, max: 120 } };
const old = (text: string, language = english) => readAnswer(age, text, language, today, 'US');

describe('an age', () => {
  it('is one less than that of a birthday to come within the year, and asked where that is open', () => {
    expect(old("I'll be 80 in January")).toMatchObject({ value: 79 });
    expect(old('voy a cumplir 80 en enero', spanish)).toMatchObject({ value: 79 });
    for (const text of ["I'll be 80", 'almost 80', 'turning 80 in two years']) expect([text, old(text).ok]).toEqual([text, false]);
  });

  it('is that of the patient when a carer tells it, and not that of somebody named beside', () => {
    expect(old('my mother is 82')).toMatchObject({ value: 82 });
    expect(old('mi mamá tiene 82', spanish)).toMatchObject({ value: 82 });
    expect(old('my wife is 80 and I am 83')).toMatchObject({ value: 83 });
  });

  it('is that of today and no other number', () => {
    expect(old('86, farmed till I was eighty and still got a few head of cattle')).toMatchObject({ value: 86 });
    expect(old('60 when it started').ok).toBe(false);
    expect(old('I was 65 when it began, 71 now')).toMatchObject({ value: 71 });
  });
});

describe('a number', () => {
  it('is read in digits and in words', () => {
    for (const text of ['7', 'seven', '7/10', 'seven out of ten', "I'd say a 7"]) expect(answer(text)).toMatchObject({ ok: true, value: 7 });
    expect(answer('un siete', 'pain_now', spanish)).toMatchObject({ ok: true, value: 7 });
  });

  it('is the middle of a narrow range', () => {
    expect(answer('7-8')).toMatchObject({ value: 7.5, how: 'read' });
    expect(answer('entre 5 y 6', 'pain_now', spanish)).toMatchObject({ value: 5.5 });
    expect(answer('unas 5', 'pain_now', spanish)).toMatchObject({ value: 5 });
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
