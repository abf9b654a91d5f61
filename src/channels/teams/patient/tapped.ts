import type { Log, Tap } from '../../../conversation/log.ts';
import type { Words } from '../../../words.ts';
import type { CardData } from '../card/data.ts';
import { alertOf, isAlert } from '../card/reply.ts';

/** What a tap stands for: the words the log keeps, and the options, if it was on options. */
export interface Tapped {
  readonly text: string;
  readonly tapped?: Tap;
}

type OnAnswer = Exclude<CardData, { do: 'new' | 'say' }>;

/** The name under which a button that can answer nothing any more is told apart: no question has it, and no option. */
const earlier: Tap = { question: 'earlier card', options: ['earlier'] };

/**
 * What was tapped, in the words that stood on the button; without words for a card sent with nothing filled in. A card outlives its
 * question and its conversation: then it can answer nothing, and its words are put so that they can not be taken for an answer either.
 * @param log the conversation that the chat holds now
 */
export function tappedIn(data: OnAnswer, conversation: string, log: Log, words: Words): Tapped {
  const written = data.do === 'date' || data.do === 'month' ? dateText(data, words) : undefined;
  const options = data.do === 'tap' ? [data.option] : data.do === 'choose' ? (data.chosen ?? '').split(',').filter((id) => id !== '') : [];
  if (data.in !== conversation) return unreadable(words);
  const text = written ?? labels(data.question, options, log, words);
  if (!isLive(data, log)) return isAlert(data.question) || text === '' ? unreadable(words) : { text: words.t('teams:earlier.label', { label: text }), tapped: earlier };
  return written === undefined && options.length > 0 ? { text, tapped: { question: data.question, options } } : { text };
}

/** A tap that says nothing we could keep. */
export function unreadable(words: Words): Tapped {
  return { text: words.t('teams:earlier.other'), tapped: earlier };
}

/** Whether what was tapped is what the patient is asked now: the open question, an answer of the check page, or the newest alert. */
function isLive(data: OnAnswer, log: Log): boolean {
  if (isAlert(data.question)) {
    const newest = log.findLast(({ entry }) => entry.type === 'replied' && entry.reply.type === 'alert' && entry.reply.options.length > 0);
    return newest !== undefined && alertOf(newest.seq) === data.question;
  }
  const last = log.findLast(({ entry }) => entry.type === 'replied')?.entry;
  if (last?.type !== 'replied') return false;
  return last.place.question === data.question || (last.place.type === 'check' && data.do === 'tap' && data.option === 'change');
}

/** A date chosen on a card is as good as written. */
function dateText(data: OnAnswer & { do: 'date' | 'month' }, { language }: Words): string {
  const { date, style } = data.do === 'date' ? { date: data.date, style: { dateStyle: 'long' } as const } : { date: firstOf(data), style: { month: 'long', year: 'numeric' } as const };
  return date === undefined ? '' : new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(new Date(date));
}

function firstOf({ year, month }: OnAnswer & { do: 'month' }): string | undefined {
  return year === undefined || month === undefined ? undefined : `${year}-${month}-01`;
}

/** The words on the buttons as they were last shown, in the order in which they stood; what was never shown keeps its id. */
function labels(question: string, options: readonly string[], log: Log, words: Words): string {
  const shown = log.findLast(({ seq, entry }) => entry.type === 'replied' && shows(entry.reply, question, seq))?.entry;
  if (shown?.type !== 'replied') return options.join(', ');
  const { reply } = shown;
  const row = reply.type === 'check' ? reply.sections.flatMap(({ rows }) => rows).find((one) => one.question === question) : undefined;
  if (row) return words.t('teams:change.row', { short: row.short });
  const offered = 'options' in reply ? reply.options : [];
  const known = offered.filter(({ id }) => options.includes(id)).map(({ label }) => label);
  return [...known, ...options.filter((id) => !offered.some((one) => one.id === id))].join(', ');
}

function shows(reply: Extract<Log[number]['entry'], { type: 'replied' }>['reply'], question: string, seq: number): boolean {
  if (reply.type === 'check') return reply.question === question || reply.sections.some(({ rows }) => rows.some((row) => row.question === question));
  return reply.type === 'alert' ? alertOf(seq) === question : reply.type === 'ask' && reply.question === question;
}
