import { raisedBy, type Raised } from '../dialog/flags.ts';
import type { Value } from '../dialog/value.ts';
import { walk, type Walk } from '../dialog/walk.ts';
import type { Content } from './content.ts';
import type { Entry, EntryOf, Log, Staff, Urgency } from './log.ts';
import type { Line, Reply, Status } from './reply.ts';

/** Where a conversation stands: all that is computed from its log, and nothing that is stored. */
export interface Standing {
  /** The last `seq` of the log this rests on; 0 for none. */
  readonly seq: number;
  readonly status: Status;
  readonly opened: EntryOf<'opened'> | null;
  readonly language: string;
  /** The latest answer to each question that has not been taken back. */
  readonly held: ReadonlyMap<string, EntryOf<'answered'>>;
  readonly flagged: readonly EntryOf<'flagged'>[];
  /** The highest that any flag has raised. It never falls again. */
  readonly urgency: Urgency;
  /** The alerts of safety.yaml the patient has been shown. */
  readonly alerted: readonly string[];
  /** The question the patient last read, as it was shown. */
  readonly asked: Extract<Reply, { type: 'ask' | 'check' }> | null;
  /** The replies whose options can still be chosen, by their `seq`: the question last asked, and an alert until it is acknowledged. */
  readonly tappable: { readonly question: number | null; readonly alert: number | null };
  readonly handedOver: EntryOf<'handed-over'> | null;
  /** The patient has written, and been told that it is passed on, since the handover. */
  readonly passedOn: boolean;
  readonly claimedBy: Staff | null;
  readonly closed: boolean;
  /** What the last answer may have meant, if the patient was just asked to confirm it. */
  readonly guesses: readonly Value[];
  /** What was named in passing of lists that are still to be asked, and the words. No answer yet: it need not be all there is. */
  readonly mentioned: ReadonlyMap<string, { readonly value: readonly string[]; readonly words: string }>;
  /** The languages the patient was offered to go on in. */
  readonly offered: readonly string[];
  /** Messages in a row that were not understood. */
  readonly misses: number;
  readonly walk: Walk;
}

const ranks: Readonly<Record<Urgency, number>> = { routine: 0, 'same-day': 1, emergency: 2 };

/** The more urgent of two. */
export function moreUrgent(one: Urgency, other: Urgency): Urgency {
  return ranks[one] >= ranks[other] ? one : other;
}

/** Less than zero if the first is the more urgent: for sorting a queue. */
export function byUrgency(one: Urgency, other: Urgency): number {
  return ranks[other] - ranks[one];
}

/** How a conversation stands after everything in its log. */
export function standingOf(log: Log, content: Content): Standing {
  return standingAfter(unopened(content), log.map(({ entry }) => entry), content);
}

/** A conversation of which nothing is known yet. */
export function unopened(content: Content): Standing {
  return {
    seq: 0,
    status: 'open',
    opened: null,
    language: content.card.languages[0] ?? 'en',
    held: new Map(),
    flagged: [],
    urgency: 'routine',
    alerted: [],
    asked: null,
    tappable: { question: null, alert: null },
    handedOver: null,
    passedOn: false,
    claimedBy: null,
    closed: false,
    guesses: [],
    mentioned: new Map(),
    offered: [],
    misses: 0,
    walk: walk(content.dialog, content.chart, new Map()),
  };
}

/** The same as reading the whole log again, sooner: takes up a standing where it was and adds what happened since. */
export function standingAfter(before: Standing, entries: readonly Entry[], content: Content): Standing {
  const after = entries.reduce((standing, entry, index) => heed(standing, entry, before.seq + 1 + index), before);
  const seq = before.seq + entries.length;
  return after.held === before.held ? { ...after, seq } : { ...after, seq, walk: walk(content.dialog, content.chart, after.held, before.walk) };
}

/** The flags that the answers on the path raise, in the order of the path. */
export function raisedOn({ path }: Walk): Raised[] {
  return path.flatMap(({ item, after }) => raisedBy(item, after.context.answers));
}

/** Whether somebody answers for the patient. */
export function isCarer({ walk: { answers } }: { readonly walk: Pick<Walk, 'answers'> }): boolean {
  return answers['respondent'] === 'other';
}

