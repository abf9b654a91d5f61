import type { Urgency } from '../../conversation/log.ts';
import type { Summary } from '../../handoff/summary.ts';

export type { Urgency } from '../../conversation/log.ts';
export type { ItemResult, RuleResult } from '../../dialog/screening.ts';
export type { FlagLine } from '../../handoff/flag-lines.ts';
export type { AnswerLine, Summary } from '../../handoff/summary.ts';

/** What the inbox's server and its page say to each other, as JSON. All times are ISO times in UTC. */

/** In characters. A new password may be any words at all, if there are enough of them (NIST SP 800-63B). */
export const shortestPassword = 12;

/** The longest message a nurse can send at once, in characters. */
export const longestNurseMessage = 4000;

export interface Me {
  readonly id: string;
  readonly name: string;
}

/** What the page tells its script: all it says, in each language the clinic speaks, the clinic's first one first. */
export interface Bootstrap {
  readonly languages: readonly Spoken[];
  /** The clinic's, as IANA names it: a time is the same for whoever reads it, wherever their desk is. */
  readonly timeZone: string;
}

/** The inbox in one language. */
export interface Spoken {
  /** Its code, and its name in itself. */
  readonly language: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** The language as it is written in the clinic's country, for dates and numbers: `es-US`. */
  readonly locale: string;
  /** What the clinic is called. */
  readonly clinic: string;
  /** The words of staff.json by key, with `{{placeholders}}`. */
  readonly words: Readonly<Record<string, string>>;
}

export interface QueueRow {
  readonly conversation: string;
  readonly reference: string;
  readonly urgency: Urgency;
  /** What the queue calls the case, for example the name given; empty if none was. */
  readonly label: string;
  readonly handedOverAt: string;
  readonly claimedBy: { readonly id: string; readonly name: string } | null;
}

/** The open cases, most urgent first. `now` is the server's time, so that a wrong clock on a desk shows no wrong waiting time. */
export interface Queue {
  readonly now: string;
  readonly cases: readonly QueueRow[];
}

/** One line of a conversation as a nurse reads it back, the chat's own in her language; `name` is the nurse's. */
export type TranscriptLine = { readonly seq: number; readonly at: string } & (
  /** `language`: what the text is in. A patient's is as it was written; the chat's may be as it was shown, where it can not be said again. */
  | { readonly by: 'patient' | 'bot'; readonly text: string; readonly language: string }
  | { readonly by: 'nurse' | 'note'; readonly name: string; readonly text: string }
  | { readonly by: 'event'; readonly event: 'claimed' | 'released' | 'closed'; readonly name: string }
  | { readonly by: 'event'; readonly event: 'handed-over' | 'stopped' | 'failed' }
  /** `lost`: what the patient did not read, or may not have; the same words stand where they were said. */
  | { readonly by: 'event'; readonly event: 'reply-refused' | 'reply-unknown'; readonly lost: string }
  /** The card of the case in the nurses' channel. */
  | { readonly by: 'event'; readonly event: 'card-refused' | 'card-unknown' }
);

export interface CaseView {
  readonly row: QueueRow;
  readonly closedAt: string | null;
  readonly summary: Summary;
  /** The summary as plain text, for the clinic's own record. */
  readonly text: string;
  readonly transcript: readonly TranscriptLine[];
}

/** A link with which one colleague can set up one account. */
export interface Invitation {
  readonly link: string;
  readonly validUntil: string;
}

/** What every refusal looks like; the codes are those of errors.ts. */
export interface Refusal {
  readonly error: { readonly code: string; readonly message: string };
}
