import { LRUCache } from 'lru-cache';
import { nurseActs, type NurseActs } from './clinic/nurse.ts';
import type { Happening } from './clinic/promises.ts';
import type { Content } from './conversation/content.ts';
import type { Entry, EntryOf, Log, Row } from './conversation/log.ts';
import type { Message } from './conversation/message.ts';
import { standingAfter, standingOf, type Standing } from './conversation/status.ts';
import { apologise, greet, handOverSilent, reconsider, takeTurn } from './conversation/turn.ts';
import { ClinicError } from './errors.ts';
import type { Case, Promised, Step, Store } from './store/store.ts';

/** Who starts a conversation, and how. `user` is the channel's own id of the person. */
export type Opening = Pick<EntryOf<'opened'>, 'user' | 'channel' | 'language'>;

export type { Done } from './clinic/nurse.ts';

/** The desk: everything that happens in a conversation happens here, and is written before anyone sees it. */
export interface Clinic extends NurseActs {
  /** Opens the conversation and greets. Called again for the same conversation, it changes nothing. Returns the whole log. */
  open(conversation: string, opening: Opening): Promise<Log>;
  /**
   * Takes one turn. Returns the `seq` of the patient's message in the log; for a message that arrives twice, the first one's.
   * Throws ClinicError `not-found` for a conversation that was never opened.
   */
  receive(conversation: string, message: Message): Promise<{ seq: number }>;
  /** The log, or what came after `after`. Empty if there is no such conversation. */
  log(conversation: string, after?: number): Promise<Log>;
  /** Writes down that what row `of` promised, with all that was known at `seq`, did not arrive or may not have. Once for the two numbers. */
  notDelivered(conversation: string, of: number, seq: number, why: EntryOf<'delivery-failed'>['why']): Promise<void>;
  /** Puts open conversations under a red flag in which the patient has fallen silent before a nurse. */
  handOverSilent(): Promise<void>;
  /**
   * Leads every conversation that is not over through the pages as they are now: at start, as the pages can only have changed then.
   * One that can not be read is reported, and keeps no other from being reconsidered.
   */
  reconsider(): Promise<void>;
  /** Called after each commit with the rows just written. Returns a function that ends it. */
  onCommitted(listener: (conversation: string, rows: Log) => void): () => void;
}

export interface ClinicParts {
  readonly store: Store;
  readonly content: Content;
  readonly now: () => Date;
  /** Told of failures of our own. It must not be told what a patient wrote, and it is not. */
  readonly report: (failure: unknown) => void;
  /** What a step promises to somebody outside; left out where there is nobody. Pure. */
  readonly promises?: (happening: Happening) => readonly Promised[];
}

/** The first `seq` of a step; `repeated` if it was taken before, under the same message id. */
type Taken = { readonly seq: number; readonly repeated: boolean };

type Decide = (standing: Standing) => readonly Entry[];

/** How many conversations are kept at hand, so that a turn need not read a long log again. */
const atHand = 2000;

/** How often a step is taken again when another writer was first. */
const attempts = 8;

