import type { FastifyInstance } from 'fastify';
import { botFramework } from '../../../src/channels/teams/bot-framework.ts';
import { teamsChannel, type TeamsParts } from '../../../src/channels/teams/serve.ts';
import { makeClinic, type Clinic } from '../../../src/clinic.ts';
import { promisesIn } from '../../../src/clinic/promises.ts';
import type { Content } from '../../../src/conversation/content.ts';
import type { Entry } from '../../../src/conversation/log.ts';
import { makeServer } from '../../../src/http.ts';
import { openOutbox, type Outbox } from '../../../src/outbox.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { contentWith, learned } from '../../support/content.ts';
import { aPerson, type Person } from './person.ts';
import { standIn, type StandIn } from './stand-in.ts';

/** The patient's side of Teams, of the real parts, with a clinic of a few invented questions in memory and a stand-in for the connector. */
export interface TeamsVisit {
  readonly clinic: Clinic;
  readonly store: Store;
  readonly content: Content;
  readonly connector: StandIn;
  readonly server: FastifyInstance;
  readonly failures: unknown[];
  person(chat: string): Person;
  /** Begins to deliver, where that was left out at first. */
  deliver(): Promise<void>;
  /** The entries of the conversation that a chat holds now. */
  entries(chat: string): Promise<Entry[]>;
  /** The conversation that a chat holds now. */
  held(chat: string): Promise<string>;
  stop(): Promise<void>;
}

const nobody: ReturnType<TeamsParts['nurses']> = {
  handlers: { message: async () => {}, met: async () => {}, action: async () => ({ message: '' }) },
  courier: { deliver: async () => ({ ok: false, why: 'nobody' }) },
};

const now = (): Date => new Date('2026-11-22T09:00:00Z');

export async function aTeamsVisit({ content = contentWith(), store = openSqlite(':memory:').store, delivers = true } = {}): Promise<TeamsVisit> {
  learned(content);
  const failures: unknown[] = [];
  const report = (failure: unknown): void => void failures.push(failure);
  const clinic = makeClinic({ store, content, now, report, promises: (happening) => promisesIn(happening, { patients: true, nurses: false }) });
  const connector = await standIn();
  let made = 0;
  const { route, couriers } = teamsChannel({ make: botFramework, identity: null, serviceHosts: null, clinic, store, content, now, fresh: () => `made-${++made}`, report, nurses: () => nobody });
  const server = makeServer({ proxies: [], routes: [route] });
  await server.listen({ port: 0, host: '127.0.0.1' });
  let outbox: Outbox | undefined;
  const deliver = async (): Promise<void> => {
    outbox = await openOutbox({ store, clinic, id: content.card.id, couriers, now, later: setTimeout, report });
  };
  if (delivers) await deliver();
  const held = async (chat: string): Promise<string> => (await store.address(content.card.id, `teams:${chat}`))?.conversation ?? '';
  return {
    clinic,
    store,
    content,
    connector,
    server,
    failures,
    person: (chat) => aPerson(chat, { server: server.listeningOrigin, serviceUrl: connector.serviceUrl }),
    deliver,
    held,
    entries: async (chat) => (await store.read(content.card.id, await held(chat))).map(({ entry }) => entry),
    async stop() {
      await server.close();
      await outbox?.stop();
      await connector.stop();
      await store.close();
    },
  };
}
