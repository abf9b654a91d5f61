import { describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import type { Adapter } from '../../../src/channels/teams/adapter.ts';
import { teamsDoor } from '../../../src/channels/teams/door.ts';
import type { Entry } from '../../../src/conversation/log.ts';
import { makeServer } from '../../../src/http.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { shipped } from '../../support/content.ts';
import { aDataFolder } from '../../support/server.ts';
import { activityIn } from './person.ts';
import { aTeamsVisit, type TeamsVisit } from './visit.ts';

const limit = 3000;

describe('under load', () => {
  it('answers 200 messages of 50 patients at once within three seconds each, keeps each order, and doubles nothing', async () => {
    const data = aDataFolder();
    const visit = await aTeamsVisit({ content: shipped, store: openSqlite(join(data.folder, 'clinic.db')).store });
    const chats = Array.from({ length: 50 }, (_, index) => `a:patient-${index}`);
    for (const chat of chats) await visit.person(chat).meets();

    const texts = ['It is about me', 'yes', 'none of these', 'none of these'];
    const slowest = await Promise.all(texts.flatMap((text, at) => chats.map(async (chat) => bring(visit, chat, `${chat} ${at}`, text))));
    expect(Math.max(...slowest)).toBeLessThan(limit);

    for (const chat of chats) {
      const entries = await visit.entries(chat);
      expect(said(entries)).toEqual(texts.map((_, at) => `${chat} ${at}`));
      const replies = entries.filter(({ type }) => type === 'replied').length;
      await visit.connector.until(() => visit.connector.shown.filter((one) => one.chat === chat).length === replies);
    }
    expect(visit.failures).toEqual([]);
    await visit.stop();
    data.remove();
  });

  it('tells Teams to come again while the turn can not be written, and takes it once when it does', async () => {
    const slow = waiting(openSqlite(':memory:').store);
    const visit = await aTeamsVisit({ store: slow.store });
    await visit.person('a:ann').meets();
    slow.hold();
    // Answered while the store still holds: that is the door's own time running out, and no clock of this test.
    const [first, second] = await Promise.all([post(visit, 'a:ann', 'one', 'hello'), post(visit, 'a:ann', 'two', 'it hurts')]);
    expect([first.status, second.status]).toEqual([503, 503]);
    slow.release();
    expect((await post(visit, 'a:ann', 'two', 'it hurts')).status).toBe(200);
    expect((await post(visit, 'a:ann', 'one', 'hello')).status).toBe(200);
    expect(said(await visit.entries('a:ann'))).toEqual(['one', 'two']);
    await visit.stop();
  });

  it('tells Teams to come again while another program holds the database', async () => {
    const data = aDataFolder();
    const file = join(data.folder, 'clinic.db');
    const visit = await aTeamsVisit({ store: openSqlite(file).store });
    await visit.person('a:ann').meets();
    const other = new Sqlite(file);
    other.exec('begin immediate');
    const { status, took } = await post(visit, 'a:ann', 'one', 'hello');
    expect(status).toBe(503);
    expect(took).toBeLessThan(limit);
    other.exec('rollback');
    other.close();
    expect((await post(visit, 'a:ann', 'one', 'hello')).status).toBe(200);
    expect(said(await visit.entries('a:ann'))).toEqual(['one']);
    await visit.stop();
    data.remove();
  });

  it('keeps the order of a chat even where it takes longer to know who sent the first message', async () => {
    const known = Promise.withResolvers<void>();
    const done: string[] = [];
    const admit: Adapter['admit'] = async ({ activity: { id } }) => {
      if (id === 'one') await known.promise;
      if (id === 'two') known.resolve();
      return id === 'forged' ? undefined : async () => ({ status: done.push(id) && 200 });
    };
    const server = makeServer({ proxies: [], routes: [teamsDoor({ adapter: { admit }, tenant: null, serviceHosts: null })] });
    const answers = await Promise.all(['forged', 'one', 'two', 'three'].map((id) => server.inject({ method: 'POST', url: '/api/messages', payload: activityIn('a:ann', 'http://127.0.0.1:1', id, { type: 'message', text: id }) })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 200, 200, 200]);
    expect(done).toEqual(['one', 'two', 'three']);
    await server.close();
  });
});

/** Brings an activity as Teams does, until it is taken. Returns the milliseconds of the slowest answer. */
async function bring(visit: TeamsVisit, chat: string, id: string, text: string): Promise<number> {
  const { status, took } = await post(visit, chat, id, text);
  expect([200, 503]).toContain(status);
  return status === 200 ? took : Math.max(took, await bring(visit, chat, id, text));
}

async function post(visit: TeamsVisit, chat: string, id: string, text: string): Promise<{ status: number; took: number }> {
  const from = performance.now();
  const { statusCode } = await visit.server.inject({ method: 'POST', url: '/api/messages', payload: activityIn(chat, visit.connector.serviceUrl, id, { type: 'message', text }) });
  return { status: statusCode, took: performance.now() - from };
}

/** The channel's own ids of what was said, in order. */
function said(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => (entry.type === 'said' ? [entry.message] : []));
}

/** A store whose writes wait while it is held. */
function waiting(store: Store): { store: Store; hold: () => void; release: () => void } {
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  return {
    store: {
      ...store,
      async append(step) {
        await gate.promise;
        return store.append(step);
      },
    },
    hold: () => void (gate = Promise.withResolvers<void>()),
    release: () => gate.resolve(),
  };
}
