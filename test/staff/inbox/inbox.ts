import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Database } from 'better-sqlite3';
import type { Clinic, ClinicParts } from '../../../src/clinic.ts';
import { makeServer } from '../../../src/http.ts';
import { openAccounts, type Accounts } from '../../../src/staff/inbox/accounts.ts';
import { inboxRoutes } from '../../../src/staff/inbox/routes.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { aClinic } from '../../support/clinic.ts';
import { contentWith } from '../../support/content.ts';

const publicUrl = 'http://localhost:3978';
export const password = 'four invented words here';

export interface Inbox {
  readonly server: FastifyInstance;
  readonly accounts: Accounts;
  readonly clinic: Clinic;
  readonly store: Store;
  readonly database: Database;
  /** When links are made; sessions and links are judged by the library's own clock. */
  readonly clock: { at: Date };
  /** What is in the audit: who did what, to which conversation. */
  readonly audit: () => unknown[];
}

/** The inbox of the real parts: server, sign-in library, clinic and a database in memory. What it promises to others, somebody else delivers. */
export async function anInbox(promises?: ClinicParts['promises'], content = contentWith()): Promise<Inbox> {
  const { store, database } = openSqlite(':memory:');
  const { clinic } = aClinic({ content, store, ...(promises && { promises }) });
  const clock = { at: new Date() };
  const now = (): Date => clock.at;
  const accounts = await openAccounts({ database, secret: 'invented for tests, and long enough', publicUrl, clinic: content.card.id, linkHours: 24, now, audit: (record) => store.audit(record) });
  const server = makeServer({ proxies: ['loopback'], routes: [inboxRoutes({ clinic, accounts, content, publicUrl, now })] });
  server.addHook('onClose', () => store.close());
  return { server, accounts, clinic, store, database, clock, audit: () => database.prepare('select who, did, conversation from audit order by rowid').all() };
}

export interface Browser {
  readonly get: (path: string) => Promise<LightMyRequestResponse>;
  readonly post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  readonly cookies: () => string;
}

/** A browser with the inbox open: it keeps cookies and names its page's origin. */
export function browser({ server }: Inbox): Browser {
  const jar = new Map<string, string>();
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  return {
    cookies,
    get: async (path) => keep(await server.inject({ url: path, headers: { cookie: cookies() } })),
    post: async (path, body = {}, headers = {}) =>
      keep(
        await server.inject({
          method: 'POST',
          url: path,
          headers: { cookie: cookies(), origin: publicUrl, 'content-type': 'application/json', ...headers },
          payload: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
  };
}

/** Follows a set-up link, as its page does. */
export function follow(link: string | undefined, { post }: Browser, account: { name?: string; email?: string; password?: string } = {}): Promise<LightMyRequestResponse> {
  const token = new URL(link ?? publicUrl).hash.slice(1);
  return post('/staff/api/auth/invitation/accept', { token, name: 'Ana Invented', email: 'ana@example.org', password, ...account });
}

/** A browser in which a nurse of this name is signed in. */
export async function nurse(inbox: Inbox, name: string): Promise<Browser & { id: string }> {
  const link = (await inbox.accounts.firstNurseLink()) ?? (await inbox.accounts.inviteLink()).link;
  const theirs = browser(inbox);
  await follow(link, theirs, { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org` });
  const { id }: { id: string } = (await theirs.get('/staff/api/me')).json();
  return { ...theirs, id };
}

/** A patient who says these things, one after the other. */
export async function patient({ clinic }: Inbox, conversation: string, ...says: string[]): Promise<void> {
  await clinic.open(conversation, { user: 'invented', channel: 'web', language: 'en' });
  for (const [index, text] of says.entries()) await clinic.receive(conversation, { id: `${conversation}-${index}`, at: '2026-11-22T09:00:00Z', text });
}

export function refusal(answer: LightMyRequestResponse): { status: number; code: string } {
  const { error }: { error?: { code: string } } = answer.json();
  return { status: answer.statusCode, code: error?.code ?? 'none' };
}
