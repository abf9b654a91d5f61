import { describe, expect, it } from '@jest/globals';
import { voiceOf } from '../../src/conversation/content.ts';
import type { Entry } from '../../src/conversation/log.ts';
import { summarise, type Summary } from '../../src/handoff/summary.ts';
import { summaryText } from '../../src/handoff/text.ts';
import { shipped } from '../support/content.ts';
import { talk } from '../support/talk.ts';

const voice = voiceOf(shipped, 'en');

function summaryOf(...messages: string[]): Summary {
  return summaryOfEntries(talk(shipped, ...messages).entries);
}

function summaryOfEntries(entries: readonly Entry[]): Summary {
  const log = entries.map((entry, index) => ({ seq: index + 1, at: '2026-11-22T09:00:00Z', entry }));
  return summarise({ conversation: '3f2a9c00-0000-4000-8000-000000000000', log, content: shipped, voice, today: '2026-11-22' });
}

/** An emergency in which the alert, and a reply before it, did not arrive, or may not have; and what the patient said then. */
function unheard(why: 'unknown' | 'refused', ...then: string[]): Summary {
  const { entries } = talk(shipped, '1', 'yes', 'none of these', '3', 'yes since Tuesday');
  const alert = entries.findLastIndex((entry) => entry.type === 'replied' && entry.reply.type === 'alert') + 1;
  const failed: Entry[] = [2, alert].map((of) => ({ type: 'delivery-failed', of, why }));
  const after = talk(shipped, '1', 'yes', 'none of these', '3', 'yes since Tuesday', ...then).entries.slice(entries.length);
  return summaryOfEntries([...entries, ...failed, ...after]);
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

  it.each(['refused', 'unknown'] as const)('says so where the alert did not reach the patient, or may not have (%s)', (why) => {
    const summary = unheard(why);
    expect(summary.told).toMatchObject({ acknowledgedAt: null, lost: why });
    expect(summaryText(summary, voice)).toContain(why === 'refused' ? 'DID NOT REACH THE PATIENT: "' : 'NOT KNOWN WHETHER THIS REACHED THE PATIENT: "');
  });

  it('believes a patient who says they understood the alert', () => {
    const summary = unheard('unknown', 'I understand');
    expect(summary.told).toMatchObject({ acknowledgedAt: '2026-11-22T09:00:00Z', lost: null });
    expect(summaryText(summary, voice)).toContain('Acknowledged.');
  });

  it('says nothing of the alert where it is another reply that was lost', () => {
    const { entries } = talk(shipped, '1', 'yes', 'none of these', '3', 'yes since Tuesday');
    expect(summaryOfEntries([...entries, { type: 'delivery-failed', of: 2, why: 'refused' }]).told).toMatchObject({ lost: null });
  });

  it('takes the number to call from the patient\'s words where no question asked for it', () => {
    expect(alarmed.who).toMatchObject({ phone: '(608) 555-0123', dial: '+16085550123' });
    expect(alarmed.otherWords.map(({ text }) => text)).toContain('This is Ann Example, 608 555 0123');
  });

  it('begins with the reference, the urgency and the red flags when it is copied as text', () => {
    const [first, , ...rest] = summaryText(alarmed, voice).split('\n');
    expect(first).toContain('Case 3F2A9C · EMERGENCY');
    // 9 o'clock in UTC, in the clinic's time zone.
    expect(first).toContain('November 22, 2026 at 3:00 AM CST');
    expect(rest.slice(0, 4).join('\n')).toContain('RED FLAGS, POSITIVE');
  });

  it('names no verdict, and runs no rule while an emergency stands', () => {
    expect(alarmed.screening.every(({ outcome }) => outcome === 'not-run')).toBe(true);
  });
});
