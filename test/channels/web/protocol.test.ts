import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { languageOf, messageFrom, seenUpTo, wantedUser } from '../../../src/channels/web/protocol.ts';
import { longestMessage, Message } from '../../../src/conversation/message.ts';
import { ClinicError } from '../../../src/errors.ts';

const arrival = { id: 'made-at-the-door', at: '2026-11-22T09:00:00.000Z' };

function posted(activity: Record<string, unknown>): Message | undefined {
  return messageFrom({ type: 'message', from: { id: 'anyone' }, ...activity }, arrival);
}

describe('a message', () => {
  it('keeps the id of the client, so that it can be sent twice and answered once', () => {
    expect(posted({ text: 'yes', channelData: { clientActivityID: 'c1' } })).toEqual({ id: 'c1', at: arrival.at, text: 'yes' });
  });

  it('gets the id of the door where the client gave none', () => {
    expect(posted({ text: 'yes', id: 'ignored' })).toEqual({ ...arrival, text: 'yes' });
  });

  it('carries a tap of our widget', () => {
    const tapped = { question: 'tried', options: ['pt', 'esi'] };
    expect(posted({ text: 'Physical therapy, Injections', value: tapped })).toMatchObject({ text: 'Physical therapy, Injections', tapped });
    expect(posted({ value: tapped })).toMatchObject({ text: '', tapped });
  });

  it.each([['a word', 'yes'], ['no options', { question: 'tried', options: [] }], ['no question', { options: ['pt'] }], ['something else', { question: 'tried', options: ['pt'], as: 'admin' }]])(
    'with %s for a tap is taken by its words',
    (_, value) => {
      expect(posted({ text: 'yes', value })).toEqual({ ...arrival, text: 'yes' });
    },
  );

  it.each([
    ['HTML', '<img src=x onerror=alert(1)> <b>worse</b>', '<img src=x onerror=alert(1)> <b>worse</b>'],
    ['Markdown', '**much** [worse](http://example.org)', '**much** [worse](http://example.org)'],
    ['emoji', 'It hurts 😣 👩🏽‍⚕️', 'It hurts 😣 👩🏽‍⚕️'],
    ['lines', 'one\r\ntwo\rthree\n\nfour', 'one\ntwo\nthree\n\nfour'],
    ['control characters', 'a\u0000b\u0007c\u001B[31md\u007F\u0085e\tf', 'abc[31mde f'],
    ['marks that turn the reading order', 'pain \u202Eon\u202C now\u2066', 'pain on now'],
    ['half a character', 'a\uD83Db', 'a\uFFFDb'],
    ['space around it', '  \n yes \n', 'yes'],
  ])('with %s is plain text', (_, text, kept) => {
    expect(posted({ text })?.text).toBe(kept);
  });

  it.each([
    ['no text', {}],
    ['empty text', { text: '' }],
    ['nothing but space', { text: ' \n\t ' }],
    ['nothing but control characters', { text: '\u0000\u0008' }],
    ['text that is none', { text: 7 }],
    ['a file', { text: 'see here', attachments: [{ contentType: 'image/png' }] }],
    ['an id of 201 characters', { text: 'yes', channelData: { clientActivityID: 'x'.repeat(201) } }],
    ['an empty id', { text: 'yes', channelData: { clientActivityID: '' } }],
  ])('with %s is refused', (_, activity) => {
    expect(() => posted(activity)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });

  it('of the longest length is taken, and a longer one refused', () => {
    expect(posted({ text: 'x'.repeat(longestMessage) })?.text).toHaveLength(longestMessage);
    expect(() => posted({ text: 'x'.repeat(longestMessage + 1) })).toThrow(expect.objectContaining({ code: 'too-large' }));
    expect(() => posted({ text: 'x'.repeat(10_000) })).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  it('is refused without repeating what it held', () => {
    expect(() => posted({ text: { secret: 'my back' } })).toThrow(expect.objectContaining({ message: expect.not.stringContaining('my back') }));
  });

  it('of any text at all is a whole message or a clear refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (text) => {
        try {
          const message = Message.parse(posted({ text }));
          expect(message.text).not.toMatch(/(?!\n)\p{Cc}|[\uD800-\uDFFF]/u);
        } catch (error) {
          expect(error).toBeInstanceOf(ClinicError);
        }
      }),
      { seed: 2026 },
    );
  });
});

describe('what is not a message', () => {
  it.each(['event', 'typing', 'conversationUpdate', 'endOfConversation', 'invented'])('of type %s is accepted and means nothing', (type) => {
    expect(messageFrom({ type, name: 'webchat/join', value: {} }, arrival)).toBeUndefined();
  });

  it.each([null, 'message', 7, [], {}, { type: '' }, { type: 7 }])('%j is refused', (body) => {
    expect(() => messageFrom(body, arrival)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });
});

describe('the user of a token', () => {
  it('is the one a page asks for, if any', () => {
    expect(wantedUser({ user: { id: 'dl_page-17', name: 'Ignored' } })).toBe('dl_page-17');
    expect(wantedUser(null)).toBeUndefined();
    expect(wantedUser({})).toBeUndefined();
  });

  it.each(['', ' ', 'a b', '<b>', 'x'.repeat(101)])('can not be %j', (id) => {
    expect(() => wantedUser({ user: { id } })).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });
});

describe('the language', () => {
  it.each([['es-MX', 'es'], ['ES', 'es'], ['en', 'en'], ['fr', 'en'], ['', 'en'], [null, 'en']])('for %j is %s', (locale, language) => {
    expect(languageOf({ locale }, ['en', 'es'])).toBe(language);
  });
});

describe('a watermark', () => {
  it.each([['', 0], [undefined, 0], ['17', 17], ['-1', 0], ['1e3', 0], ['seventeen', 0], [['1', '2'], 0], ['9'.repeat(16), 0]])('of %j means that %d rows were seen', (watermark, seen) => {
    expect(seenUpTo(watermark)).toBe(seen);
  });
});
