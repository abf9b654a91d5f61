import type { Clinic } from '../../src/clinic.ts';
import type { Content } from '../../src/conversation/content.ts';
import { makeServer } from '../../src/http.ts';
import { openAccounts } from '../../src/staff/inbox/accounts.ts';
import { inboxRoutes } from '../../src/staff/inbox/routes.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { aClinic } from './clinic.ts';
import { freePort } from './server.ts';

export interface Office {
  readonly address: string;
  readonly setupLink: string;
  readonly clinic: Clinic;
  close(): Promise<unknown>;
}

const now = (): Date => new Date();

/**
 * The nurses' side of the product around other content, on a free port, with nobody's account yet.
 * Cases arrive at 9 o'clock UTC on November 22, 2026; the inbox itself goes by `clock`.
 */
export async function anOffice(content: Content, clock = now): Promise<Office> {
  const { store, database } = openSqlite(':memory:');
  const { clinic } = aClinic({ content, store });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const accounts = await openAccounts({ database, secret: 'invented for tests, and long enough', publicUrl: address, clinic: content.card.id, linkHours: 24, now, audit: (record) => store.audit(record) });
  const server = makeServer({ proxies: [], routes: [inboxRoutes({ clinic, accounts, content, publicUrl: address, now: clock })] });
  server.addHook('onClose', () => store.close());
  await server.listen({ host: '127.0.0.1', port });
  return { address, setupLink: (await accounts.firstNurseLink()) ?? '', clinic, close: () => server.close() };
}
