import { describe, expect, it } from '@jest/globals';
import { readAnswer, type Asked } from '../../../src/understanding/answer.ts';
import { english, spanish, today } from '../spoken.ts';

const howLong: Asked = { id: 'duration', type: 'duration', options: [] };
const lastScan: Asked = { id: 'imaging_when', type: 'month', options: [] };
const answer = (text: string, language = english, asked = howLong) => readAnswer(asked, text, language, today, 'US');

describe('a duration', () => {
  it('is a range of months around what was said', () => {
    expect(answer('3 years')).toMatchObject({ ok: true, value: { months: [34, 38] } });
    expect(answer('a year and a half')).toMatchObject({ value: { months: [16, 20] } });
    expect(answer('2 yrs 3 mos')).toMatchObject({ value: { months: [24, 30] } });
    expect(answer('año y medio', spanish)).toMatchObject({ value: { months: [16, 20] } });
  });

  it('counts back from the day it is asked', () => {
    expect(answer('since 2019')).toMatchObject({ value: { months: [82, 95] } });
    expect(answer('since before Thanksgiving')).toMatchObject({ value: { months: [11, 14] } });
    expect(answer('desde marzo', spanish)).toMatchObject({ value: { months: [7, 9] } });
  });

  it('widens what is nearly, over or under', () => {
    expect(answer('going on 3 yrs')).toMatchObject({ value: { months: [32, 37] } });
    expect(answer('over ten years')).toMatchObject({ value: { months: [120, 150] } });
  });

  it('says when it is too vague', () => {
    for (const text of ['too long', 'years', 'since my surgery']) expect(answer(text)).toEqual({ ok: false, why: 'too-vague' });
  });

  it('offers both when two different times are told', () => {
    expect(answer('ten years, and the legs for two months')).toMatchObject({ ok: false, why: 'unclear', perhaps: [{ months: [115, 125] }, { months: [1, 3] }] });
  });

  it('does not take an age for a duration', () => {
    expect(answer('I am 75 years old').ok).toBe(false);
  });
});

describe('a month', () => {
  it('is read from how patients date a scan', () => {
    expect(answer('March 2024', english, lastScan)).toMatchObject({ ok: true, value: '2024-03' });
    expect(answer('last month', english, lastScan)).toMatchObject({ value: '2026-10' });
    expect(answer('january of last year', english, lastScan)).toMatchObject({ value: '2025-01' });
  });

  it('is not guessed from a whole year', () => {
    expect(answer('2021', english, lastScan)).toMatchObject({ ok: false, why: 'too-vague' });
  });
});
