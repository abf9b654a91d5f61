import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A call that reached the connector, in no package's terms. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | null;
  readonly body: unknown;
}

/** What a token says; `undefined` leaves out what it usually says. */
type Claims = Readonly<Record<string, string | number | undefined>>;

/** Who signed a token; left out, the connector for Teams did. */
interface Signed {
  readonly by?: 'another channel' | 'a stranger' | 'nobody';
}

/** Stands for Microsoft on this machine: publishes the keys it signs with, and takes posts as the Bot Connector does. */
export interface Microsoft {
  readonly serviceUrl: string;
  readonly openIdMetadata: string;
  readonly calls: Call[];
  /** The header the connector sends with each activity, with `claims` put over the usual ones. */
  token(claims?: Claims, signed?: Signed): Promise<string>;
  stop(): Promise<void>;
}

export const app = '00000000-0000-4000-8000-0000000000b0';
export const tenant = '00000000-0000-4000-8000-000000000001';

/** The nurses of the recordings. */
const team = [
  { id: '29:nora-example', name: 'Nora Example, RN', aadObjectId: '00000000-0000-4000-8000-0000000000d0', email: 'nora@example.org' },
  { id: '29:omar-example', name: 'Omar Example, RN', aadObjectId: '00000000-0000-4000-8000-0000000000d1', email: 'omar@example.org' },
];

export async function microsoft(): Promise<Microsoft> {
  const [ours, elsewhere, strangers] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const published = [
    { ...(await exportJWK(ours.publicKey)), kid: 'teams', use: 'sig', endorsements: ['msteams'] },
    { ...(await exportJWK(elsewhere.publicKey)), kid: 'elsewhere', use: 'sig', endorsements: ['webchat'] },
  ];
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const body = await bodyOf(request);
      if (url.pathname === '/metadata') return send(response, 200, { issuer: 'https://api.botframework.com', jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] });
      if (url.pathname === '/keys') return send(response, 200, { keys: published });
      calls.push({ method: request.method ?? '', path: decodeURIComponent(url.pathname), authorization: request.headers.authorization ?? null, body });
      const conversation = url.pathname.split('/')[4];
      if (request.method === 'GET') return send(response, 200, team.find(({ id }) => id === decodeURIComponent(url.pathname.split('/').at(-1) ?? '')) ?? {});
      if (request.method === 'PUT') return send(response, 200, { id: url.pathname.split('/').at(-1) });
      return send(response, 201, { id: `posted-${calls.filter(({ method, path }) => method === 'POST' && path.split('/')[4] === decodeURIComponent(conversation ?? '')).length}` });
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  const origin = `http://127.0.0.1:${address.port}`;
  const serviceUrl = `${origin}/teams`;

  return {
    serviceUrl,
    openIdMetadata: `${origin}/metadata`,
    calls,
    async token(claims = {}, { by } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const payload = { iss: 'https://api.botframework.com', aud: app, serviceurl: serviceUrl, nbf: now - 10, exp: now + 600, ...claims };
      if (by === 'nobody') return `Bearer ${[{ alg: 'none', typ: 'JWT', kid: 'teams' }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
      const kid = by === 'another channel' ? 'elsewhere' : 'teams';
      const { privateKey } = by === undefined ? ours : by === 'another channel' ? elsewhere : strangers;
      // As JSON: what is undefined is left out.
      return `Bearer ${await new SignJWT(JSON.parse(JSON.stringify(payload))).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey)}`;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
