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

  it('leaves out what held once, and what ends the walk', () => {
    expect(answer('used to hike all day, now 20 minutes tops')).toMatchObject({ value: { minutes: [14, 20] } });
    expect(answer('used to walk miles, now to the mailbox')).toMatchObject({ value: { feet: [40, 400] } });
    expect(answer('dos cuadras y ya no puedo más', spanish)).toMatchObject({ value: { feet: [400, 1200] } });
    expect(answer('used to do 5 miles a day').ok).toBe(false);
    expect(answer('antes una milla, ahora ni la mitad', spanish).ok).toBe(false);
  });

  it('reads parts of a mile, and "no more than" as a limit', () => {
    expect(answer('.25 miles')).toMatchObject({ value: { feet: [1188, 1452] } });
    expect(answer('a mile and a quarter')).toMatchObject({ value: { feet: [5940, 7260] } });
    expect(answer('1/8 of a mile')).toMatchObject({ value: { feet: [594, 726] } });
    expect(answer('two thirds of a mile')).toMatchObject({ value: { feet: [3165, 3868] } });
    expect(answer("can't do more than a block")).toMatchObject({ value: { feet: [140, 600] } });
  });

  it('takes good days and bad days for the ends of a range, and the walk without the cart', () => {
    expect(answer('one block good days, half a block bad days')).toMatchObject({ value: { feet: [100, 600] } });
    expect(answer('half an hour with the cart, 5 minutes without')).toMatchObject({ value: { minutes: [4.5, 5.5] } });
  });

  it('takes what is said of another alone for the patient somebody answers for', () => {
    expect(answer('my dad can do half a block')).toMatchObject({ value: { feet: [100, 300] } });
    expect(answer('I can do 100 feet but my wife can do a mile')).toMatchObject({ value: { feet: [90, 110] } });
    expect(answer('200 feet, my grandson paced it off')).toMatchObject({ value: { feet: [180, 220] } });
  });

  it('takes no measure that tells of something else', () => {
    expect(answer('it takes me 20 minutes to walk a block')).toMatchObject({ value: { feet: [200, 600] } });
    expect(answer('I rest 5 minutes after every 100 feet')).toMatchObject({ value: { feet: [90, 110] } });
    for (const text of ['I live 3 miles from the clinic', 'the doctor wants me to walk 30 minutes a day', 'my neighbor walks 5 miles a day']) expect([text, answer(text).ok]).toEqual([text, false]);
    expect(answer("I can't walk 50 feet")).toMatchObject({ value: { feet: [35, 50] } });
  });

  it('says when it is too vague', () => {
    expect(answer('not far')).toEqual({ ok: false, why: 'too-vague' });
  });
});
