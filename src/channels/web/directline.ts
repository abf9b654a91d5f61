import cors from '@fastify/cors';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Clinic } from '../../clinic.ts';
import { ClinicError } from '../../errors.ts';
import type { Content } from '../../conversation/content.ts';
import { activityId } from './activity.ts';
import { filesRefused, languageOf, messageFrom, seenUpTo, wantedUser } from './protocol.ts';
import { groupFrom, makeStreams } from './stream.ts';
import type { Ticket, Tokens } from './token.ts';
import type { IssuedToken, OpenedConversation } from './wire.ts';

export interface DirectLineParts {
  readonly clinic: Pick<Clinic, 'open' | 'receive' | 'log' | 'onCommitted'>;
  readonly tokens: Tokens;
  readonly content: Content;
  /** Where clients reach this server, for example `https://clinic.example`. */
  readonly publicUrl: string;
  /** The other websites whose pages may call; a page of our own always may. */
  readonly origins: readonly string[];
  /** How many conversations one address may begin in a minute. */
  readonly tokensPerMinute: number;
  readonly now: () => Date;
  /** A random id that cannot be guessed and is safe in a URL. */
  readonly fresh: () => string;
}

interface Addressed {
  Params: { id: string };
  Querystring: { watermark?: unknown; t?: unknown };
}

const keepAlive = 25_000;

/** Direct Line 3.0 over the clinic's log: any client of that protocol can hold a conversation. */
export function directLine({ clinic, tokens, content, publicUrl, origins, tokensPerMinute, now, fresh }: DirectLineParts): FastifyPluginAsync {
  const socketUrl = publicUrl.replace(/^http/, 'ws').replace(/\/$/, '');

  async function bearer({ headers }: FastifyRequest): Promise<Ticket> {
    const [, token] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
    if (token === undefined) throw new ClinicError('token-missing', 'A token is needed in the Authorization header.');
    return tokens.read(token, 'chat');
  }

  async function own(request: FastifyRequest<Addressed>): Promise<Ticket> {
    const ticket = await bearer(request);
    if (ticket.conversation !== request.params.id) throw notYours();
    return ticket;
  }

  async function issued(ticket: Ticket): Promise<IssuedToken> {
    const { token, seconds } = await tokens.issue(ticket, 'chat');
    return { conversationId: ticket.conversation, token, expires_in: seconds };
  }

  async function opened(ticket: Ticket, seen: number): Promise<OpenedConversation> {
    const { token } = await tokens.issue(ticket, 'stream');
    const query = new URLSearchParams({ watermark: seen === 0 ? '' : String(seen), t: token });
    return { ...(await issued(ticket)), streamUrl: `${socketUrl}/v3/directline/conversations/${ticket.conversation}/stream?${query}` };
  }

  return async (server) => {
    await server.register(async (api) => {
      // An empty body counts as none, and the type a client gives its JSON does not matter: clients differ in both.
      const json = api.getDefaultJsonParser('error', 'error');
      api.removeAllContentTypeParsers();
      api.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => {
        if (body.length === 0) done(null, null);
        else void json(request, String(body), done);
      });
      await api.register(cors, { origin: [...origins], methods: ['GET', 'POST'], maxAge: 3600 });

      const streams = makeStreams({ clinic, content, keepAlive, failed: (error) => api.log.error({ err: error }, 'a stream failed') });
      api.addHook('onClose', async () => streams.end());

      api.post('/tokens/generate', { config: { rateLimit: { max: tokensPerMinute, timeWindow: 60_000 } } }, ({ body }) =>
        issued({ conversation: fresh(), user: wantedUser(body) ?? `dl_${fresh()}` }));

      api.post('/tokens/refresh', async (request) => issued(await bearer(request)));

      api.post('/conversations', async (request, reply) => {
        const ticket = await bearer(request);
        const language = languageOf(request.body, [...content.voices.keys()]);
        const existed = await exists(ticket, 0);
        await clinic.open(ticket.conversation, { user: ticket.user, channel: 'web', language });
        return reply.code(existed ? 200 : 201).send(await opened(ticket, 0));
      });

      api.get<Addressed>('/conversations/:id', async (request) => {
        const ticket = await own(request);
        const seen = seenUpTo(request.query.watermark);
        if (!(await exists(ticket, seen))) throw notYours();
        return opened(ticket, seen);
      });

      api.post<Addressed>('/conversations/:id/activities', async (request) => {
        const { conversation } = await own(request);
        const arrival = { id: fresh(), at: now().toISOString() };
        const message = messageFrom(request.body, arrival);
        if (message === undefined) return { id: arrival.id };
        const { seq } = await clinic.receive(conversation, message).catch(asNotYours);
        return { id: activityId(conversation, seq) };
      });

      api.get<Addressed>('/conversations/:id/activities', async (request) => {
        const ticket = await own(request);
        const seen = seenUpTo(request.query.watermark);
        try {
          const rows = await clinic.log(ticket.conversation, seen);
          if (rows.length === 0 && !(await exists(ticket, seen))) throw notYours();
          return groupFrom(ticket, rows, seen, content);
        } catch (error) {
          if (error instanceof ClinicError && error.code === 'not-yours') throw error;
          // A client stops polling for good on any 5xx; with nothing new, it asks again in a second.
          request.log.error({ err: error }, 'a poll failed');
          return groupFrom(ticket, [], seen, content);
        }
      });

      // Refused before the body is read: a file of any size costs nothing.
      api.post<Addressed>('/conversations/:id/upload', { onRequest: async (request) => {
        await own(request);
        throw filesRefused();
      } }, () => undefined);

      api.get<Addressed>('/conversations/:id/stream', {
        websocket: true,
        preValidation: async (request) => void await streamed(request),
      }, async (socket, request) => streams.open(socket, await streamed(request), seenUpTo(request.query.watermark)));
    }, { prefix: '/v3/directline' });
  };

  /** Looks only at the last row the client has seen, and at the whole log if that one is not there. */
  async function exists({ conversation }: Ticket, seen: number): Promise<boolean> {
    const last = await clinic.log(conversation, Math.max(0, seen - 1));
    return last.length > 0 || (seen > 1 && (await clinic.log(conversation)).length > 0);
  }

  async function streamed({ params, query }: FastifyRequest<Addressed>): Promise<Ticket> {
    const ticket = await tokens.read(String(query.t), 'stream');
    if (ticket.conversation !== params.id) throw notYours();
    return ticket;
  }
}

function notYours(): ClinicError {
  return new ClinicError('not-yours', 'There is no such conversation for this token.');
}

// A Direct Line client gives up in silence on 404, and on 403 lets its page begin again.
function asNotYours(error: unknown): never {
  throw error instanceof ClinicError && error.code === 'not-found' ? notYours() : error;
}
