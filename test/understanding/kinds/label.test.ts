import { describe, expect, it } from '@jest/globals';
import { askedAs } from '../../../src/conversation/beside/also-said.ts';
import { voiceOf } from '../../../src/conversation/content.ts';
import { readAnswer } from '../../../src/understanding/answer.ts';
import { shipped } from '../../support/content.ts';
import { today } from '../spoken.ts';

const voice = voiceOf(shipped, 'en');

function chosen(question: string, text: string): unknown {
  const item = voice.dialog.byId.get(question);
  if (!item) throw new Error(`no question "${question}"`);
  const reading = readAnswer(askedAs(item, voice), text, voice.speech, today, 'US');
  return reading.ok ? reading.value : undefined;
}

describe('a label that is repeated', () => {
  it('names its option by one of the things it holds', () => {
    expect(chosen('safety_legs', 'my leg gives way')).toEqual(['weakness']);
    expect(chosen('safety_cauda', 'I can not hold a bowel movement')).toEqual(['bowel']);
  });

  it('does not where the words say the contrary of a "not" in it', () => {
    for (const [question, text] of [['safety_cauda', 'I can hold it'], ['safety_now', 'my legs hold weight']] as const) {
      expect([text, chosen(question, text)]).toEqual([text, undefined]);
    }
  });

  it('does not by a part that is general by itself', () => {
    for (const [question, text] of [['safety_now', 'by mistake'], ['injury_kind', 'in the last weeks'], ['safety_now', 'suddenly'], ['safety_back', 'in the last weeks']] as const) {
      expect([text, chosen(question, text)]).toEqual([text, undefined]);
    }
  });
});

describe('a count whose options are numbers', () => {
  it('is read as the number it is, and not as a place in the list', () => {
    for (const [text, value] of [['5', 'four'], ['five', 'four'], ['two', 'two'], ['4', 'four'], ['a couple', 'two']] as const) expect([text, chosen('injection_count:esi', text)]).toEqual([text, value]);
  });
});
