import { afterEach, beforeEach } from '@jest/globals';
import type { Clinic } from '../../src/clinic.ts';
import { promisesIn } from '../../src/clinic/promises.ts';
import { rowsOf } from '../../src/conversation/log.ts';
import { openOutbox, type Outbox, type Outcome } from '../../src/outbox.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Errand, Store } from '../../src/store/store.ts';
import { aClinic } from '../support/clinic.ts';
import { aClock, type Clock } from '../support/clock.ts';
import { contentWith } from '../support/content.ts';

const content = contentWith();
export const id = content.card.id;
export const ana = { id: 'ana', name: 'Ana Invented' };
export const posted: Outcome = { ok: true, posted: 'activity' };

type Answer = (errand: Errand) => Outcome | Promise<Outcome>;

/** One database, and the clinics and outboxes opened over it, one after the other. */
export interface Building {
  readonly store: Store;
  readonly clock: Clock;
  readonly failures: unknown[];
  /** What reached the other side: `post` or `update`, and the errand's key. */
  readonly shown: string[];
  /** A clinic that promises its patients and nurses everything, with nobody to deliver it. */
  clinic(): Clinic;
  /** A clinic and its outbox. `answer` says how each attempt goes; everything is posted if it is left out. */
  open(answer?: Answer, over?: Store): Promise<{ clinic: Clinic; outbox: Outbox }>;
  /** Forgets the outboxes that are open as a crash would: they are not stopped. */
  crash(): void;
  /** The errands that are not over, with their states. */
  states(): Promise<string[]>;
}

/** A new building for each test; what is returned stands for the one of the test that runs. */
export function aBuilding(): { readonly here: Building } {
  let here: Building;
  let outboxes: Outbox[] = [];
  beforeEach(() => {
    const { store } = openSqlite(':memory:');
    const clock = aClock();
    const failures: unknown[] = [];
    const shown: string[] = [];
    here = {
      store,
      clock,
      failures,
      shown,
      clinic: () => clinicOver(store),
      async open(answer: Answer = () => posted, over = store) {
        const courier = {
          async deliver(errand: Errand): Promise<Outcome> {
            shown.push(`${errand.posted === null ? 'post' : 'update'} ${errand.key}`);
            const outcome = await answer(errand);
            return outcome.ok ? { ok: true, posted: errand.posted ?? `${outcome.posted}-${errand.key}` } : outcome;
          },
        };
        const desk = clinicOver(over);
        const outbox = await openOutbox({ store: over, clinic: desk, id, couriers: { reply: courier, card: courier }, now: clock.now, later: clock.later, report: (failure) => failures.push(failure) });
        outboxes.push(outbox);
        return { clinic: desk, outbox };
      },
      crash() {
        outboxes = [];
      },
      states: async () => (await store.errands(id)).map(({ key, state }) => `${state} ${key}`),
    };
  });
  afterEach(async () => {
    for (const outbox of outboxes) await outbox.stop();
    outboxes = [];
    await here.store.close();
  });
  return {
    get here() {
      return here;
    },
  };
}

function clinicOver(store: Store): Clinic {
  return aClinic({ content, store, promises: (happening) => promisesIn(happening, { patients: true, nurses: true }) }).clinic;
}

/** Lets everything that needs no time come to its end. */
export async function quiet(): Promise<void> {
  for (let rounds = 0; rounds < 40; rounds += 1) await new Promise((done) => setImmediate(done));
}

let said = 0;

/** Says these things in a Teams chat, and waits until all that follows at once has happened. */
export async function say(clinic: Clinic, conversation: string, ...texts: string[]): Promise<void> {
  await clinic.open(conversation, { user: 'invented', channel: 'teams', language: 'en' });
  for (const text of texts) {
    said += 1;
    await clinic.receive(conversation, { id: `m-${said}`, at: '2026-11-22T09:00:00Z', text });
  }
  await quiet();
}

/** What the nurse is told did not arrive. */
export async function lost(clinic: Clinic, conversation: string): Promise<string[]> {
  return rowsOf(await clinic.log(conversation), 'delivery-failed').map(({ entry: { of, why } }) => `${of} ${why}`);
}
