import type { EntryOf, Log } from './conversation/log.ts';
import { makeLanes, type Lane } from './outbox/lanes.ts';
import type { Errand, Store } from './store/store.ts';

/**
 * How an attempt went. `posted`: the channel's own id of what now shows the errand, to be updated under it later ·
 * `wait`: surely not shown, and not to be tried again for so long · `unknown`: perhaps shown · `refused`: surely not shown, and never
 * will be · `nobody`: there is no address yet.
 */
export type Outcome =
  | { readonly ok: true; readonly posted: string | null }
  | { readonly ok: false; readonly why: 'wait'; readonly seconds: number }
  | { readonly ok: false; readonly why: 'unknown' }
  | { readonly ok: false; readonly why: 'refused' }
  | { readonly ok: false; readonly why: 'nobody' };

/** Carries errands of one kind to where they are shown. */
export interface Courier {
  /**
   * Draws what the errand shows from the log, and posts it; if the errand has `posted`, updates that and posts nothing. It has a time
   * limit of its own: as long as it takes, nothing else goes to the same place. What it throws is reported and taken for `unknown`.
   */
  deliver(errand: Errand): Promise<Outcome>;
}

/** Delivers what was promised. One process at a time may have it open on a clinic. */
export interface Outbox {
  /** Looks at all that waits: to be called when an address has appeared. Throws ClinicError `store-unavailable`. */
  wake(): Promise<void>;
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** What the outbox asks of the desk. */
interface Desk {
  onCommitted(listener: (conversation: string, rows: Log) => void): () => void;
  notDelivered(conversation: string, of: number, seq: number, why: EntryOf<'delivery-failed'>['why']): Promise<void>;
}

export interface OutboxParts {
  readonly store: Pick<Store, 'errands' | 'moveErrand'>;
  readonly clinic: Desk;
  /** The clinic's id. */
  readonly id: string;
  readonly couriers: Readonly<Record<Errand['kind'], Courier>>;
  readonly now: () => Date;
  /** Calls back after so many milliseconds, unless it is disposed of: `setTimeout`. */
  readonly later: (act: () => void, milliseconds: number) => Disposable;
  /** Told of failures of our own, and of cards that stay as they were. It is not told what a patient wrote. */
  readonly report: (failure: unknown) => void;
}

/** The longest wait between two tries, in seconds: whatever a courier says, its errand keeps a date that can be read again. */
const longestWait = 3600;

/** How often a posted card is brought up to date in vain, about two hours, before it is left as it is. */
const patience = 15;

/**
 * Opens the outbox and takes up what waits. It is woken by each commit and by the next time an errand is due, and does nothing in between.
 * What has been shown before is updated, and may be tried again; what has not is posted, in the order of the log, and never twice:
 * a post that was cut short, or whose outcome is not known, is written into the log for the nurse.
 */
export async function openOutbox({ store, clinic, id, couriers, now, later, report }: OutboxParts): Promise<Outbox> {
  const lanes = makeLanes({ work: deliverDue, now, later, report });

  /** Delivers what is due. Returns when to come back, in milliseconds since 1970; `Infinity` if only a wake can change anything. */
  async function deliverDue(lane: Lane): Promise<number> {
    const waiting = (await store.errands(id, lane.conversation)).filter(({ kind }) => kind === lane.kind);
    let next = Infinity;
    let held = false;
    // An update waits for the posts: the next question matters more than the buttons of the last. No post waits for an update.
    for (const errand of [...waiting.filter(isPost), ...waiting.filter((one) => !isPost(one))]) {
      // What has been promised since may come before the rest.
      if (lanes.isOvertaken(lane)) return Infinity;
      if (isPost(errand) && held) continue;
      const due = Date.parse(errand.due);
      const again = due > now().getTime() ? due : await attempt(errand);
      if (again === undefined) continue;
      next = Math.min(next, again);
      held ||= isPost(errand);
    }
    return next;
  }

  /** Returns when to try again; undefined if it is over. */
  async function attempt(errand: Errand): Promise<number | undefined> {
    // Found in the middle of it: a crash, or a store that failed, cut it short.
    if (errand.state === 'posting') return settle(errand, { ok: false, why: 'unknown' });
    if (!isPost(errand)) return settle(errand, await outcomeOf(errand));
    const posting: Errand = { ...errand, state: 'posting' };
    return (await store.moveErrand(errand, posting)) ? settle(posting, await outcomeOf(posting)) : undefined;
  }

  async function outcomeOf(errand: Errand): Promise<Outcome> {
    try {
      return await couriers[errand.kind].deliver(errand);
    } catch (failure) {
      report(failure);
      return { ok: false, why: 'unknown' };
    }
  }

  async function settle(errand: Errand, outcome: Outcome): Promise<number | undefined> {
    if (outcome.ok) {
      await store.moveErrand(errand, { ...errand, state: 'delivered', posted: outcome.posted ?? errand.posted });
      return undefined;
    }
    switch (outcome.why) {
      case 'nobody':
        await store.moveErrand(errand, { ...errand, state: 'waiting' });
        return Infinity;
      case 'wait': return retryIn(outcome.seconds, errand);
      case 'unknown': return isPost(errand) || errand.tries >= patience ? fail(errand, 'unknown') : retryIn(Math.min(5 * 2 ** errand.tries, 900), errand);
      case 'refused': return fail(errand, 'refused');
      default: return outcome satisfies never;
    }
  }

  async function retryIn(seconds: number, errand: Errand): Promise<number> {
    // Somebody who says "at once" has no time either, and who says no number has said nothing.
    const wait = Number.isNaN(seconds) ? longestWait : Math.min(Math.max(seconds, 1), longestWait);
    const due = new Date(now().getTime() + wait * 1000);
    await store.moveErrand(errand, { ...errand, state: 'waiting', tries: errand.tries + 1, due: due.toISOString() });
    return due.getTime();
  }

  /** Told before it is over, so that after a crash in between it is told again and not forgotten. */
  async function fail(errand: Errand, why: 'unknown' | 'refused'): Promise<undefined> {
    // A reply she has read needs no nurse, even if its buttons stay.
    if (errand.kind === 'reply' && !isPost(errand)) report(new Error(`A reply that was shown stays as it was: ${why}.`));
    else await clinic.notDelivered(errand.conversation, errand.of, errand.seq, why);
    await store.moveErrand(errand, { ...errand, state: why, tries: errand.tries + 1 });
  }

  async function wake(): Promise<void> {
    for (const errand of await store.errands(id)) lanes.wake(errand);
  }

  const unlisten = clinic.onCommitted((conversation) => {
    lanes.wake({ conversation, kind: 'reply' });
    lanes.wake({ conversation, kind: 'card' });
  });
  await wake();
  return {
    wake,
    stop() {
      unlisten();
      return lanes.stop();
    },
  };
}

function isPost({ posted }: Errand): boolean {
  return posted === null;
}
