import { describe, expect, it } from '@jest/globals';
import { readCommand } from '../../../src/understanding/command.ts';
import { readRow } from '../../../src/understanding/row.ts';
import { alone, english, spanish, today } from '../spoken.ts';

const languages = new Map([['en', english], ['es', spanish]]);
const value = (question: string, text: string, lang = 'en') => readRow({ question, text, lang }, languages, today, alone).value;

describe('an answer taken back in the same breath', () => {
  it('is what was said last', () => {
    expect(value('side', 'left... no sorry, right')).toBe('right');
    expect(value('pain_now', 'seven, no wait, six')).toBe(6);
    expect(value('duration', 'two years, I mean three years')).toEqual({ months: [34, 38] });
    expect(value('side', 'la izquierda, no perdón, la derecha', 'es')).toBe('right');
  });

  it('is what was said last of a distance that was not even that', () => {
    expect(value('walk_tolerance', "one lap around the Walmart, no, not even, I'd say one aisle")).toEqual({ feet: [50, 150] });
    expect(value('walk_tolerance', 'dos cuadras, ni eso, una cuadra', 'es')).toEqual({ feet: [200, 600] });
    expect(value('walk_tolerance', "I can't walk to the mailbox, not even with my walker")).toEqual({ cannot: true });
  });

  it('is neither where only the first can be read', () => {
    expect(value('side', 'left, no sorry, the other one')).toBe('UNCLEAR');
  });

  it('is asked back where a no turns into a yes', () => {
    expect(value('rf_bladder', 'no, I mean yes')).toBe('UNCLEAR');
  });

  it('is no answer taken back where nothing stands before', () => {
    expect(value('side', 'sorry, right')).toBe('right');
    expect(value('relief_sitting', 'I mean yes')).toBe('yes');
  });

  it('changes no earlier answer', () => {
    expect(readCommand('left, no wait, right', english, { question: 'side', mended: true })).toBeUndefined();
    expect(readCommand('wait no, I got my birthday wrong', english)).toMatchObject({ do: 'change' });
  });
});

describe('words that ask the chat for something', () => {
  it('answer the question that asks for just that', () => {
    expect(value('contact_pref', 'have someone call me')).toBe('phone');
    expect(value('contact_pref', 'que me llamen a la casa', 'es')).toBe('phone');
    expect(value('consent', "I'd rather not share")).toBe('no');
    expect(value('pain_now', 'have someone call me')).toBe('INTENT:human');
  });
});