/** Opens the desk over a store. It is the only writer of the log. */
export function makeClinic({ store, content, now, report, promises }: ClinicParts): Clinic {
  const clinic = content.card.id;
  const known = new LRUCache<string, Standing>({ max: atHand });
  const underWay = new Map<string, Promise<void>>();
  const listeners = new Set<(conversation: string, rows: Log) => void>();

  async function current(conversation: string): Promise<Standing> {
    return known.get(conversation) ?? standingOf(await store.read(clinic, conversation), content);
  }

  /** Takes one step of a conversation after the other, in the order in which they were asked for. */
  function step(conversation: string, decide: Decide, message?: string): Promise<Taken> {
    const mine = (underWay.get(conversation) ?? Promise.resolve()).then(() => take(conversation, decide, message));
    const settled = mine.then(() => undefined, () => undefined);
    underWay.set(conversation, settled);
    void settled.then(() => underWay.get(conversation) === settled && underWay.delete(conversation));
    return mine;
  }

  /** A step on the newest standing, taken again if another process came between. `decide` gives no entries to leave things as they are. */
  async function take(conversation: string, decide: Decide, message?: string): Promise<Taken> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = await current(conversation);
      const { seq } = before;
      const entries = decide(before);
      if (entries.length === 0) return { seq, repeated: false };
      const after = standingAfter(before, entries, content);
      const at = now().toISOString();
      const rows = entries.map((entry, index): Row => ({ seq: seq + 1 + index, at, entry }));
      const changed = await caseAfter(conversation, rows, after);
      const errands = promises?.({ conversation, rows, before, after });
      const taken: Step = { clinic, conversation, after: seq, rows, pulse: { status: after.status, urgency: after.urgency }, ...(message !== undefined && { message }), ...(changed && { case: changed }), ...(errands && { errands }) };
      const written = await store.append(taken);
      if (written.ok) {
        known.set(conversation, after);
        announce(conversation, rows);
        return { seq: seq + 1, repeated: false };
      }
      known.delete(conversation);
      if (written.why === 'repeated') return { seq: written.seq, repeated: true };
    }
    throw new ClinicError('log-moved-on', 'The conversation kept changing while this was being written.');
  }

  async function caseAfter(conversation: string, rows: readonly Row[], after: Standing): Promise<Case | undefined> {
    const changes = rows.filter(({ entry: { type } }) => type === 'handed-over' || type === 'claimed' || type === 'released' || type === 'closed');
    const last = changes.at(-1);
    if (!last || !after.opened) return undefined;
    const handedOver = changes.find(({ entry }) => entry.type === 'handed-over');
    const name = after.held.get('full_name')?.value;
    return {
      clinic,
      conversation,
      channel: after.opened.channel,
      urgency: after.urgency,
      label: typeof name === 'string' ? name : '',
      handedOverAt: handedOver?.at ?? (await store.case(clinic, conversation))?.handedOverAt ?? last.at,
      claimedBy: after.claimedBy,
      closedAt: after.closed ? last.at : null,
    };
  }

  function announce(conversation: string, rows: Log): void {
    for (const listener of listeners) {
      try {
        listener(conversation, rows);
      } catch (failure) {
        report(failure);
      }
    }
  }

  /** A turn that fails is still written down, answered, and put before a nurse. */
  function turn(standing: Standing, message: Message): Entry[] {
    if (!standing.opened) throw new ClinicError('not-found', 'There is no such conversation.');
    try {
      return takeTurn(standing, message, content);
    } catch (failure) {
      report(failure);
      return apologise(standing, message, content);
    }
  }

  return {
    async open(conversation, opening) {
      await step(conversation, (standing) => (standing.opened ? [] : greet({ type: 'opened', clinic, ...opening }, content)));
      return store.read(clinic, conversation);
    },
    async receive(conversation, message) {
      const { seq } = await step(conversation, (standing) => turn(standing, message), message.id);
      return { seq };
    },
    log: (conversation, after) => store.read(clinic, conversation, after),
    async notDelivered(conversation, of, seq, why) {
      // Told as a message is, so that it is written once however often it is told.
      await step(conversation, ({ opened }) => (opened ? [{ type: 'delivery-failed', of, why }] : []), `not-delivered:${of}:${seq}`);
    },
    async handOverSilent() {
      const before = new Date(now().getTime() - content.card.silenceBeforeHandover * 60_000).toISOString();
      for (const conversation of await store.silent(clinic, before)) {
        await step(conversation, (standing) => (standing.status === 'open' && standing.urgency !== 'routine' ? handOverSilent(standing, content) : []));
      }
    },
    async reconsider() {
      for (const conversation of await store.ongoing(clinic)) {
        await step(conversation, (standing) => reconsider(standing, content)).catch(report);
      }
    },
    ...nurseActs({ store, content, now, step }),
    onCommitted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
