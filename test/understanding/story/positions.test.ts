import { describe, expect, it } from '@jest/globals';
import { allAsked } from '../../../src/understanding/rows.ts';
import { readAll } from '../../../src/understanding/volunteered.ts';
import { english, spanish, today } from '../spoken.ts';

const ids = new Map([['worse_standing_walking', 'walking'], ['relief_sitting', 'sitting'], ['relief_leaning', 'leaning'], ['relief_standing_still', 'stopping']]);
const told = (text: string, language = english) => readAll(text, allAsked, language, today, 'US').flatMap(({ question, value }) => (ids.has(question) && typeof value === 'string' ? [`${ids.get(question)} ${value}`] : [])).toSorted().join(', ');

describe('what a position does', () => {
  it.each([
    ['Both legs go numb when I walk and it stops when I sit down.', 'sitting yes, walking yes'],
    ['My legs hurt when I stand or walk and ease when I sit.', 'sitting yes, walking yes'],
    ['I do fine leaning on the buggy.', 'leaning yes'],
    ['I have to sit down every block and then I can go again.', 'sitting yes, walking yes'],
    ["Stopping and standing is enough, I don't have to sit.", 'stopping yes'],
    ["It doesn't matter if I sit or stand.", 'sitting no, walking no'],
    ['I push the cart, because I can walk much better with it.', 'leaning yes'],
    ['I am fine until I walk.', 'walking yes'],
    ["I can't walk for the pain.", 'walking yes'],
    ['It hurts less when I sit.', 'sitting yes'],
  ])('is told by "%s"', (text, values) => {
    expect(told(text)).toBe(values);
  });

  it.each([
    ['Se me duermen los pies al estar de pie y al sentarme se me quita.', 'sitting yes, walking yes'],
    ['Me duele igual sentado que parado.', 'walking no'],
    ['Con el carrito camino mejor.', 'leaning yes'],
  ])('is told in Spanish by "%s"', (text, values) => {
    expect(told(text, spanish)).toBe(values);
  });

  it.each([
    'The pain eases when I rest.',
    'I sit most of the day. My legs hurt.',
    'My back hurts when I stand up from sitting.',
    'It feels like walking on cotton wool.',
    'My sister says her legs hurt when she walks.',
    'I used to feel better when I sat down.',
    'I have to sit at work all day and it hurts.',
    'The doctor asked if it hurts when I walk.',
    'Some days sitting helps and some days it does not.',
    'Does sitting down help?',
  ])('is not guessed from "%s"', (text) => {
    expect(told(text)).toBe('');
  });
});
