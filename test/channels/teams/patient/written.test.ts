import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asWritten } from '../../../../src/channels/teams/patient/written.ts';

describe('what a person writes in Teams', () => {
  it.each([
    ['<at>Lean Forward</at> yes', 'yes'],
    ['<p>It hurts when I stand.</p><p>It eases when I <b>sit</b>.</p>', 'It hurts when I stand.\nIt eases when I sit.'],
    ['about&nbsp;3 years &amp; more', 'about 3 years & more'],
    ['walking &lt; 2 blocks', 'walking < 2 blocks'],
    ['pain <3 on good days, >7 on bad ones', 'pain <3 on good days, >7 on bad ones'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<a href="https://example.org">my scan</a>', 'my scan'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['  yes\u200F  ', 'yes'],
  ])('%s reads %s', (text, plain) => {
    expect(asWritten(text)).toBe(plain);
  });

  it('stays as it is where there are no marks', () => {
    fc.assert(fc.property(fc.string().filter((text) => !/[<&]/.test(text) && text.trim() === text && /^[ -~]*$/.test(text)), (text) => asWritten(text) === text));
  });
});
