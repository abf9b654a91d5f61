import { describe, expect, it } from '@jest/globals';
import type { Entry, Row } from '../../../src/conversation/log.ts';
import { transcriptOf } from '../../../src/staff/inbox/transcript.ts';
import { shipped } from '../../support/content.ts';
import { oneOfEach } from '../../store/steps.ts';

const at = '2026-11-22T09:00:00Z';
const rowsFrom = (entries: readonly Entry[]): Row[] => entries.map((entry, index) => ({ seq: index + 1, at, entry }));
const log = rowsFrom(oneOfEach);
const of = (type: Entry['type']): number => log.find(({ entry }) => entry.type === type)?.seq ?? 0;

describe('the transcript', () => {
  it.each([
    ['replied', 'refused', { event: 'reply-refused', lost: 'Noted.' }],
    ['nurse-said', 'unknown', { event: 'reply-unknown', lost: 'I will call you at 8.' }],
    ['handed-over', 'refused', { event: 'card-refused' }],
    ['claimed', 'unknown', { event: 'card-unknown' }],
  ] as const)('says what of a %s row did not arrive (%s)', (type, why, line) => {
    const failed: Row = { seq: log.length + 1, at, entry: { type: 'delivery-failed', of: of(type), why } };
    expect(transcriptOf([...log, failed], 'en', shipped).at(-1)).toEqual({ seq: log.length + 1, at, by: 'event', ...line });
  });

  it('keeps every word that was said, in order', () => {
    expect(transcriptOf(log, 'en', shipped).flatMap((line) => ('text' in line ? [line.text] : []))).toEqual([
      'It’s "both" legs \\ 🦵\n--; drop table entries',
      'Noted.',
      'I will call you at 8.',
      'Left a message.',
    ]);
  });
});
