import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { Address } from '../../../src/channels/teams/address.ts';
import { makeConnector } from '../../../src/channels/teams/connector.ts';
import type { Outgoing } from '../../../src/channels/teams/outgoing.ts';
import { freePort } from '../../support/server.ts';

const now = (): Date => new Date();

const hello: Outgoing = { type: 'message', summary: 'hello', text: 'hello' };

interface Answered {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** Hangs up in the place of an answer. */
  readonly hangsUp?: boolean;
}

describe('a post to Teams', () => {
  let calls: { readonly method: string | undefined; readonly url: string | undefined; readonly authorization: string | undefined; readonly body: string }[];
  let answer: Answered;
  let at: Address;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    calls = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString('utf8'))).on('end', () => {
        calls.push({ method: request.method, url: request.url, authorization: request.headers.authorization, body });
        if (answer.hangsUp) request.socket.destroy();
        else response.writeHead(answer.status, answer.headers).end(answer.body ?? '{}');
      });
    });
    const port = await freePort();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    at = { serviceUrl: `http://127.0.0.1:${port}/amer/`, conversation: '19:abc@thread.tacv2;messageid=1', bot: '28:bot', tenant: 'invented' };
    stop = async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    };
  });
  afterEach(async () => stop());

  const connector = makeConnector({ token: async () => 'invented-token', now, report: () => {} });

  it('goes to the conversation, from the bot, with the proof of who we are', async () => {
    answer = { status: 201, body: '{"id":"1:abc"}' };
    expect(await connector.post(at, hello)).toEqual({ ok: true, id: '1:abc' });
    expect(calls).toEqual([expect.objectContaining({ method: 'POST', url: '/amer/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1/activities', authorization: 'Bearer invented-token' })]);
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({ ...hello, channelId: 'msteams', serviceUrl: at.serviceUrl, from: { id: '28:bot' }, conversation: { id: at.conversation, tenantId: 'invented' } });
  });

  it('takes the place of an earlier one under its id', async () => {
    answer = { status: 200, body: '' };
    expect(await connector.update(at, '1:a/b', hello)).toEqual({ ok: true, id: '1:a/b' });
    expect(calls).toEqual([expect.objectContaining({ method: 'PUT', url: '/amer/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1/activities/1%3Aa%2Fb' })]);
  });

  it.each<[string, Answered, object]>([
    ['waits as it is told', { status: 429, headers: { 'retry-after': '7' } }, { why: 'wait', seconds: 7 }],
    ['waits until the day it is told', { status: 429, headers: { 'retry-after': new Date(Date.now() + 86_400_000).toUTCString() } }, { why: 'wait', seconds: 3600 }],
    ['waits a while if that is over', { status: 429, headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' } }, { why: 'wait', seconds: 30 }],
    ['waits no longer than an hour', { status: 429, headers: { 'retry-after': '9'.repeat(30) } }, { why: 'wait', seconds: 3600 }],
    ['waits a while if what it is told is no time', { status: 429, headers: { 'retry-after': 'NaN' } }, { why: 'wait', seconds: 30 }],
    ['has not been sent where Teams does not know us', { status: 401 }, { why: 'not-sent' }],
    ['waits a while if it is not told how long', { status: 429 }, { why: 'wait', seconds: 30 }],
    ['waits a moment where something else was done at the same time', { status: 412 }, { why: 'wait', seconds: 5 }],
    ['is refused', { status: 403 }, { why: 'refused', status: 403 }],
    ['is refused for a conversation that is gone', { status: 404 }, { why: 'refused', status: 404 }],
    ['may have arrived after a failure of the service', { status: 503 }, { why: 'unknown' }],
    ['may have arrived after a time-out of the service', { status: 408 }, { why: 'unknown' }],
    ['may have arrived when the line broke', { status: 0, hangsUp: true }, { why: 'unknown' }],
    ['may have arrived when its id is not told', { status: 200, body: 'thanks' }, { why: 'unknown' }],
    ['never follows to another place', { status: 307, headers: { location: 'https://attacker.example.org/' } }, { why: 'unknown' }],
  ])('%s, and is sent once', async (_what, given, outcome) => {
    answer = given;
    expect(await connector.post(at, hello)).toEqual({ ok: false, ...outcome });
    expect(calls).toHaveLength(1);
  });

  it('has not been sent where no connection came about', async () => {
    expect(await connector.post({ ...at, serviceUrl: `http://127.0.0.1:${await freePort()}` }, hello)).toEqual({ ok: false, why: 'not-sent' });
  });

  it.each<[string, () => Promise<string>, RegExp]>([
    ['fails', () => Promise.reject(new Error('AADSTS7000222: The provided client secret keys for app "invented" are expired.')), /\(AADSTS7000222\)/],
    ['fails without a code', () => Promise.reject(new Error('Microsoft can not be reached.')), /\(no code\)/],
    ['does not come', () => new Promise(() => {}), /\(no answer in time\)/],
  ])('has not been sent where the proof of who we are %s, and that is reported once a minute', async (_how, token, told) => {
    const heard: unknown[] = [];
    const nameless = makeConnector({ token, now, report: (failure) => heard.push(failure), tokenLimit: 20 });
    expect([await nameless.post(at, hello), await nameless.post(at, hello)]).toEqual([{ ok: false, why: 'not-sent' }, { ok: false, why: 'not-sent' }]);
    expect(calls).toEqual([]);
    expect(heard).toEqual([expect.objectContaining({ code: 'teams-unreachable', message: expect.stringMatching(told) })]);
  });

  it('that Teams does not know us is reported', async () => {
    const heard: unknown[] = [];
    answer = { status: 401 };
    await makeConnector({ token: async () => 'ended', now, report: (failure) => heard.push(failure) }).update(at, '1', hello);
    expect(heard).toEqual([expect.objectContaining({ code: 'teams-unreachable', message: expect.stringContaining('(401)') })]);
  });

  it.each([
    ['a member', {}, false],
    ['a guest, as Teams says', { userRole: 'guest' }, true],
    ['a guest, by their tenant', { tenantId: 'another' }, true],
    ['somebody with a role we do not know', { userRole: 'anonymous' }, true],
    ['a member, as Teams says', { userRole: 'user', tenantId: 'INVENTED' }, false],
  ])('asks about %s of the channel, not of the thread', async (_who, more, guest) => {
    answer = { status: 200, body: JSON.stringify({ id: '29:nora', name: 'Nora Example', aadObjectId: 'n', email: 'nora@example.org', ...more }) };
    expect(await connector.member(at, '29:nora')).toEqual({ id: '29:nora', name: 'Nora Example', entra: 'n', email: 'nora@example.org', guest });
    expect(calls[0]?.url).toBe('/amer/v3/conversations/19%3Aabc%40thread.tacv2/members/29%3Anora');
  });

  it('asks the team about a member of one of its channels', async () => {
    answer = { status: 200, body: JSON.stringify({ id: '29:nora' }) };
    await connector.member({ ...at, team: '19:team@thread.tacv2' }, '29:nora');
    expect(calls[0]?.url).toBe('/amer/v3/conversations/19%3Ateam%40thread.tacv2/members/29%3Anora');
  });

  it('knows nobody where Teams names nobody', async () => {
    answer = { status: 404 };
    expect(await connector.member(at, '29:nora')).toBeUndefined();
  });
});
