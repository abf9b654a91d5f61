import { describe, expect, it } from '@jest/globals';
import { readAnswer, type Asked } from '../../src/understanding/answer.ts';
import { english, spanish, today } from './spoken.ts';

const sitting: Asked = { id: 'sitting', type: 'yes-no-unsure', options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }, { id: 'unsure', label: "I'm not sure" }] };
const aids: Asked = { id: 'aids', type: 'choices', options: [{ id: 'cane', label: 'Cane' }, { id: 'walker', label: 'Walker' }, { id: 'none', label: 'None of these', exclusive: true }] };
const born: Asked = { id: 'born', type: 'date', options: [] };

const answer = (question: Asked, text: string, language = english) => readAnswer(question, text, language, today, 'US');

describe('an answer', () => {
  it('is exact when it is a plain word, a label or the number of an option', () => {
    for (const text of ['yes', 'Yes.', '1', '#1', '1.', 'one', 'option 1']) expect(answer(sitting, text)).toEqual({ ok: true, value: 'yes', how: 'exact', sure: true });
    expect(answer(sitting, "I'm not sure")).toMatchObject({ value: 'unsure', how: 'exact' });
  });

  it('takes several numbers for a question with several answers, and not for others', () => {
    for (const text of ['1 and 2', '1,2', '1 2', '1 & 2']) expect(answer(aids, text)).toMatchObject({ value: ['cane', 'walker'], how: 'exact' });
    expect(answer(sitting, '1 and 2').ok).toBe(false);
  });

  it('lets an exclusive option stand alone', () => {
    expect(answer(aids, '3')).toMatchObject({ value: ['none'] });
    expect(answer(aids, '1 and 3')).toMatchObject({ value: ['cane'] });
  });

  it('says what is wrong when it is nothing', () => {
    expect(answer(sitting, '  ')).toEqual({ ok: false, why: 'empty' });
    expect(answer(sitting, '4')).toEqual({ ok: false, why: 'not-an-option' });
    expect(answer(sitting, 'x'.repeat(10_000))).toEqual({ ok: false, why: 'unclear' });
  });

  it('reads dates of birth month first', () => {
    for (const text of ['3/4/48', '03/04/1948', 'March 4 1948', '4 march 48', '1948-03-04', 'march the fourth nineteen forty eight', '03041948']) expect(answer(born, text)).toMatchObject({ ok: true, value: '1948-03-04' });
    expect(answer(born, '4 de marzo del 48', spanish)).toMatchObject({ ok: true, value: '1948-03-04' });
  });

  it('reads a date of birth on a feast', () => {
    expect(answer(born, 'Christmas Day 1939')).toMatchObject({ value: '1939-12-25' });
    expect(answer(born, 'nací en Navidad de 1950', spanish)).toMatchObject({ value: '1950-12-25' });
    for (const text of ['Christmas', 'February 1, and I am 81']) expect([text, answer(born, text).ok]).toEqual([text, false]);
  });

  it('refuses a date that is none, is to come, or is too long ago', () => {
    expect(answer(born, '2/30/1950')).toEqual({ ok: false, why: 'not-a-date' });
    expect(answer(born, '1/1/2031')).toEqual({ ok: false, why: 'in-the-future' });
    expect(answer(born, 'surgery was 4/5/2019')).toEqual({ ok: false, why: 'unclear', perhaps: ['2019-04-05'] });
    expect(answer(born, '1/1/1850')).toEqual({ ok: false, why: 'not-a-date' });
  });
});
