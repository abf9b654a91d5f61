import process from 'node:process';
import { promisesIn } from '../../src/clinic/promises.ts';
import { openOutbox, type Courier } from '../../src/outbox.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { aClinic } from '../support/clinic.ts';
import { aClock } from '../support/clock.ts';
import { contentWith } from '../support/content.ts';

// A process of its own that opens a conversation and dies while its second reply is being posted.
const content = contentWith();
const { store } = openSqlite(process.argv[2] ?? '');
const { clinic } = aClinic({ content, store, promises: (happening) => promisesIn(happening, { patients: true, nurses: true }) });
const courier: Courier = {
  async deliver({ key, of }) {
    await new Promise((sent) => process.send?.(key, sent));
    if (of === 3) process.kill(process.pid, 'SIGKILL');
    return { ok: true, posted: 'activity' };
  },
};
const report = (failure: unknown): void => {
  throw failure;
};
await openOutbox({ store, clinic, id: content.card.id, couriers: { reply: courier, card: courier }, ...aClock(), report });
await clinic.open('ada', { user: 'invented', channel: 'teams', language: 'en' });
