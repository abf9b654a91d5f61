import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Clinic } from '../../../src/clinic.ts';
import { directLine } from '../../../src/channels/web/directline.ts';
import { makeTokens, type Tokens } from '../../../src/channels/web/token.ts';
import { makeServer } from '../../../src/http.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { aClinic } from '../../support/clinic.ts';
import { contentWith } from '../../support/content.ts';
import { freePort } from '../../support/server.ts';

const secret = 'invented for tests, and long enough';
export const friend = 'https://friend.example.org';
export const api = '/v3/directline';

export interface Chat {
  readonly server: FastifyInstance;
  readonly clinic: Clinic;
  readonly tokens: Tokens;
  readonly clock: { at: Date };
  readonly url: string;
  /** Every line the server logged. */
  readonly logged: string[];
}

/** The web channel of the real parts, with a clinic of a few invented questions in memory. */
export async function aChat({ store = openSqlite(':memory:').store, tokensPerMinute = 1000 }: { store?: Store; tokensPerMinute?: number } = {}): Promise<Chat> {
  const content = contentWith();
  const { clinic, clock } = aClinic({ content, store });
  const now = (): Date => clock.at;
  const tokens = makeTokens({ secret, hours: 24, now });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logged: string[] = [];
  let made = 0;
  const server = makeServer({
    proxies: [],
    log: { level: 'info', stream: { write: (line) => void logged.push(line) } },
    routes: [
      directLine({
        clinic,
        tokens,
        content,
        publicUrl: url,
        origins: [friend],
        tokensPerMinute,
        now,
        fresh: () => `made-${++made}`,
      }),
    ],
  });
  server.addHook('onClose', () => store.close());
  return { server, clinic, tokens, clock, url, logged };
}

/** Starts listening, for tests that need a real socket. */
export async function listening(chat: Chat): Promise<Chat> {
  const { hostname, port } = new URL(chat.url);
  await chat.server.listen({ host: hostname, port: Number(port) });
  return chat;
}

export interface Patient {
  readonly conversation: string;
  readonly token: string;
  readonly get: (path: string) => Promise<LightMyRequestResponse>;
  readonly post: (path: string, body?: unknown) => Promise<LightMyRequestResponse>;
  /** Posts a message of the given words. */
  readonly say: (text: string, id?: string) => Promise<LightMyRequestResponse>;
}

/** A patient who holds a token, and, unless told otherwise, has opened the conversation. */
export async function aPatient({ server }: Chat, { opens = true }: { opens?: boolean } = {}): Promise<Patient> {
  const { conversationId: conversation, token } = (await server.inject({ method: 'POST', url: `${api}/tokens/generate` })).json<{ conversationId: string; token: string }>();
  const headers = { authorization: `Bearer ${token}` };
  const patient: Patient = {
    conversation,
    token,
    get: (path) => server.inject({ url: api + path, headers }),
    post: (path, body) => server.inject({ method: 'POST', url: api + path, headers, ...(body !== undefined && { payload: JSON.stringify(body) }) }),
    say: (text, id) => patient.post(`/conversations/${conversation}/activities`, { type: 'message', text, ...(id !== undefined && { channelData: { clientActivityID: id } }) }),
  };
  if (opens) await patient.post('/conversations', {});
  return patient;
}

/** How a request was refused. */
export function refusal(answer: LightMyRequestResponse): { status: number; code: string } {
  return { status: answer.statusCode, code: answer.json<{ error: { code: string } }>().error.code };
}