function heed(standing: Standing, entry: Entry, seq: number): Standing {
  switch (entry.type) {
    case 'opened': return { ...standing, opened: entry, language: entry.language };
    case 'answered': return { ...asksNothing(standing), misses: 0, held: new Map(standing.held).set(entry.question, entry), mentioned: without(standing.mentioned, [entry.question]) };
    case 'retracted': return { ...asksNothing(standing), ...reopened(standing), misses: 0, held: without(standing.held, entry.questions), mentioned: entry.because === 'start-again' ? new Map() : without(standing.mentioned, entry.questions) };
    case 'flagged': return { ...standing, flagged: [...standing.flagged, entry], urgency: raisedTo(standing.urgency, entry) };
    case 'acknowledged': return { ...standing, tappable: { ...standing.tappable, alert: null } };
    case 'language-changed': return { ...standing, language: entry.language };
    case 'stopped': return { ...asksNothing(standing), status: 'stopped' };
    case 'handed-over': return { ...asksNothing(standing), handedOver: entry, closed: false, claimedBy: standing.closed ? null : standing.claimedBy, passedOn: false, urgency: moreUrgent(standing.urgency, entry.urgency), status: entry.urgency === 'emergency' ? 'emergency' : 'handed-over' };
    case 'claimed': return { ...standing, claimedBy: entry.staff };
    case 'released': return { ...standing, claimedBy: null };
    case 'closed': return { ...standing, closed: true, status: 'closed', alerted: [], tappable: { question: null, alert: null } };
    case 'replied': return replied(standing, entry, seq);
    case 'said': return { ...standing, guesses: [] };
    case 'nurse-said':
    case 'asked-faq':
    case 'noted':
    case 'failed':
    case 'delivery-failed': return standing;
    default: return entry satisfies never;
  }
}

function replied(standing: Standing, { line, reply }: EntryOf<'replied'>, seq: number): Standing {
  if (reply.type === 'ask' || reply.type === 'check') return { ...standing, asked: reply, tappable: { ...standing.tappable, question: seq } };
  if (line.say === 'alert') return alerted(standing, line.alert, reply, seq);
  if (line.say === 'perhaps') return { ...standing, guesses: line.guesses, misses: standing.misses + 1 };
  if (line.say === 'mentioned') return { ...standing, mentioned: withMentioned(standing.mentioned, line.lists) };
  if (line.say !== 'tell') return standing;
  if (line.key === 'language.offer' && line.in !== undefined) return { ...standing, offered: [...standing.offered, line.in] };
  if (line.key.startsWith('retry.')) return { ...standing, misses: standing.misses + 1 };
  return line.key.startsWith('passed-on.') ? { ...standing, passedOn: true } : standing;
}

/** What is mentioned again adds to what was mentioned before. */
function withMentioned(before: Standing['mentioned'], lists: Extract<Line, { say: 'mentioned' }>['lists']): Standing['mentioned'] {
  return lists.reduce((all, { question, value, quote }) => {
    const known = all.get(question);
    const words = known && known.words !== quote ? `${known.words} … ${quote}` : quote;
    return new Map(all).set(question, { value: [...new Set([...(known?.value ?? []), ...value])], words });
  }, before);
}

function alerted(standing: Standing, alert: string, reply: Reply, seq: number): Standing {
  const tappable = reply.type === 'alert' && reply.options.length > 0 ? { ...standing.tappable, alert: seq } : standing.tappable;
  return { ...standing, alerted: [...standing.alerted, alert], tappable };
}

function asksNothing(standing: Standing): Standing {
  return { ...standing, tappable: { ...standing.tappable, question: null } };
}

function reopened({ status }: Standing): Partial<Standing> {
  return status === 'stopped' ? { status: 'open' } : {};
}

function raisedTo(urgency: Urgency, { level }: EntryOf<'flagged'>): Urgency {
  return level === 'note' ? urgency : moreUrgent(urgency, level);
}

function without<V>(held: ReadonlyMap<string, V>, questions: readonly string[]): Map<string, V> {
  return new Map([...held].filter(([question]) => !questions.includes(question)));
}
