import { describe, expect, it } from '@jest/globals';
import { voiceOf } from '../../../src/conversation/content.ts';
import { askedAs } from '../../../src/conversation/beside/also-said.ts';
import { readAnswer, type Reading } from '../../../src/understanding/answer.ts';
import { shipped } from '../../support/content.ts';

const today = '2026-11-22';

function heard(text: string, language = 'en', id = 'care_time:pt'): Reading {
  const item = shipped.dialog.byId.get(id);
  if (!item) throw new Error(`The pages ask "${id}".`);
  const voice = voiceOf(shipped, language);
  return readAnswer(askedAs(item, voice), text, voice.speech, today, 'US');
}

/** What was taken, or what is asked back. */
function taken(text: string, language = 'en', id = 'care_time:pt'): unknown {
  const reading = heard(text, language, id);
  return reading.ok ? reading.value : (reading.perhaps ?? []);
}

describe('when care was and how long it went on', () => {
  it('is read from a time and a length, in any order', () => {
    const said = {
      '8 weeks this summer': 'year_long', 'in the spring, about 3 weeks': 'year_short', '3 months ago for 2 months': 'year_long', 'still doing it, 3 months': 'now_long', 'currently, about 4 weeks': 'now_short',
      'still going, started in september': 'now_long', 'I did 8 weeks in May and still limp': 'year_long', '3 times a week, still going, 2 months': 'now_long',
    };
    for (const [text, value] of Object.entries(said)) expect([text, taken(text)]).toEqual([text, value]);
    for (const [text, value] of Object.entries({ 'en marzo cinco semanas': 'year_short', 'todavía voy, empecé en septiembre': 'now_long' })) expect([text, taken(text, 'es')]).toEqual([text, value]);
  });

  it('needs no length where it was more than a year ago', () => {
    for (const text of ['2015', 'two years ago', '12 visits in 2023', 'about 5 years ago for 3 months']) expect([text, taken(text)]).toEqual([text, 'older']);
    expect(taken('dos veces por semana, 3 meses en 2024', 'es')).toBe('older');
  });

  it('is asked back where the words leave it open', () => {
    const open = { '6 sessions in May': ['year_short', 'year_long'], 'last fall for 8 weeks': ['year_long', 'older'], 'still going': ['now_short', 'now_long'], 'still go twice a week': ['now_short', 'now_long'] };
    for (const [text, values] of Object.entries(open)) expect([text, taken(text)]).toEqual([text, values]);
    expect(taken('sigo yendo', 'es')).toEqual(['now_short', 'now_long']);
    for (const text of ['8', '9', 'with the nice lady', 'still hurting, did it for 8 weeks']) expect([text, heard(text).ok]).toEqual([text, false]);
  });
});

describe('whether a treatment helped', () => {
  it('is asked back after a bare "yes", which does not say how much', () => {
    for (const text of ['yes', 'yeah', 'yep']) expect([text, taken(text, 'en', 'outcome:pt')]).toEqual([text, ['helped', 'partial']]);
    expect(taken('sí', 'es', 'outcome:pt')).toEqual(['helped', 'partial']);
    expect(taken('no', 'en', 'outcome:pt')).toEqual(['none']);
  });

  it('is taken where more is said', () => {
    for (const [text, value] of Object.entries({ 'yes, some': 'partial', 'yes, a lot': 'helped', 'not really': 'none' })) expect([text, taken(text, 'en', 'outcome:pt')]).toEqual([text, value]);
  });
});
