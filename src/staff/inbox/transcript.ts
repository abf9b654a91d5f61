import type { Content } from '../../conversation/content.ts';
import type { EntryOf, Log, Row } from '../../conversation/log.ts';
import type { Reply } from '../../conversation/reply.ts';
import { drawnIn } from '../../conversation/wording.ts';
import { languageOf } from '../../understanding/spoken-language.ts';
import type { TranscriptLine } from './wire.ts';

/**
 * The conversation in order: what the bot said in the language the nurse reads, or as it was shown where that can not be said again;
 * every word of the patient and of the nurses as it was written.
 */
export function transcriptOf(log: Log, language: string, content: Content): TranscriptLine[] {
  const drawn = drawnIn(language, log, content);
  const languages = languagesOf(log, drawn, [...content.voices.keys()]);
  return drawn.flatMap((row) => lineOf(row, drawn, languages.get(row.seq) ?? language) ?? []);
}

/** What a row's words are in, by the row's number: the patient's as far as they can be told apart, and else what the conversation was held in. */
function languagesOf(log: Log, drawn: Log, spoken: readonly string[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let held = '';
  for (const [index, { seq, entry }] of log.entries()) {
    if (entry.type === 'opened' || entry.type === 'language-changed') held = entry.language;
    if (entry.type === 'said') found.set(seq, (entry.tapped ? undefined : languageOf(entry.text, spoken)) ?? held);
    if (entry.type === 'replied') found.set(seq, spokenIn(entry, drawn[index]));
  }
  return found;
}

function spokenIn({ line, reply, place }: EntryOf<'replied'>, again: Row | undefined): string {
  if ('in' in line && line.in !== undefined) return line.in;
  return again?.entry.type === 'replied' && again.entry.reply !== reply ? again.entry.place.language : place.language;
}

/** What kind of thing did not arrive, told by the row that promised it. */
function lost({ of, why }: EntryOf<'delivery-failed'>, log: Log): { event: `reply-${typeof why}`; lost: string } | { event: `card-${typeof why}` } {
  const entry = log.find(({ seq }) => seq === of)?.entry;
  if (entry?.type === 'replied') return { event: `reply-${why}`, lost: textOf(entry.reply) };
  return entry?.type === 'nurse-said' ? { event: `reply-${why}`, lost: entry.text } : { event: `card-${why}` };
}

function lineOf({ seq, at, entry }: Row, log: Log, language: string): TranscriptLine | undefined {
  switch (entry.type) {
    case 'said':
      return { seq, at, by: 'patient', text: entry.text, language };
    case 'replied':
      return { seq, at, by: 'bot', text: textOf(entry.reply), language };
    case 'nurse-said':
      return { seq, at, by: 'nurse', name: entry.staff.name, text: entry.text };
    case 'noted':
      return { seq, at, by: 'note', name: entry.staff.name, text: entry.text };
    case 'claimed':
    case 'released':
    case 'closed':
      return { seq, at, by: 'event', event: entry.type, name: entry.staff.name };
    case 'handed-over':
    case 'stopped':
    case 'failed':
      return { seq, at, by: 'event', event: entry.type };
    case 'delivery-failed':
      return { seq, at, by: 'event', ...lost(entry, log) };
    case 'opened':
    case 'answered':
    case 'retracted':
    case 'flagged':
    case 'acknowledged':
    case 'asked-faq':
    case 'language-changed':
      return undefined;
    default:
      return entry satisfies never;
  }
}

function textOf(reply: Reply): string {
  switch (reply.type) {
    case 'tell':
    case 'ask':
    case 'alert':
    case 'check':
      return reply.text;
    case 'quote':
      return `${reply.text}\n(${reply.source})`;
    default:
      return reply satisfies never;
  }
}
