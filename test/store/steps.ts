import type { Entry, Row } from '../../src/conversation/log.ts';
import type { Case, Step, Store } from '../../src/store/store.ts';

export const clinic = 'lakeside';

/** A time of the evening everything here happens in. */
export function at(minute: number, second = '00'): string {
  return `2026-11-22T21:${String(minute).padStart(2, '0')}:${second}Z`;
}

export function said(text: string, message = 'm-0'): Entry {
  return { type: 'said', text, message };
}

/** A step of `entries` into a conversation of an invented clinic, with what differs from a plain one. */
export function step(conversation: string, after: number, entries: readonly Entry[], differs: Partial<Step> = {}): Step {
  const rows = entries.map((entry, i): Row => ({ seq: after + 1 + i, at: at(0), entry }));
  return { clinic, conversation, after, rows, pulse: { status: 'open', urgency: 'routine' }, ...differs };
}

export function caseOf(conversation: string, differs: Partial<Case> = {}): Case {
  return { clinic, conversation, channel: 'web', urgency: 'same-day', label: 'Ada Invented', handedOverAt: at(5), claimedBy: null, closedAt: null, ...differs };
}

/** What was said in a conversation, in order. */
export async function wordsOf(store: Store, conversation: string, of = clinic): Promise<string[]> {
  const log = await store.read(of, conversation);
  return log.flatMap(({ entry }) => (entry.type === 'said' ? [entry.text] : []));
}

/** Appends `text`, reading again where another writer was faster. Returns how often this one was too late. */
export async function insistOn(store: Store, conversation: string, text: string): Promise<number> {
  for (let late = 0; ; late += 1) {
    const after = (await store.read(clinic, conversation)).length;
    const { ok } = await store.append(step(conversation, after, [said(text)]));
    if (ok) return late;
  }
}

const staff = { id: 'n-1', name: 'Nurse Invented' };
const place = { question: 'relief', type: 'yes-no-unsure', progress: { at: 3, of: 40 }, status: 'open', language: 'en' } as const;

/** One entry of every kind; the compiler asks for the next one. */
export const oneOfEach: readonly Entry[] = Object.values({
  opened: { type: 'opened', clinic, user: 'u-1', channel: 'web', language: 'en' },
  said: { type: 'said', text: 'It’s "both" legs \\ 🦵\n--; drop table entries', tapped: { question: 'legs', options: ['both'] }, message: 'm-1' },
  replied: {
    type: 'replied',
    line: { say: 'tell', key: 'noted', with: { name: 'Ada', times: 2 } },
    reply: { type: 'tell', text: 'Noted.' },
    place,
  },
  'nurse-said': { type: 'nurse-said', staff, text: 'I will call you at 8.' },
  answered: { type: 'answered', question: 'walk', value: { feet: [300, 600] }, of: 'f1', words: 'a block', how: 'read', by: 'carer', asked: 'How far?' },
  retracted: { type: 'retracted', questions: ['walk'], because: 'change' },
  flagged: { type: 'flagged', flag: 'ces_bladder', level: 'emergency', because: 'New trouble passing urine', by: 'phrase', certain: true, quote: 'I cannot pee' },
  acknowledged: { type: 'acknowledged' },
  'asked-faq': { type: 'asked-faq', topic: null, answered: false, words: 'Is there parking?' },
  'language-changed': { type: 'language-changed', language: 'es' },
  stopped: { type: 'stopped', question: 'consent' },
  'handed-over': { type: 'handed-over', urgency: 'same-day', reason: 'person' },
  claimed: { type: 'claimed', staff },
  released: { type: 'released', staff },
  noted: { type: 'noted', staff, text: 'Left a message.' },
  closed: { type: 'closed', staff },
  failed: { type: 'failed', code: 'page-invalid' },
  'delivery-failed': { type: 'delivery-failed', of: 3, why: 'unknown' },
} satisfies { [T in Entry['type']]: Extract<Entry, { type: T }> });
