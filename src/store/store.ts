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
  /** Erases a conversation: log, message ids, case, and every trace but the audit's. */
  forget(clinic: string, conversation: string): Promise<void>;
  /** Writes down who looked at or did what. */
  audit(record: AuditRecord): Promise<void>;
  close(): Promise<void>;
}
