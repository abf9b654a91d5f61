import { describe, expect, it } from '@jest/globals';
import { readRow } from '../../src/understanding/row.ts';
import { alone, english, spanish, today } from './spoken.ts';

const row = (question: string, text: string) => readRow({ question, text, lang: 'en' }, new Map([['en', english], ['es', spanish]]), today, alone);

describe('an evaluation row', () => {
  it('tells what else was said, and the answer itself only beside the wish to correct it', () => {
    expect(row('age', 'actually I typed it wrong im 72 not 27')).toEqual({ value: 'INTENT:correct', extra: { age: 72 } });
    expect(row('age', "I'm 72")).toEqual({ value: 72, extra: {} });
    expect(row('walk_tolerance', 'half a block, left leg gives out')).toMatchObject({ value: { feet: [100, 300] }, extra: { side: 'left' } });
  });
});
