import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { nurseCard, replyCard, type Look } from '../../../../src/channels/teams/card/reply.ts';
import { voiceOf } from '../../../../src/conversation/content.ts';
import { longestAnywhere } from '../../../../src/conversation/message.ts';
import type { Reply } from '../../../../src/conversation/reply.ts';
import { longestNurseMessage } from '../../../../src/staff/inbox/wire.ts';
import { shipped } from '../../../support/content.ts';
import { problemsIn, wordsOn } from '../reading.ts';

const voice = voiceOf(shipped, 'en');
const look: Look = { words: voice, clinic: voice.card };
const place = { question: 'q', type: 'text', progress: { at: 4, of: 40 }, status: 'open', language: 'en' } as const;
const ask: Reply = { type: 'ask', question: 'q', kind: 'text', section: 'Walking', text: 'Where does it hurt?', options: [], several: false, canSkip: false, hasWhy: false };

/** Short lines, letters that weigh much, signs JSON writes out: whatever makes a card heavy, over and over. */
const heavy = (longest: number) =>
  fc.tuple(fc.array(fc.constantFrom('a', '\n', '\n\n', '"', '\\', '\u0001', '🦵', '語', ' ', '<b>'), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: longest })).map(([signs, length]) => signs.join('').repeat(longest).slice(0, length).toWellFormed());

function check(answer: string): Reply {
  const rows = Array.from({ length: 60 }, (_, index) => ({ question: `question_${index}`, short: `Name of row ${index}`, answer }));
  return { type: 'check', question: 'check_answers', text: 'Is all of this right?', sections: [{ title: 'Walking', rows }], options: [{ id: 'send', label: 'Send to the clinic' }] };
}

describe('whatever is written, Teams takes the card', () => {
  it('of what a nurse writes', () => {
    fc.assert(fc.property(heavy(longestNurseMessage), (text) => expect(problemsIn(nurseCard('Nora Example, RN', text, look))).toEqual([])), { numRuns: 60 });
  });

  it('of an answer', () => {
    fc.assert(fc.property(heavy(longestAnywhere), (answer) => expect(problemsIn(replyCard({ conversation: 'c', reply: ask, place, seq: 7, live: false, answer }, look))).toEqual([])), { numRuns: 60 });
  });

  it('of sixty answers on the check page', () => {
    fc.assert(fc.property(heavy(2000), (answer) => expect(problemsIn(replyCard({ conversation: 'c', reply: check(answer), place, seq: 7, live: true, answer: null }, look))).toEqual([])), { numRuns: 15 });
  });

  it('and every line a nurse wrote stands on it, if they are many', () => {
    const written = Array.from({ length: 900 }, (_, index) => String(index));
    const shown = wordsOn(nurseCard('Nora Example, RN', written.join('\n'), look)).slice(1).flatMap((words) => words.split(' / '));
    expect(shown).toEqual(written);
  });
});
