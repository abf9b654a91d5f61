import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { MakeAdapter } from '../../../src/channels/teams/adapter.ts';
import { teamsChannel } from '../../../src/channels/teams/serve.ts';
import { makeServer } from '../../../src/http.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { aClinic } from '../../support/clinic.ts';
import { contentWith, learned } from '../../support/content.ts';
import { app, microsoft, tenant, type Microsoft } from './microsoft.ts';
import { activityIn } from './person.ts';

// Loaded late, as the server does.
const { agents } = await import('../../../src/channels/teams/agents.ts');
const { botFramework } = await import('../../../src/channels/teams/bot-framework.ts');

const ways: [string, MakeAdapter][] = [
  ['the Bot Framework SDK', botFramework],
  ['the Microsoft 365 Agents SDK', agents],
];
const service = 'https://smba.trafficmanager.net/amer/';
const past = Math.floor(Date.now() / 1000) - 3600;

describe.each(ways)('the door to Teams, through %s', (_way, make) => {
  let teams: Microsoft;
  let server: FastifyInstance;
  const { store } = openSqlite(':memory:');
  const content = learned(contentWith());
  const { clinic } = aClinic({ content, store });

  beforeAll(async () => {
    teams = await microsoft();
    const { route } = teamsChannel({
      make,
      identity: { app, tenant, proof: { secret: 'invented' }, openIdMetadata: teams.openIdMetadata },
      serviceHosts: ['smba.trafficmanager.net'],
      clinic,
      store,
      content,
      now: () => new Date('2026-11-22T09:00:00Z'),
      fresh: () => 'made-1',
      report: () => {},
      nurses: () => ({ handlers: { message: async () => {}, met: async () => {}, action: async () => ({ message: '' }) }, courier: { deliver: async () => ({ ok: false, why: 'nobody' }) } }),
    });
    server = makeServer({ proxies: [], routes: [route] });
  });
  afterAll(async () => {
    await server.close();
    await teams.stop();
    await store.close();
  });

  async function knock(body: unknown, authorization?: string): Promise<{ status: number; code: unknown }> {
    const response = await server.inject({
      method: 'POST',
      url: '/api/messages',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      payload: JSON.stringify(body),
    });
    return { status: response.statusCode, code: response.body === '' ? undefined : response.json<{ error?: { code?: unknown } }>().error?.code };
  }

  async function written(): Promise<number> {
    const chats = await store.address(content.card.id, 'teams:a:ann');
    return (chats ? 1 : 0) + (await store.read(content.card.id, 'made-1')).length + (await store.errands(content.card.id)).length;
  }

  const good = (): Promise<string> => teams.token({ serviceurl: service });

  const forged: [string, () => Promise<string | undefined>][] = [
    ['without a token', async () => undefined],
    ['with another scheme', async () => 'Basic aW52ZW50ZWQ6aW52ZW50ZWQ='],
    ['with a token that is none', async () => 'Bearer invented'],
    ['with a header that holds no token', async () => 'Bearer'],
    ['with a token that is not valid yet', () => teams.token({ serviceurl: service, nbf: past + 7200, exp: past + 9000 })],
    ['with an expired token', () => teams.token({ serviceurl: service, nbf: past - 600, exp: past })],
    ['with a token that never expires', () => teams.token({ serviceurl: service, exp: undefined })],
    ['with a token for another app', () => teams.token({ serviceurl: service, aud: '00000000-0000-4000-8000-0000000000ff' })],
    ['with a token of another issuer', () => teams.token({ serviceurl: service, iss: 'https://issuer.example.org' })],
    ['with a token of a tenant in place of the connector', () => teams.token({ serviceurl: service, iss: `https://sts.windows.net/${tenant}/` })],
    ['with a token of a tenant that both packages trust', () => teams.token({ serviceurl: service, iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' })],
    ['with a token for another service than the body names', () => teams.token({ serviceurl: 'https://smba.infra.gcc.teams.microsoft.com/' })],
    ['with a token that names no service', () => teams.token({ serviceurl: undefined })],
    ['with a token signed by a stranger', () => teams.token({ serviceurl: service }, { by: 'a stranger' })],
    ['with a token signed with a key for another channel', () => teams.token({ serviceurl: service }, { by: 'another channel' })],
    ['with alg: none', () => teams.token({ serviceurl: service }, { by: 'nobody' })],
    ['with a bad signature', async () => `${(await good()).slice(0, -6)}AAAAAA`],
    ['with words changed after signing', async () => withOtherClaims(await good())],
  ];

  it.each(forged)('refuses a request %s with 401, and writes nothing', async (_how, token) => {
    expect(await knock(hello(), await token())).toEqual({ status: 401, code: 'token-invalid' });
    expect(await written()).toBe(0);
  });

  it.each<[string, () => unknown]>([
    ['of another tenant', () => hello({ conversation: { conversationType: 'personal', id: 'a:ann', tenantId: app }, channelData: { tenant: { id: app } } })],
    ['of two tenants', () => hello({ channelData: { tenant: { id: app } } })],
    ['of no tenant', () => hello({ conversation: { conversationType: 'personal', id: 'a:ann' }, channelData: null })],
    ['of another channel', () => hello({ channelId: 'webchat' })],
    ['without a type', () => without('type')],
    ['without an id', () => without('id')],
    ['without a service URL', () => without('serviceUrl')],
    ['without a sender', () => without('from')],
    ['without a recipient', () => without('recipient')],
    ['without a conversation', () => without('conversation')],
    ['that is a list', () => [hello()]],
    ['that is a word', () => 'hello'],
  ])('refuses an activity %s with 400, before the token is looked at, and writes nothing', async (_what, body) => {
    expect(await knock(body(), await good())).toEqual({ status: 400, code: 'bad-request' });
    expect(await written()).toBe(0);
  });

  it.each([
    ['of another host', 'https://attacker.example.org/amer/'],
    ['whose host only begins like a known one', 'https://smba.trafficmanager.net.example.org/'],
    ['whose host only ends like a known one', 'https://x-smba.trafficmanager.net/'],
    ['by http', 'http://smba.trafficmanager.net/amer/'],
    ['on another port', 'https://smba.trafficmanager.net:8443/amer/'],
    ['with a user in front of the host', 'https://smba.trafficmanager.net@attacker.example.org/'],
    ['with a user and a known host', 'https://user@smba.trafficmanager.net/amer/'],
    ['on this machine', 'http://127.0.0.1:3978/'],
  ])('refuses a service URL %s with 400, whatever the token says', async (_which, serviceUrl) => {
    expect(await knock(hello({ serviceUrl }), await teams.token({ serviceurl: serviceUrl }))).toEqual({ status: 400, code: 'bad-request' });
    expect(await written()).toBe(0);
  });

  it('refuses a body that is too large with 413, and one that is no JSON with 400', async () => {
    expect(await knock(hello({ text: 'x'.repeat(300_000) }), await good())).toEqual({ status: 413, code: 'too-large' });
    const response = await server.inject({ method: 'POST', url: '/api/messages', headers: { 'content-type': 'application/json' }, payload: '{' });
    expect(response.statusCode).toBe(400);
  });

  it('takes what Teams signed, and answers once it is written', async () => {
    expect(await written()).toBe(0);
    expect(await knock(hello(), await good())).toEqual({ status: 200, code: undefined });
    const log = await store.read(content.card.id, 'made-1');
    expect(log.map(({ entry: { type } }) => type)).toEqual(expect.arrayContaining(['opened', 'said']));
    expect(log[0]?.entry).toMatchObject({ channel: 'teams', language: 'en' });
  });

  it('accepts what it does nothing with', async () => {
    const before = await written();
    expect(await knock(hello({ id: 'typing-1', type: 'typing' }), await good())).toEqual({ status: 200, code: undefined });
    expect(await written()).toBe(before);
  });
});

function without(name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(hello()).filter(([key]) => key !== name));
}

function hello(more: object = {}): Record<string, unknown> {
  return activityIn('a:ann', service, 'hello-1', { type: 'message', text: 'hello', ...more });
}

/** The same token with another audience in its claims, and the signature it had. */
function withOtherClaims(authorization: string): string {
  const [header, claims = '', signature] = authorization.replace('Bearer ', '').split('.');
  const changed = Buffer.from(claims, 'base64url').toString('utf8').replace('"nbf"', '"tid":"other","nbf"');
  return `Bearer ${[header, Buffer.from(changed).toString('base64url'), signature].join('.')}`;
}
