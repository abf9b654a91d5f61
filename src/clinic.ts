import type { Log, Staff } from './conversation/log.ts';
import type { Message } from './conversation/message.ts';
import type { Summary } from './handoff/summary.ts';
import type { Case } from './store/store.ts';

/** Who starts a conversation, and how. `user` is the channel's own id of the person. */
export interface Opening {
  readonly user: string;
  readonly channel: 'web' | 'teams' | 'terminal';
  readonly language: string;
}

export interface CaseFile {
  readonly case: Case;
  readonly summary: Summary;
  readonly log: Log;
}

type Claimed = { ok: true } | { ok: false; why: 'claimed'; by: string } | { ok: false; why: 'closed' } | { ok: false; why: 'not-found' };

/** The desk: everything that happens in a conversation happens here, and is written before anyone sees it. */
export interface Clinic {
  /** Opens the conversation and greets. Called again for the same conversation, it changes nothing. Returns the whole log. */
  open(conversation: string, opening: Opening): Promise<Log>;
  /**
   * Takes one turn. Returns the `seq` of the patient's message in the log; for a message that arrives twice, the first one's.
   * Throws `not-found` for a conversation that was never opened.
   */
  receive(conversation: string, message: Message): Promise<{ seq: number }>;
  /** The log, or what came after `after`. Empty if there is no such conversation. */
  log(conversation: string, after?: number): Promise<Log>;

  /** Open cases, emergencies first, then same-day, then the longest waiting. Writes an audit line. */
  queue(reader: Staff): Promise<Case[]>;
  /** One case with its summary and log. Writes an audit line. */
  caseFile(conversation: string, reader: Staff): Promise<CaseFile | undefined>;
  nurseSays(conversation: string, staff: Staff, text: string): Promise<Claimed>;
  claim(conversation: string, staff: Staff): Promise<Claimed>;
  release(conversation: string, staff: Staff): Promise<Claimed>;
  close(conversation: string, staff: Staff): Promise<Claimed>;

  /** Called after each commit with the rows just written. Returns a function that ends it. */
  onCommitted(listener: (conversation: string, rows: Log) => void): () => void;
}
