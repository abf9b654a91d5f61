import { describe, expect, it } from '@jest/globals';
import { isForAnother } from '../../../src/understanding/story/teller.ts';
import { allAsked } from '../../../src/understanding/rows.ts';
import { readAll } from '../../../src/understanding/volunteered.ts';
import { english, spanish, today } from '../spoken.ts';

const told = (text: string, language = english) => Object.fromEntries(readAll(text, allAsked, language, today, 'US').map(({ question, value }) => [question, value]));

describe('a story', () => {
  it.each([
    'Writing for my mother, she is 84.',
    'Dad is 77 with spinal stenosis. He has to sit every half block. He took a muscle relaxer last night.',
    'My husband is 72, he is a patient of yours. His back hurts. Can someone call?',
    'My aunt Carla has stenosis. She walks to the gate. Then she sits.',
  ])('is told for somebody else: "%s"', (text) => {
    expect(isForAnother(text, english)).toBe(true);
  });

  it.each([
    'Es mi esposo, 79 años. Cuando camina le duelen las piernas. Se sienta y se le quita.',
    'Mi mamá de 76 años camina cojeando. Le duele al subirse al carro. No se le duermen las piernas.',
  ])('is told for somebody else in Spanish: "%s"', (text) => {
    expect(isForAnother(text, spanish)).toBe(true);
  });

  it.each([
    'My sister has had cancer twice.',
    'My neighbor has the same thing. He got a spacer. Does it work?',
    'My brother had a fusion and it ruined him. I walk a block. Then my legs go.',
    'My wife is 70 and drives me everywhere. My legs hurt when I walk. I sit and it goes.',
    'Mom has it too. She had it for years. Now it is in my back.',
  ])('is the own one: "%s"', (text) => {
    expect(isForAnother(text, english)).toBe(false);
  });

  it('tells the age of the one it is told for, and what helps her', () => {
    expect(told('Writing for my mother, she is 84. Her legs ache when she walks. Sitting helps her.')).toMatchObject({ respondent: 'other', age: 84, worse_standing_walking: 'yes', relief_sitting: 'yes' });
    expect(told('Mi papá tiene 80 años y estenosis. Le duelen las piernas. Se sienta y se le quita.', spanish)).toMatchObject({ respondent: 'other', age: 80, relief_sitting: 'yes' });
  });

  it('takes no age for how long it has hurt, and no years of smoking for an age', () => {
    expect(told('Tengo 70 años y padezco de la columna hace mucho.', spanish)).toEqual({ age: 70 });
    expect(told('Tengo 30 años con dolor de espalda.', spanish)).toMatchObject({ duration: { months: [345, 375] } });
    expect(told('Fumé treinta años y tengo la presión alta.', spanish)).toEqual({});
  });

  it('takes no distance for how long one can stand', () => {
    expect(told("I walk three miles with the dog and standing doesn't bother it.")).not.toHaveProperty('stand_tolerance');
  });
});
