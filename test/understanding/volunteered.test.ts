import { describe, expect, it } from '@jest/globals';
import type { Asked } from '../../src/understanding/answer.ts';
import { readAll } from '../../src/understanding/volunteered.ts';
import { english, spanish, today } from './spoken.ts';

const options = (...ids: string[]) => ids.map((id) => ({ id, label: id }));
const questions: Asked[] = [
  { id: 'side', type: 'choice', options: options('left', 'right', 'both') },
  { id: 'duration', type: 'duration', options: [] },
  { id: 'age', type: 'number', options: [] },
  { id: 'walk_tolerance', type: 'distance-or-time', options: [] },
  { id: 'locations', type: 'choices', options: options('low_back', 'leg', 'foot') },
  ...['relief_sitting', 'relief_leaning', 'numbness_legs', 'falls'].map((id): Asked => ({ id, type: 'yes-no-unsure', options: options('yes', 'no', 'unsure') })),
];
const told = (text: string, language = english) => Object.fromEntries(readAll(text, questions, language, today, 'US').map(({ question, value }) => [question, value]));

describe('what is said in the same breath', () => {
  it('fills its own questions', () => {
    expect(told('both legs, since 2019, leaning on the cart helps')).toEqual({ side: 'both', duration: { months: [82, 95] }, relief_leaning: 'yes' });
    expect(told('las dos piernas se me duermen, y se me quita cuando me siento', spanish)).toMatchObject({ side: 'both', numbness_legs: 'yes', relief_sitting: 'yes' });
  });

  it('is a clause of places beside an answer, and not "back" or "both legs" alone', () => {
    expect(told('five weeks, lower back plus the right foot')).toMatchObject({ locations: ['low_back', 'foot'] });
    expect(told('five weeks and I want my old self back')).not.toHaveProperty('locations');
    expect(told('ten minutes, both legs')).not.toHaveProperty('locations');
  });

  it('is a side though something else is denied', () => {
    expect(told("fifty yards, then I can't trust the left leg")).toMatchObject({ side: 'left' });
    expect(told("it's not the left leg")).not.toHaveProperty('side');
  });

  it('is not denied by what it is the reason for', () => {
    const device: Asked = { id: 'pacemaker_implant', type: 'yes-no-unsure', options: options('yes', 'no', 'unsure') };
    for (const text of ['no MRI because of my pacemaker', 'no MRI on account of my pacemaker']) expect([text, readAll(text, [device], english, today, 'US')]).toMatchObject([text, [{ value: 'yes' }]]);
    expect(readAll("I don't have a pacemaker", [device], english, today, 'US')).toMatchObject([{ value: 'no' }]);
  });

  it('is quoted in the words of its sentence', () => {
    expect(readAll('I am 73. My left leg goes numb.', questions, english, today, 'US')).toContainEqual({ question: 'side', value: 'left', quote: 'My left leg goes numb.' });
  });

  it('is left out when it is told twice in different ways', () => {
    expect(told('My left leg hurts. The right leg too.')).not.toHaveProperty('side');
  });

  it('is not taken from a time, an age or a distance that belongs to something else', () => {
    expect(told('I had surgery 5 years ago. My husband is 80. I quit smoking for 10 years.')).toEqual({});
  });

  it('is not taken from a question or a denial', () => {
    expect(told('does sitting down help?')).toEqual({});
    expect(told("it's not my left leg")).not.toHaveProperty('side', 'left');
  });

  it('is found in a story of any length', () => {
    const story = `I'm 81. ${'The weather has been kind to us. '.repeat(200)}I can walk about two blocks before I have to sit down and then it goes away.`;
    expect(told(story)).toEqual({ age: 81, walk_tolerance: { feet: [400, 1200] }, relief_sitting: 'yes' });
  });
});
