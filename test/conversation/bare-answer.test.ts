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
