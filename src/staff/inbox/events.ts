import { PassThrough } from 'node:stream';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance } from 'fastify';
import type { Clinic } from '../../clinic.ts';
import type { Accounts } from './accounts.ts';

/** Tells the open inboxes that a case is new or has changed. */
export interface Watch {
  /** These cases have been shown to a nurse, so she is told when they change. Other conversations are nobody's business yet. */
  shown(conversations: readonly string[]): void;
  /** Calls back with the conversation's id at each change. Returns a function that ends it. */
  follow(tell: (conversation: string) => void): () => void;
  end(): void;
}

/** A proxy cuts a silent connection, most after a minute. */
const beatEvery = 25_000;

export function watchCases(clinic: Clinic): Watch {
  const cases = new Set<string>();
  const listeners = new Set<(conversation: string) => void>();
  const end = clinic.onCommitted((conversation, rows) => {
    if (rows.some(({ entry }) => entry.type === 'handed-over')) cases.add(conversation);
    if (!cases.has(conversation)) return;
    for (const tell of listeners) tell(conversation);
    if (rows.some(({ entry }) => entry.type === 'closed')) cases.delete(conversation);
  });
  return {
    shown: (conversations) => {
      for (const conversation of conversations) cases.add(conversation);
    },
    follow: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    end,
  };
}

/** Server-sent events with the ids of cases and nothing else. Behind `signedInOnly`; a stream ends soon after its session. */
export function eventRoutes(app: FastifyInstance, watch: Watch, accounts: Accounts): void {
  const streams = new Set<PassThrough>();

  app.get('/staff/api/events', async (request, reply) => {
    const stream = new PassThrough();
    const unfollow = watch.follow((conversation) => stream.write(`event: case\ndata: ${JSON.stringify({ conversation })}\n\n`));
    const beat = setInterval(() => {
      accounts.signedIn(fromNodeHeaders(request.headers), 'look').then(
        (still) => (still ? stream.write(':\n\n') : stream.end()),
        () => stream.end(),
      );
    }, beatEvery);
    streams.add(stream);
    stream.on('close', () => {
      clearInterval(beat);
      unfollow();
      streams.delete(stream);
    });
    stream.write('retry: 2000\n\n');
    // Kept alive, the connection of an ended stream would hold up the server's own end.
    return reply.headers({ 'content-type': 'text/event-stream', 'x-accel-buffering': 'no', connection: 'close' }).send(stream);
  });

  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
    watch.end();
  });
}
