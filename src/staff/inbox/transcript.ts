import type { EntryOf, Log, Row } from '../../conversation/log.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { TranscriptLine } from './wire.ts';

/** The conversation as it was read and written, in order: every word of the patient, the bot and the nurses. */
export function transcriptOf(log: Log): TranscriptLine[] {
  return log.flatMap((row) => lineOf(row, log) ?? []);
}

/** What kind of thing did not arrive, told by the row that promised it. */
function lost({ of, why }: EntryOf<'delivery-failed'>, log: Log): { event: `reply-${typeof why}`; lost: string } | { event: `card-${typeof why}` } {
  const entry = log.find(({ seq }) => seq === of)?.entry;
  if (entry?.type === 'replied') return { event: `reply-${why}`, lost: textOf(entry.reply) };
  return entry?.type === 'nurse-said' ? { event: `reply-${why}`, lost: entry.text } : { event: `card-${why}` };
}

function lineOf({ seq, at, entry }: Row, log: Log): TranscriptLine | undefined {
  switch (entry.type) {
    case 'said':
      return { seq, at, by: 'patient', text: entry.text };
    case 'replied':
      return { seq, at, by: 'bot', text: textOf(entry.reply) };
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
