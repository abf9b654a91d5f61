import { describe, expect, it } from '@jest/globals';
import { answerText } from '../../src/conversation/answer.ts';
import { voiceOf } from '../../src/conversation/content.ts';
import { readAnswer } from '../../src/understanding/answer.ts';
import type { Value } from '../../src/dialog/value.ts';
import { shipped } from '../support/content.ts';

const voice = voiceOf(shipped, 'en');
const { speech } = voice;

/** What is said back to an answer in free words. */
function saidBack(question: string, text: string): string {
  const item = shipped.dialog.byId.get(question);
  if (!item) throw new Error(`There is no question "${question}".`);
  const reading = readAnswer({ id: item.id, type: item.question.type, options: item.question.options ?? [] }, text, speech, '2026-11-22', 'US');
  return reading.ok ? answerText(reading.value, item, voice) : 'not understood';
}

describe('an answer, said back', () => {
  it.each([
    ['duration', 'since yesterday', 'less than a week'],
    ['duration', 'a week', 'about 1 week'],
    ['duration', 'two weeks', '1 to 3 weeks'],
    ['duration', 'six months', 'about 6 months'],
    ['duration', '2 years', 'about 2 years'],
    ['duration', 'going on two years', '20 to 25 months'],
    ['duration', '3 years', 'about 3 years'],
    ['duration', '27 years', 'about 27 years'],
    ['stand_tolerance', '10 minutes', 'about 10 minutes'],
    ['stand_tolerance', '5 minutes', 'about 5 minutes'],
    ['walk_tolerance', '2 blocks', '400 to 1,200 feet'],
  ])('to %s, "%s" is "%s"', (question, text, expected) => {
    expect(saidBack(question, text)).toBe(expected);
  });

  it('keeps the parts of a list apart, and names what was left out', () => {
    const tried = shipped.dialog.byId.get('treatments_tried');
    const text = (value: Value): string => answerText(value, tried, voice);
    expect(text(['pt', 'surgery'])).toBe('Physical therapy or pool therapy; Back surgery, a device put in the back, or the mild procedure');
    expect(text(null)).toBe('Not provided');
  });
});
