import { describe, expect, it } from '@jest/globals';
import { readAnswer, type Asked } from '../../../src/understanding/answer.ts';
import { english, spanish, today } from '../spoken.ts';

const howFar: Asked = { id: 'walk_tolerance', type: 'distance-or-time', options: [] };
const answer = (text: string, language = english) => readAnswer(howFar, text, language, today, 'US');

describe('a distance or a time', () => {
  it('takes a block for 200 to 600 feet', () => {
    expect(answer('two blocks')).toMatchObject({ value: { feet: [400, 1200] } });
    expect(answer('media cuadra', spanish)).toMatchObject({ value: { feet: [100, 300] } });
  });

  it('gives a landmark a wide range', () => {
    expect(answer('to the mailbox')).toMatchObject({ value: { feet: [40, 400] } });
  });

  it('reads minutes, with their limits', () => {
    expect(answer('5 mins tops')).toMatchObject({ value: { minutes: [3.5, 5] } });
    expect(answer('half an hour')).toMatchObject({ value: { minutes: [27, 33] } });
    expect(answer('quince o veinte minutos', spanish)).toMatchObject({ value: { minutes: [15, 20] } });
  });

  it('tells no limit from not at all', () => {
    expect(answer('as far as I like')).toMatchObject({ value: { unlimited: true } });
    expect(answer('I can not walk at all')).toMatchObject({ value: { cannot: true } });
  });

  it('says when it is too vague', () => {
    expect(answer('not far')).toEqual({ ok: false, why: 'too-vague' });
  });
});
