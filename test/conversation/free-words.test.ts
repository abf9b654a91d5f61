import { describe, expect, it } from '@jest/globals';
import { shipped } from '../support/content.ts';
import { entriesOf, lines, open, say, talk } from '../support/talk.ts';
import { goOn } from '../support/visitor.ts';

const freeText = shipped.dialog.items.filter(({ question }) => question.type === 'text').map(({ id }) => id);
const atGoals = goOn(talk(shipped), 'goals');

describe('a question that takes any words', () => {
  it('is asked by the intake, and keeps what is said as it is said', () => {
    expect(freeText).toContain('goals');
    const told = say(atGoals, 'to go back to my garden and walk without stopping', shipped);
    expect(entriesOf(told, 'answered').at(-1)).toMatchObject({ question: 'goals', value: 'to go back to my garden and walk without stopping' });
    expect(lines(told)).toEqual(['ask']);
  });

  it('still watches for an emergency', () => {
    for (const words of ['I have crushing chest pain right now', 'I want to kill myself tonight']) expect(open(say(atGoals, words, shipped))).toBe('emergency');
  });

  it('still heeds what the patient asks the chat to do', () => {
    expect(open(say(atGoals, 'back', shipped))).not.toBe('full_name');
    expect(open(say(atGoals, 'can I talk to a person', shipped))).toBe('handed-over');
    expect(entriesOf(say(atGoals, 'skip', shipped), 'answered').at(-1)).toMatchObject({ question: 'goals', value: null, how: 'skipped' });
    expect(lines(say(atGoals, 'why', shipped))).toEqual(['why', 'ask']);
  });
});
