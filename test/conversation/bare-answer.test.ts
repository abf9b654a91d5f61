import { describe, expect, it } from '@jest/globals';
import { shipped } from '../support/content.ts';
import { lines, open, say, talkIn } from '../support/talk.ts';

const consented = talkIn('es', shipped, 'es para mí', 'sí', 'ninguna', 'ninguna', 'ninguna', 'ninguna');

describe('an answer that begins like a question', () => {
  it('is taken for an answer when it is one, in a few words and without a question mark', () => {
    const first = talkIn('es', shipped, 'es para mí');
    expect([open(first), lines(first).includes('quote')]).toEqual(['consent', false]);
    expect(open(consented)).toBe('locations');
  });

  it('is still a question where it is marked as one, or asks for more than it answers', () => {
    expect(lines(talkIn('es', shipped, '¿es para mí el procedimiento mild?'))).toContain('quote');
    expect(lines(talkIn('es', shipped, 'soy yo y cuánto cuesta el procedimiento'))).toContain('quote');
  });

  it('brings no answer from the documents to how long it has lasted', () => {
    const asked = ['me duele la espalda y las piernas', 'los dos lados', 'dolor', 'no', 'ninguna', 'las piernas'].reduce((sofar, text) => (open(sofar) === 'duration' ? sofar : say(sofar, text, shipped)), consented);
    expect(open(asked)).toBe('duration');
    const evaded = say(asked, 'desde que me jubilé', shipped);
    expect([open(evaded), lines(evaded).filter((line) => line === 'quote' || line === 'faq.not-known')]).toEqual(['duration', []]);
    const told = say(asked, 'como cuatro años', shipped);
    expect(lines(told).filter((line) => line === 'quote' || line === 'faq.not-known')).toEqual([]);
    expect(told.standing.held.get('duration')?.value).toMatchObject({ months: [expect.any(Number), expect.any(Number)] });
  });
});

describe('a few words that could be taken for a command', () => {
  const atSigns = talkIn('en', shipped, "it's for me", 'yes');

  it('"not now" at a list of warning signs is asked back, and nothing is stored of it', () => {
    const asked = say(atSigns, 'not now', shipped);
    expect([open(atSigns), open(asked), lines(asked), asked.standing.held.has('safety_now')]).toEqual(['safety_now', 'safety_now', ['perhaps', 'ask'], false]);
    expect(lines(say(atSigns, 'save it for later', shipped))).toContain('saved');
  });

  it('"are you a robot?" is answered, and the question asked again', () => {
    for (const text of ['are you a robot', 'are you a real person?']) expect([text, open(say(atSigns, text, shipped)), lines(say(atSigns, text, shipped))]).toEqual([text, 'safety_now', ['quote', 'ask']]);
    for (const text of ['¿eres un robot?', '¿eres una persona de verdad?', 'es usted un robot']) expect([text, open(say(consented, text, shipped)), lines(say(consented, text, shipped))]).toEqual([text, 'locations', ['quote', 'ask']]);
    expect(open(say(atSigns, 'I want a real person', shipped))).toBe('handed-over');
  });
});
