import type { ChannelName, Log, Row, Urgency } from '../conversation/log.ts';
import type { Status } from '../conversation/reply.ts';

/** A case as the queue shows it; everything else about it is in the log. */
export interface Case {
  readonly clinic: string;
  readonly conversation: string;
  readonly channel: ChannelName;
  readonly urgency: Urgency;
  /** One line for the queue, for example the name given; empty if none was. */
  readonly label: string;
  /** ISO times in UTC. */
  readonly handedOverAt: string;
  readonly claimedBy: { readonly id: string; readonly name: string } | null;
  readonly closedAt: string | null;
}

/** Where a conversation stands for the one who looks for silent ones. */
export interface Pulse {
  readonly status: Status;
  /** The highest urgency a red flag has raised so far. */
  readonly urgency: Urgency;
}

/** What an entry promises to somebody outside once it is committed: that it will be shown there, and kept up to date. */
export interface Promised {
  /** Names what is shown, once in a conversation. Promised again, it is brought up to date, and never shown a second time. */
  readonly key: string;
  /** `reply`: one row of the log, in the patient's own chat. `card`: the case, in the nurses' channel. */
  readonly kind: 'reply' | 'card';
  /** The `seq` of the row that is shown; of a case, the row that first promised its card. */
  readonly of: number;
  /** The newest `seq` that what is shown must know of. */
  readonly seq: number;
}

/** A promise, and how far it has got. */
export interface Errand extends Promised {
  readonly clinic: string;
  readonly conversation: string;
  /**
   * `posting`: being shown for the first time, and unknown if that is ever found to have been cut short ·
   * `unknown`: perhaps shown · `refused`: surely not shown.
   */
  readonly state: 'waiting' | 'posting' | 'delivered' | 'unknown' | 'refused';
  /** Attempts so far that did not end it. */
  readonly tries: number;
  /** Not to be tried before, an ISO time in UTC. */
  readonly due: string;
  /** The channel's own id of what it shows; null as long as nothing is known to be shown. */
  readonly posted: string | null;
}

/** Where a channel can be written to. */
export interface Address {
  readonly clinic: string;
  /** The channel's own id of the place, or a name the clinic gives it, as `nurses`. */
  readonly key: string;
  /** What the channel needs to write there, as JSON text. */
  readonly address: string;
  /** The conversation held there at present, with which it is erased; null for a place that is nobody's own. */
  readonly conversation: string | null;
  /** When it was last heard from, an ISO time in UTC. */
  readonly at: string;
}

/** One step of one conversation: appended whole or not at all. */
export interface Step {
  readonly clinic: string;
  readonly conversation: string;
  /** The last `seq` the writer has read; 0 for a new conversation. */
  readonly after: number;
  /** Their `seq` runs on from `after`. */
  readonly rows: readonly Row[];
  readonly pulse: Pulse;
  /** The channel's own id of the message that caused the step. */
  readonly message?: string;
  /** The case as it is after this step; left out where the step does not change it. */
  readonly case?: Case;
  /** What these rows promise. */
  readonly errands?: readonly Promised[];
}

export interface AuditRecord {
  readonly at: string;
  readonly clinic: string;
  readonly who: string;
  readonly did: 'read-queue' | 'read-case' | 'claimed' | 'released' | 'closed' | 'wrote' | 'forgot' | 'signed-in';
  readonly conversation?: string;
}

/**
 * Keeps logs, and the few views computed from them. Knows SQL, knows no rules. Both stores pass test/store/contract.ts.
 * Any method throws ClinicError `store-unavailable` when the database cannot be reached.
 */
export interface Store {
  /** The whole log in order of `seq`, or only what came after `after`. Empty if the clinic has no such conversation. */
  read(clinic: string, conversation: string, after?: number): Promise<Log>;
  /**
   * Appends one step. `moved-on`: the log is no longer at `after`, nothing was written. `repeated`: a message of this id is
   * already in the log at `seq`, nothing was written.
   */
  append(step: Step): Promise<{ ok: true } | { ok: false; why: 'moved-on' } | { ok: false; why: 'repeated'; seq: number }>;
  /** The clinic's open cases, in no particular order. */
  openCases(clinic: string): Promise<Case[]>;
  /** One case, open or closed. */
  case(clinic: string, conversation: string): Promise<Case | undefined>;
  /** Open conversations under a flag (urgency above routine) in which nothing has happened since `before`, an ISO time. */
  silent(clinic: string, before: string): Promise<string[]>;
  /** Conversations that are not over: neither stopped nor closed, with a nurse or not. */
  ongoing(clinic: string): Promise<string[]>;
  /**
   * The errands that are not over, waiting or posting, of the clinic or of one conversation: by conversation, then in the order of
   * the rows they show.
   */
  errands(clinic: string, conversation?: string): Promise<Errand[]>;
  /** The clinic's cards that ended as refused and were never shown, of cases that are open. */
  refusedCards(clinic: string): Promise<Errand[]>;
  /**
   * Sets how far an errand has got, if its state is still that of `before`. One that is shown, and was promised anew in the
   * meantime, waits again whatever `now` says. Returns whether it was set.
   */
  moveErrand(before: Errand, now: Pick<Errand, 'state' | 'tries' | 'due' | 'posted'>): Promise<boolean>;
  /** Keeps an address, in place of the one under the same key. */
  keepAddress(address: Address): Promise<void>;
  /** The address under a key. */
  address(clinic: string, key: string): Promise<Address | undefined>;
  /** Where a conversation is held: of several addresses, the one heard from last. */
  addressOf(clinic: string, conversation: string): Promise<Address | undefined>;
  /** Erases a conversation: log, message ids, case, errands, addresses, and every trace but the audit's. */
  forget(clinic: string, conversation: string): Promise<void>;
  /** Writes down who looked at or did what. */
  audit(record: AuditRecord): Promise<void>;
  close(): Promise<void>;
}
