import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { Outgoing } from '../../../src/channels/teams/outgoing.ts';

/** What a chat shows at one place: the newest version of what was posted there. */
export interface Shown {
  readonly id: string;
  readonly chat: string;
  /** All that was ever shown at this place, the newest last. */
  readonly versions: Outgoing[];
}

/** Takes posts as the Bot Connector does, and shows them. */
export interface StandIn {
  readonly serviceUrl: string;
  /** In the order in which they were posted. */
  readonly shown: Shown[];
  /** What the next posts are answered with, in the place of being shown. */
  readonly refusals: { readonly status: number; readonly headers?: Record<string, string> }[];
  /** Resolves as soon as it holds, asked again after each post. */
  until(holds: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

/** What is not ours: the connector is given more than what is shown. */
const Posted = z.looseObject({ type: z.string(), from: z.looseObject({ id: z.string() }), conversation: z.looseObject({ id: z.string() }) });
const shape = Outgoing.strip();

export async function standIn(): Promise<StandIn> {
  const shown: Shown[] = [];
  const refusals: StandIn['refusals'] = [];
  const waiting = new Set<() => void>();
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , , chat = '', , id] = decodeURI(request.url ?? '').split('/').map(decodeURIComponent);
    const body: unknown = JSON.parse(await textOf(request));
    const refusal = refusals.shift();
    if (refusal) return void response.writeHead(refusal.status, refusal.headers).end('{}');
    Posted.parse(body);
    const activity = shape.parse(body);
    const place = id === undefined ? { id: `posted-${shown.length + 1}`, chat, versions: [] } : shown.find((one) => one.id === id);
    if (!place) return void response.writeHead(404).end('{}');
    if (id === undefined) shown.push(place);
    place.versions.push(activity);
    response.writeHead(id === undefined ? 201 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: place.id }));
    for (const wake of waiting) wake();
  }

  const server = createServer((request, response) => void take(request, response).catch((failure: unknown) => response.writeHead(400).end(String(failure)))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return {
    serviceUrl: `http://127.0.0.1:${address.port}`,
    shown,
    refusals,
    async until(holds) {
      while (!holds()) await new Promise<void>((resolve) => waiting.add(resolve));
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
