import { describe, expect, it } from '@jest/globals';
import { readAnswer, type Asked } from '../../../src/understanding/answer.ts';
import { english, spanish, today } from '../spoken.ts';

const howLong: Asked = { id: 'duration', type: 'duration', options: [] };
const lastScan: Asked = { id: 'imaging_when', type: 'month', options: [] };
const answer = (text: string, language = english, asked = howLong) => readAnswer(asked, text, language, today, 'US');

describe('a duration', () => {
  it('counts from the age it began at to the age today', () => {
    for (const text of ["it hit me at 60 and I'm 71 now", "I'm 71, it started when I was 60"]) expect([text, answer(text)]).toMatchObject([text, { value: { months: [122, 142] } }]);
    expect(answer('tengo 70 y empezó a los 65', spanish)).toMatchObject({ value: { months: [50, 70] } });
    expect(answer('since I was 40').ok).toBe(false);
  });

  it('is not the time it was bad for lately', () => {
    expect(answer('ten years off and on, bad for the last 6 months')).toMatchObject({ value: { months: [115, 125] } });
  });

  it('reads the last decade, a weekday, the summer before last and no fall for autumn', () => {
    expect(answer('the whole last decade')).toMatchObject({ value: { months: [112, 128] } });
    expect(answer('since Monday')).toMatchObject({ value: { months: [0, 0.27] } });
    expect(answer('since the summer before last')).toMatchObject({ value: { months: [14, 18] } });
    expect(answer('since my fall in March')).toMatchObject({ value: { months: [7, 9] } });
  });

  it('is too vague where only the worst of it has a length', () => {
    expect(answer('years, but the last three months have been awful')).toEqual({ ok: false, why: 'too-vague' });
    expect(answer('for the last five years')).toMatchObject({ value: { months: [58, 63] } });
  });

  it('reads part of a year, a decade by its name, and "last fall" in fall as that of the year before', () => {
    expect(answer('end of last year')).toMatchObject({ value: { months: [10, 15] } });
    expect(answer('middle of 2024')).toMatchObject({ value: { months: [26, 31] } });
    expect(answer('a principios de 2024', spanish)).toMatchObject({ value: { months: [30, 35] } });
    expect(answer('since the eighties')).toMatchObject({ value: { months: [442, 563] } });
    expect(answer('last fall')).toMatchObject({ value: { months: [11, 15] } });
    expect(answer('this time last year')).toMatchObject({ value: { months: [11, 13] } });
    expect(answer("since Mother's Day")).toMatchObject({ value: { months: [6, 7] } });
    expect(answer('last summer')).toMatchObject({ value: { months: [2, 6] } });
  });

  it('is not how long or how often something else was', () => {
    for (const text of ['6 weeks of PT', 'every 3 months', '5 out of 10']) expect([text, answer(text).ok]).toEqual([text, false]);
  });

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

  it('keeps what is nearly a few months in sight of it', () => {
    expect(answer('going on two months')).toMatchObject({ value: { months: [1, 2.5] } });
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
    expect(answer('6/2024', english, lastScan)).toMatchObject({ value: '2024-06' });
    expect(answer('two Christmases ago', english, lastScan)).toMatchObject({ value: '2024-12' });
    expect(answer('in the last six months', english, lastScan)).toMatchObject({ ok: false, why: 'too-vague' });
    expect(answer('last month', english, lastScan)).toMatchObject({ value: '2026-10' });
    expect(answer('january of last year', english, lastScan)).toMatchObject({ value: '2025-01' });
  });

  it('is not guessed from a whole year', () => {
    expect(answer('2021', english, lastScan)).toMatchObject({ ok: false, why: 'too-vague' });
  });
});
