import { describe, expect, it } from '@jest/globals';
import { otherWords } from '../../src/handoff/other-words.ts';
import { contentWith, shipped } from '../support/content.ts';
import { talk, type Talk } from '../support/talk.ts';

function otherOf({ entries }: Talk): string[] {
  return otherWords(entries.map((entry, index) => ({ seq: index + 1, at: '2026-11-22T09:00:00Z', entry }))).map(({ text }) => text);
}

describe('the words no answer holds', () => {
  it('are what was not understood', () => {
    expect(otherOf(talk(shipped, 'purple elephants', '1'))).toEqual(['purple elephants']);
  });

  it('are also what had to be asked back', () => {
    expect(otherOf(talk(shipped, '1', 'yes', 'none, well maybe 2'))).toEqual(['none, well maybe 2']);
  });

  it('are a whole story of which only parts became answers', () => {
    const story = 'My cat is ill. Sitting down helps right away.';
    const told = talk(shipped, story);
    expect(told.standing.held.get('relief_sitting')?.value).toBe('yes');
    expect(otherOf(told)).toEqual([story]);
  });

  it('are what was written at the check page and named no answer', () => {
    expect(otherOf(talk(contentWith(), 'yes', 'no', 'no', 'none of these', 'Ann Example', 'my knee hurts too'))).toEqual(['my knee hurts too']);
  });

  it('are everything written after the handover', () => {
    expect(otherOf(talk(shipped, 'person', 'my number is 608 555 0123'))).toEqual(['my number is 608 555 0123']);
  });

  it('are no answer and no command', () => {
    expect(otherOf(talk(shipped, '1', 'yes', 'why', 'none of these', 'back'))).toEqual([]);
  });
});
