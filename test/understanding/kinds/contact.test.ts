import { describe, expect, it } from '@jest/globals';
import type { QuestionType } from '../../../src/dialog/schema.ts';
import { readAnswer } from '../../../src/understanding/answer.ts';
import { english, spanish, today } from '../spoken.ts';

const answer = (type: QuestionType, text: string, language = english) => readAnswer({ id: 'contact', type, options: [] }, text, language, today, 'US');

describe('a name', () => {
  it('is taken without titles and with capitals', () => {
    expect(answer('name', 'my name is walter hayes sr')).toMatchObject({ ok: true, value: 'Walter Hayes' });
    expect(answer('name', "Peggy O'Brien")).toMatchObject({ value: "Peggy O'Brien", how: 'exact' });
    expect(answer('name', 'Ruiz, Carmen')).toMatchObject({ value: 'Carmen Ruiz' });
    expect(answer('name', 'me llamo josé de la cruz', spanish)).toMatchObject({ value: 'José de la Cruz' });
  });

  it('is found where it is told twice, spelled, or introduced late, and ends before what is no name', () => {
    for (const text of ['its Ray, Ray Dombrowski', 'Ray D-O-M-B-R-O-W-S-K-I', "people call me Bud but it's Ray Dombrowski", "my name is Ray Dombrowski and I'm 78", 'Ray Dombrowski 602-555-0142', 'Dombrowski. Ray Dombrowski.']) expect([text, answer('name', text)]).toMatchObject([text, { value: 'Ray Dombrowski' }]);
    expect(answer('name', 'Ana, Ana Ruiz', spanish)).toMatchObject({ value: 'Ana Ruiz' });
  });

  it('is not taken from a sentence that is none', () => {
    for (const text of ['none of your business', 'you already have it', '12345', 'Bob']) expect(answer('name', text).ok).toBe(false);
  });
});

describe('a phone number', () => {
  it('is read as written and as said', () => {
    for (const text of ['602-555-0121', '(602) 555 0121', '+1 602 555 0121', 'six oh two five five five oh one two one', 'my cell 6025550121 but call after 3']) {
      expect(answer('phone', text)).toMatchObject({ ok: true, value: '+16025550121' });
    }
  });

  it('is refused when it is short', () => {
    expect(answer('phone', '555-0121')).toEqual({ ok: false, why: 'not-a-phone' });
  });
});

describe('an e-mail address', () => {
  it('is read as written and as said', () => {
    expect(answer('email', 'Rita.G@Example.NET')).toMatchObject({ ok: true, value: 'rita.g@example.net' });
    expect(answer('email', 'rita underscore g at example dot net')).toMatchObject({ value: 'rita_g@example.net', how: 'read' });
    expect(answer('email', 'rita arroba example punto net', spanish)).toMatchObject({ value: 'rita@example.net' });
  });

  it('is asked about when a word may be missing from it', () => {
    expect(answer('email', 'rita g at example dot net')).toEqual({ ok: false, why: 'not-an-email', perhaps: ['g@example.net'] });
  });
});
