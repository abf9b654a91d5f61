import { describe, expect, it } from '@jest/globals';
import { inLatin } from '../../../src/understanding/text/letters.ts';

describe('letters that look Latin', () => {
  it('are read as the Latin ones', () => expect(inLatin('mе duеlе еl реchо')).toBe('me duele el pecho'));
  it('leave the length of a text as it is', () => expect(inLatin('I саn\'t рее 😀')).toHaveLength('I саn\'t рее 😀'.length));
  it('leave other letters and accents alone', () => expect(inLatin('Años, día, ж')).toBe('Años, día, ж'));
});
