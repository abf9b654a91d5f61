import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { ClinicError } from '../src/errors.ts';
import { makeServer } from '../src/http.ts';

const words = 'my left leg is numb';
const logged: string[] = [];
let server: FastifyInstance;

beforeEach(() => {
  logged.length = 0;
  server = makeServer({
    proxies: [],
    log: { level: 'debug', stream: { write: (line) => void logged.push(line) } },
    routes: [
      async (app) => {
        app.get('/visit/:id', async () => ({ ok: true }));
        app.post('/visit/:id', async ({ body }) => ({ body }));
        app.get('/breaks', async () => {
          throw new TypeError(`cannot read "${words}"`);
        });
        app.get('/away', async () => {
          throw new ClinicError('store-unavailable', 'The database at db.example.org cannot be reached.');
        });
        app.get('/taken', async () => {
          throw new ClinicError('already-claimed', 'A colleague has this case.');
        });
        app.get('/limited', { config: { rateLimit: { max: 1, timeWindow: 60_000 } } }, async () => ({ ok: true }));
      },
    ],
  });
});
afterEach(() => server.close());

async function answer(method: 'GET' | 'POST', url: string, payload?: string, type = 'application/json') {
  const { statusCode, body, headers } = await server.inject({ method, url, ...(payload !== undefined && { payload, headers: { 'content-type': type } }) });
  return { status: statusCode, body: JSON.parse(body), headers };
}

describe('a request that fails', () => {
  it.each([
    ['GET', '/nowhere', undefined, 404, 'not-found'],
    ['POST', '/nowhere', '{}', 404, 'not-found'],
    ['GET', '/visit/%zz', undefined, 400, 'bad-request'],
    ['POST', '/visit/1', 'not json', 400, 'bad-request'],
    ['POST', '/visit/1', '', 400, 'bad-request'],
    ['POST', '/visit/1', `"${'x'.repeat(64 * 1024)}"`, 413, 'too-large'],
    ['GET', '/taken', undefined, 409, 'already-claimed'],
    ['GET', '/away', undefined, 503, 'store-unavailable'],
    ['GET', '/breaks', undefined, 500, 'unexpected'],
  ] as const)('%s %s answers with a code and a sentence', async (method, url, payload, status, code) => {
    expect(await answer(method, url, payload)).toMatchObject({ status, body: { error: { code, message: expect.stringMatching(/^[A-Z].*\.$/) } } });
  });

  it('of another type than JSON is a bad request', async () => {
    expect(await answer('POST', '/visit/1', '<visit/>', 'application/xml')).toMatchObject({ status: 400, body: { error: { code: 'bad-request' } } });
  });

  it('keeps to itself what failed on our side', async () => {
    const breaks = await answer('GET', '/breaks');
    const away = await answer('GET', '/away');
    expect(JSON.stringify([breaks.body, away.body])).not.toMatch(/numb|db\.example|TypeError|\.ts/);
  });

  it('that comes too often is told when to come again', async () => {
    await answer('GET', '/limited');
    const second = await answer('GET', '/limited');
    expect(second).toMatchObject({ status: 429, body: { error: { code: 'too-many' } } });
    expect(Number(second.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('the log', () => {
  it('has a line for each request: how, which route, with what result, how long', async () => {
    await answer('GET', '/visit/0042?t=secret');
    expect(logged.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ method: 'GET', route: '/visit/:id', status: 200, ms: expect.any(Number) })]);
  });

  it('says where something broke, and nothing of what a patient wrote', async () => {
    await answer('GET', '/breaks');
    await answer('GET', `/visit/0042?said=${encodeURIComponent(words)}`);
    await answer('POST', '/visit/0042', words);
    await answer('POST', '/visit/0042', JSON.stringify(words));
    await answer('GET', '/nowhere/0042');
    const all = logged.join('');
    expect(all).toContain('http.test.ts');
    expect(all).not.toMatch(/numb|0042|secret/);
  });
});

describe('every answer', () => {
  it.each(['/visit/1', '/nowhere', '/breaks'])('of %s is guarded, and is not kept by anyone on the way', async (url) => {
    const { headers } = await answer('GET', url);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'none';script-src 'self'"),
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});
