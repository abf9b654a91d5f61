import type { FastifyPluginAsync } from 'fastify';
import { ClinicError } from '../../errors.ts';
import type { Adapter, Answer } from './adapter.ts';
import { Incoming, tenantsOf } from './incoming.ts';
import { within } from './within.ts';

/** Whose activities are let in. */
export interface Allowed {
  /** Our tenant; null in development, where any may come. */
  readonly tenant: string | null;
  /** The hosts that may be called back, all by https; null in development, where only this machine may be, by http. */
  readonly serviceHosts: readonly string[] | null;
}

export interface DoorParts extends Allowed {
  readonly adapter: Pick<Adapter, 'admit'>;
  /** Milliseconds until Teams is told to come again. */
  readonly patience?: number;
  /** How many requests one address may send in a minute. Teams itself sends from few. */
  readonly requestsPerMinute?: number;
}

/** Teams sends what a person wrote twice, as text and as HTML. */
const bodyLimit = 256 * 1024;

/** Where Teams brings what people write and tap: `POST /api/messages`. What is let in is dealt with one after the other in each conversation. */
export function teamsDoor({ adapter, tenant, serviceHosts, patience = 2500, requestsPerMinute = 6000 }: DoorParts): FastifyPluginAsync {
  const inOrder = makeQueue();
  return async (server) => {
    server.post('/api/messages', { bodyLimit, config: { rateLimit: { max: requestsPerMinute, timeWindow: 60_000 } } }, async ({ body, headers, log }, reply) => {
      const activity = readIncoming(body, { tenant, serviceHosts });
      const answered = inOrder(activity.conversation.id, async (turn) => {
        const run = await adapter.admit({ headers, activity, body: asRecord(body) });
        if (!run) throw new ClinicError('token-invalid', 'It could not be shown that Teams sent this.');
        await turn;
        return run();
      });
      const answer = await within(answered, patience);
      // What is late goes on; Teams brings the activity again, and by its id it is known.
      if (answer === undefined) {
        void answered.catch((error: unknown) => log.error({ err: error }, 'a late turn failed'));
        throw new ClinicError('store-unavailable', 'The turn could not be written in time.');
      }
      return reply.code(answer.status).send(answer.body);
    });
  };
}

/**
 * Reads an activity before any package does.
 * @throws ClinicError `bad-request` if it is not one of Teams' and of our tenant, or names a service we do not call
 */
export function readIncoming(body: unknown, { tenant, serviceHosts }: Allowed): Incoming {
  const { data, error } = Incoming.safeParse(body);
  if (error) throw refused(`${error.issues[0]?.path.join('.') || 'its body'} can not be read`);
  if (!isKnownService(data.serviceUrl, serviceHosts)) throw refused('its service is none we know');
  const tenants = tenantsOf(data);
  if (tenant !== null && (tenants.length !== 1 || tenants[0]?.toLowerCase() !== tenant.toLowerCase())) throw refused('it is of another tenant');
  return data;
}

/** Whether a service may be called: by https on one of the hosts, or in development by http on this machine. */
export function isKnownService(serviceUrl: string, hosts: Allowed['serviceHosts']): boolean {
  const { protocol, hostname, port, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  return hosts === null ? protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost') : protocol === 'https:' && port === '' && hosts.includes(hostname);
}

function refused(why: string): ClinicError {
  return new ClinicError('bad-request', `This is not an activity of Teams for this clinic: ${why}.`);
}

function asRecord(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

/**
 * Keeps the order of arrival within a conversation: `act` begins at once, and the promise it is given resolves when everything that
 * came before it in the same conversation is done, however that ended.
 */
function makeQueue(): (conversation: string, act: (turn: Promise<void>) => Promise<Answer>) => Promise<Answer> {
  const last = new Map<string, Promise<void>>();
  return (conversation, act) => {
    const turn = last.get(conversation) ?? Promise.resolve();
    const acted = act(turn);
    const done = Promise.allSettled([turn, acted]).then(() => undefined);
    last.set(conversation, done);
    void done.then(() => last.get(conversation) === done && last.delete(conversation));
    return acted;
  };
}
