import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LightMyRequestResponse } from 'fastify';
import { longestMessage } from '../../../src/conversation/message.ts';
import { ClinicError } from '../../../src/errors.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { aChat, api, aPatient, friend, refusal, type Chat, type Patient } from './chat.ts';

/** A real store whose database can be taken away. */
function aStoreThatCanFail(): { store: Store; broken: { is: boolean } } {
  const { store } = openSqlite(':memory:');
  const broken = { is: false };
  const read: Store['read'] = async (...asked) => {
    if (broken.is) throw new ClinicError('store-unavailable', 'The database cannot be reached.');
    return store.read(...asked);
  };
  return { store: { ...store, read }, broken };
}

let chat: Chat;
let ana: Patient;
let broken: { is: boolean };

beforeEach(async () => {
  const failing = aStoreThatCanFail();
  ({ broken } = failing);
  chat = await aChat({ store: failing.store });
  ana = await aPatient(chat);
});
afterEach(() => chat.server.close());

function texts(answer: LightMyRequestResponse): string[] {
  return answer.json<{ activities: { text: string }[] }>().activities.map(({ text }) => text);
}

describe('without a good token', () => {
  const routes = [
    ['POST', '/tokens/refresh'],
    ['POST', '/conversations'],
    ['GET', '/conversations/any'],
    ['GET', '/conversations/any/activities'],
    ['POST', '/conversations/any/activities'],
    ['POST', '/conversations/any/upload'],
  ] as const;

  it.each(routes)('%s %s asks for one', async (method, path) => {
    expect(refusal(await chat.server.inject({ method, url: api + path }))).toEqual({ status: 401, code: 'token-missing' });
  });

  it.each(routes)('%s %s refuses a forged one', async (method, path) => {
    const forged = `${ana.token.slice(0, -8)}AAAAAAAA`;
    expect(refusal(await chat.server.inject({ method, url: api + path, headers: { authorization: `Bearer ${forged}` } }))).toEqual({ status: 401, code: 'token-invalid' });
  });

  it('an expired one says so', async () => {
    chat.clock.at = new Date(chat.clock.at.getTime() + 25 * 3_600_000);
    expect(refusal(await ana.say('yes')).code).toBe('token-expired');
    expect(refusal(await ana.post('/tokens/refresh')).code).toBe('token-expired');
  });

  it("a socket's token opens nothing else", async () => {
    const { token } = await chat.tokens.issue({ conversation: ana.conversation, user: 'dl_invented' }, 'stream');
    const answer = await chat.server.inject({ url: `${api}/conversations/${ana.conversation}/activities`, headers: { authorization: `Bearer ${token}` } });
    expect(refusal(answer)).toEqual({ status: 401, code: 'token-invalid' });
  });
});

describe('a conversation', () => {
  it.each([['GET', ''], ['GET', '/activities'], ['POST', '/activities'], ['POST', '/upload']] as const)("of someone else is closed to %s %s", async (method, path) => {
    const { conversation } = await aPatient(chat);
    const answer = await (method === 'GET' ? ana.get(`/conversations/${conversation}${path}`) : ana.post(`/conversations/${conversation}${path}`, { type: 'message', text: 'yes' }));
    expect(refusal(answer)).toEqual({ status: 403, code: 'not-yours' });
  });

  it.each([['GET', ''], ['GET', '/activities'], ['GET', '/activities?watermark=7'], ['POST', '/activities']] as const)('that was never opened is closed to %s %s', async (method, path) => {
    const { conversation, get, say } = await aPatient(chat, { opens: false });
    expect(refusal(await (method === 'GET' ? get(`/conversations/${conversation}${path}`) : say('yes')))).toEqual({ status: 403, code: 'not-yours' });
  });
});

