import { voiceOf, type Content } from '../conversation/content.ts';
import type { Entry, Log, Staff } from '../conversation/log.ts';
import { byUrgency, type Standing } from '../conversation/status.ts';
import { farewell } from '../conversation/turn.ts';
import { summarise, type Summary } from '../handoff/summary.ts';
import { summaryText } from '../handoff/text.ts';
import type { AuditRecord, Case, Store } from '../store/store.ts';

export interface CaseFile {
  readonly case: Case;
  readonly summary: Summary;
  /** The summary as plain text, to paste into a record. */
  readonly text: string;
  readonly log: Log;
}

export type Done = { ok: true } | { ok: false; why: 'claimed'; by: string } | { ok: false; why: 'closed' } | { ok: false; why: 'not-found' };

/**
 * What a nurse can see and do. Each is audited. `tap` is the channel's own id of what asked for it, where it may be delivered again:
 * what was done under that id is not done again.
 */
export interface NurseActs {
  /** Open cases, emergencies first, then same-day, then the longest waiting. */
  queue(reader: Staff): Promise<Case[]>;
  /** One case with its summary and log, in the language the nurse reads; the clinic's first if left out. */
  caseFile(conversation: string, reader: Staff, language?: string): Promise<CaseFile | undefined>;
  nurseSays(conversation: string, staff: Staff, text: string): Promise<Done>;
  /** Of two nurses who claim at once, one gets it and the other is told who has it. Claiming again what is one's own is fine. */
  claim(conversation: string, staff: Staff, tap?: string): Promise<Done>;
  release(conversation: string, staff: Staff, tap?: string): Promise<Done>;
  close(conversation: string, staff: Staff, tap?: string): Promise<Done>;
}

interface Desk {
  readonly store: Store;
  readonly content: Content;
  readonly now: () => Date;
  /** Writes what `decide` makes of the newest standing; nothing, if that is no entries, or if something was written under `message`. */
  readonly step: (conversation: string, decide: (standing: Standing) => readonly Entry[], message?: string) => Promise<{ repeated: boolean }>;
}

/** The nurse's side of the desk. What it writes goes through `step`, as all that is written does. */
export function nurseActs({ store, content, now, step }: Desk): NurseActs {
  const clinic = content.card.id;
  const audit = (staff: Staff, did: AuditRecord['did'], conversation?: string): Promise<void> =>
    store.audit({ at: now().toISOString(), clinic, who: staff.id, did, ...(conversation !== undefined && { conversation }) });

  async function act(conversation: string, staff: Staff, did: AuditRecord['did'], decide: (standing: Standing) => readonly Entry[], tap?: string): Promise<Done> {
    let done: Done = { ok: true };
    const { repeated } = await step(conversation, (standing) => {
      done = whether(staff, standing);
      return done.ok ? decide(standing) : [];
    }, tap === undefined ? undefined : `${did}:${tap}`);
    if (done.ok && !repeated) await audit(staff, did, conversation);
    return done;
  }

  return {
    async queue(reader) {
      await audit(reader, 'read-queue');
      const cases = await store.openCases(clinic);
      return cases.toSorted((a, b) => byUrgency(a.urgency, b.urgency) || a.handedOverAt.localeCompare(b.handedOverAt));
    },
    async caseFile(conversation, reader, language = content.card.languages[0] ?? '') {
      const found = await store.case(clinic, conversation);
      if (!found) return undefined;
      await audit(reader, 'read-case', conversation);
      const log = await store.read(clinic, conversation);
      const voice = voiceOf(content, language);
      const summary = summarise({ conversation, log, content, voice, today: now().toISOString().slice(0, 10) });
      return { case: found, summary, text: summaryText(summary, voice), log };
    },
    nurseSays: (conversation, staff, text) => act(conversation, staff, 'wrote', () => [{ type: 'nurse-said', staff, text }]),
    claim: (conversation, staff, tap) => act(conversation, staff, 'claimed', ({ claimedBy }) => (claimedBy ? [] : [{ type: 'claimed', staff }]), tap),
    release: (conversation, staff, tap) => act(conversation, staff, 'released', ({ claimedBy }) => (claimedBy ? [{ type: 'released', staff }] : []), tap),
    close: (conversation, staff, tap) => act(conversation, staff, 'closed', (standing) => farewell(standing, { type: 'closed', staff }, content), tap),
  };
}

/** Whether a nurse may act on a case: it must be there, be open, and no colleague may have it. */
function whether(staff: Staff, { handedOver, closed, claimedBy }: Standing): Done {
  if (!handedOver) return { ok: false, why: 'not-found' };
  if (closed) return { ok: false, why: 'closed' };
  return claimedBy && claimedBy.id !== staff.id ? { ok: false, why: 'claimed', by: claimedBy.name } : { ok: true };
}
