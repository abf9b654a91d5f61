import { describe, expect, it } from '@jest/globals';
import { voiceOf } from '../../src/conversation/content.ts';
import { summarise, type Summary } from '../../src/handoff/summary.ts';
import { summaryText } from '../../src/handoff/text.ts';
import { shipped } from '../support/content.ts';
import { talk } from '../support/talk.ts';

const voice = voiceOf(shipped, 'en');

function summaryOf(...messages: string[]): Summary {
  const log = talk(shipped, ...messages).entries.map((entry, index) => ({ seq: index + 1, at: '2026-11-22T09:00:00Z', entry }));
  return summarise({ conversation: '3f2a9c00-0000-4000-8000-000000000000', log, content: shipped, voice, today: '2026-11-22' });
}

describe('the nurse\'s page', () => {
  const alarmed = summaryOf('1', 'yes', 'none of these', '3', 'yes since Tuesday', 'I understand', 'This is Ann Example, 608 555 0123');

  it('puts what is positive apart from what was denied, and from what was not asked', () => {
    const { positive, denied, notAsked } = alarmed.redFlags;
    expect(positive.map(({ flag, quote }) => [flag, quote])).toEqual([['ces_bladder', 'yes since Tuesday']]);
    expect(denied.map(({ flag }) => flag)).toEqual(expect.arrayContaining(['chest_pain', 'ces_bowel', 'ces_sexual']));
    expect(notAsked.map(({ flag }) => flag)).toEqual(expect.arrayContaining(['malignancy', 'fracture', 'suicide']));
  });

  it('shows what the patient was told, and that they said they understood', () => {
    expect(alarmed.told?.text).toContain('911');
    expect(alarmed.told?.acknowledgedAt).toBe('2026-11-22T09:00:00Z');
  });

  it('takes the number to call from the patient\'s words where no question asked for it', () => {
    expect(alarmed.who).toMatchObject({ phone: '(608) 555-0123', dial: '+16085550123' });
    expect(alarmed.otherWords.map(({ text }) => text)).toContain('This is Ann Example, 608 555 0123');
  });

  it('begins with the reference, the urgency and the red flags when it is copied as text', () => {
    const [first, , ...rest] = summaryText(alarmed, voice).split('\n');
    expect(first).toContain('Case 3F2A9C · EMERGENCY');
    expect(rest.slice(0, 4).join('\n')).toContain('RED FLAGS, POSITIVE');
  });

  it('names no verdict, and runs no rule while an emergency stands', () => {
    expect(alarmed.screening.every(({ outcome }) => outcome === 'not-run')).toBe(true);
  });
});