describe('a message', () => {
  it.each([
    ['no JSON', 'not json'],
    ['JSON that is cut off', '{"type":"message","text":"my back hu'],
    ['an array', '[]'],
    ['nothing', ''],
    ['no words', '{"type":"message","text":"  "}'],
    ['a file', '{"type":"message","text":"look","attachments":[{}]}'],
    ['a prototype of its own', '{"type":"message","text":"yes","__proto__":{"admin":true}}'],
  ])('of %s is a bad request, and nothing of it is kept or repeated', async (_, body) => {
    const path = `${api}/conversations/${ana.conversation}/activities`;
    const before = await chat.clinic.log(ana.conversation);
    const answer = await chat.server.inject({ method: 'POST', url: path, headers: { authorization: `Bearer ${ana.token}`, 'content-type': 'application/json' }, payload: body });
    expect(refusal(answer)).toEqual({ status: 400, code: 'bad-request' });
    expect(answer.body + chat.logged.join('')).not.toMatch(/my back|at .*\.ts|node_modules/);
    expect(await chat.clinic.log(ana.conversation)).toEqual(before);
  });

  it('over the limit is too large, and one of the limit is not', async () => {
    expect(refusal(await ana.say('x'.repeat(longestMessage + 1)))).toEqual({ status: 413, code: 'too-large' });
    expect(refusal(await ana.say('x'.repeat(10_000)))).toEqual({ status: 413, code: 'too-large' });
    expect(refusal(await ana.say('x'.repeat(100_000)))).toEqual({ status: 413, code: 'too-large' });
    expect((await ana.say('x'.repeat(longestMessage))).statusCode).toBe(200);
  });

  it.each(['<script>alert(1)</script>', '**bold** [link](http://example.org)', '😀👵🏽', 'yes no maybe'])('of %j gets an answer and comes back as it was written', async (text) => {
    expect((await ana.say(text)).statusCode).toBe(200);
    const [said, ...answers] = texts(await ana.get(`/conversations/${ana.conversation}/activities?watermark=3`));
    expect(said).toBe(text);
    expect(answers.length).toBeGreaterThan(0);
  });

  it('tapped under an older question changes nothing and is answered', async () => {
    await ana.say('yes');
    const body = { type: 'message', text: 'No', value: { question: 'consent', options: ['no'] } };
    expect((await ana.post(`/conversations/${ana.conversation}/activities`, body)).statusCode).toBe(200);
    const log = await chat.clinic.log(ana.conversation);
    expect(log.filter(({ entry }) => entry.type === 'answered')).toHaveLength(1);
    expect(log.at(-1)?.entry).toMatchObject({ type: 'replied', place: { question: 'numb', status: 'open' } });
  });

  it('after the end is answered', async () => {
    await ana.say('no');
    await ana.say('hello?');
    expect((await chat.clinic.log(ana.conversation)).at(-1)?.entry).toMatchObject({ type: 'replied', place: { status: 'stopped' } });
  });

  it('that is an event is accepted and leaves no trace', async () => {
    const before = await chat.clinic.log(ana.conversation);
    const answer = await ana.post(`/conversations/${ana.conversation}/activities`, { type: 'event', name: 'webchat/join' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { id: expect.any(String) }]);
    expect(await chat.clinic.log(ana.conversation)).toEqual(before);
  });
});

describe('a file', () => {
  it.each(['multipart/form-data; boundary=x', 'image/png', 'application/json'])('of type %s is refused before it is read', async (type) => {
    const answer = await chat.server.inject({
      method: 'POST', url: `${api}/conversations/${ana.conversation}/upload`, headers: { authorization: `Bearer ${ana.token}`, 'content-type': type }, payload: 'x'.repeat(200_000),
    });
    expect(refusal(answer)).toEqual({ status: 400, code: 'bad-request' });
  });
});

describe('when the database is away', () => {
  it('a poll finds nothing new, and everything once it is back', async () => {
    broken.is = true;
    const away = await ana.get(`/conversations/${ana.conversation}/activities?watermark=2`);
    expect([away.statusCode, away.json()]).toEqual([200, { activities: [], watermark: '2' }]);
    broken.is = false;
    expect(texts(await ana.get(`/conversations/${ana.conversation}/activities?watermark=2`))).toHaveLength(1);
  });

  it('a reconnect is told to come again, without the reason', async () => {
    broken.is = true;
    const answer = await ana.get(`/conversations/${ana.conversation}`);
    expect(refusal(answer)).toEqual({ status: 503, code: 'store-unavailable' });
    expect(answer.body).not.toContain('database');
  });
});

describe('tokens', () => {
  it('are given to a page a limited number of times a minute, and a poll is never limited', async () => {
    const busy = await aChat({ tokensPerMinute: 2 });
    const patient = await aPatient(busy);
    await aPatient(busy);
    const answer = await busy.server.inject({ method: 'POST', url: `${api}/tokens/generate` });
    expect(refusal(answer)).toEqual({ status: 429, code: 'too-many' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    const polls = await Promise.all(Array.from({ length: 300 }, () => patient.get(`/conversations/${patient.conversation}/activities?watermark=`)));
    expect(new Set(polls.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    await busy.server.close();
  });

  it('of a refresh are for the same conversation and user', async () => {
    chat.clock.at = new Date(chat.clock.at.getTime() + 23 * 3_600_000);
    const fresh = (await ana.post('/tokens/refresh')).json<{ conversationId: string; token: string; expires_in: number }>();
    expect(fresh).toMatchObject({ conversationId: ana.conversation, expires_in: 24 * 3600 });
    expect(await chat.tokens.read(fresh.token, 'chat')).toEqual(await chat.tokens.read(ana.token, 'chat'));
  });
});

async function allowed(origin: string): Promise<unknown> {
  const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
  return (await chat.server.inject({ method: 'OPTIONS', url: `${api}/conversations`, headers })).headers['access-control-allow-origin'];
}

describe('other websites', () => {
  it('may call if they are named in the settings, and no others', async () => {
    expect(await allowed(friend)).toBe(friend);
    expect(await allowed('https://stranger.example.org')).toBeUndefined();
  });
});
