import { describe, expect, it } from '@jest/globals';
import { shipped } from '../support/content.ts';
import { entriesOf, lines, open, say, shown, talk } from '../support/talk.ts';
import { goOn } from '../support/visitor.ts';

const atAids = goOn(talk(shipped), 'walking_aid');
const stored = (words: string) => entriesOf(say(atAids, words, shipped), 'answered').at(-1);

describe('what a list names beside what was understood', () => {
  it('is shown to the patient, who can go back to say it in other words', () => {
    const answered = say(atAids, 'a cane and a wheelbarrow', shipped);
    expect(stored('a cane and a wheelbarrow')).toMatchObject({ value: ['cane'], words: 'a cane and a wheelbarrow' });
    expect(lines(answered).slice(0, 2)).toEqual(['noted', 'missed']);
    expect(shown(answered)[1]).toContain('"wheelbarrow"');
    expect(open(say(answered, 'back', shipped))).toBe('walking_aid');
  });

  it('is not shown where all was understood, or where it only says more', () => {
    for (const words of ['cane', 'a cane and a walker', 'a cane, mostly outside', 'cane, thank you dear', 'just the cane']) expect([words, lines(say(atAids, words, shipped))]).not.toEqual([words, expect.arrayContaining(['missed'])]);
  });
});

describe('a year alone for the month of a scan', () => {
  const atScan = goOn(talk(shipped), 'imaging_when', { imaging: 'MRI' });

  it('is asked for its month, with what to write when nobody knows it', () => {
    const asked = say(atScan, '2019', shipped);
    expect(open(asked)).toBe('imaging_when');
    expect(lines(asked)).toEqual(['retry.no-month', 'ask']);
    expect(shown(asked)[0]).toContain('month and the year');
    expect(entriesOf(say(asked, "I'm not sure", shipped), 'answered').at(-1)).toMatchObject({ question: 'imaging_when', value: 'unsure' });
  });

  it('says what is needed to who wants to skip it', () => {
    expect(lines(say(atScan, 'skip', shipped))).toEqual(['skip.say-unsure', 'ask']);
  });
});
