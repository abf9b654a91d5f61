import { makeClinic, type Clinic, type ClinicParts } from '../../src/clinic.ts';
import type { Content } from '../../src/conversation/content.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { shipped } from './content.ts';

/** A clinic of the real parts over a database in memory, with a clock that stands still until it is set. */
export function aClinic({ content = shipped, store = openSqlite(':memory:').store, promises }: { content?: Content; store?: Store; promises?: ClinicParts['promises'] } = {}): {
  clinic: Clinic;
  store: Store;
  clock: { at: Date };
  failures: unknown[];
} {
  const clock = { at: new Date('2026-11-22T09:00:00Z') };
  const failures: unknown[] = [];
  const clinic = makeClinic({ store, content, now: () => clock.at, report: (failure) => failures.push(failure), ...(promises && { promises }) });
  return { clinic, store, clock, failures };
}
