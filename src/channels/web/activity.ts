import { voiceOf, type Content } from '../../conversation/content.ts';
import type { EntryOf, Row } from '../../conversation/log.ts';
import type { Choice } from '../../conversation/reply.ts';
import { plainText } from '../plain-text.ts';
import type { Ticket } from './token.ts';
import type { CardAction, WireActivity } from './wire.ts';

/** The id of the activity a row becomes: Direct Line's own form, the conversation and a number of fixed width. */
export function activityId(conversation: string, seq: number): string {
  return `${conversation}|${String(seq).padStart(7, '0')}`;
}

/**
 * The Direct Line activity of one row of the log, from that row and nothing else; undefined for a row no patient sees.
 * The text stands for itself in a client that draws no buttons: question, then numbered options.
 */
export function activityFrom({ conversation, user }: Ticket, { seq, at, entry }: Row, content: Content): WireActivity | undefined {
  const activity = {
    type: 'message',
    id: activityId(conversation, seq),
    timestamp: at,
    channelId: 'directline',
    conversation: { id: conversation },
    // Left out, a client reads text as Markdown and makes links of it.
    textFormat: 'plain',
  } as const;
  const order = { 'webchat:sequence-id': seq };

  switch (entry.type) {
    case 'said':
      return {
        ...activity,
        from: { id: user, role: 'user' },
        text: entry.text,
        ...(entry.tapped && { value: entry.tapped }),
        // A client that does not get its own id back reports "Send failed" after 20 seconds.
        channelData: { ...order, clientActivityID: entry.message },
      };
    case 'replied':
      return { ...activity, from: { id: 'clinic', name: content.card.name, role: 'bot' }, ...shown(entry, content), channelData: { ...order, intake: { ...entry.place, reply: entry.reply } } };
    case 'nurse-said':
      return { ...activity, from: { id: 'nurse', name: entry.staff.name, role: 'bot' }, text: entry.text, inputHint: 'acceptingInput', channelData: order };
    case 'opened':
    case 'answered':
    case 'retracted':
    case 'flagged':
    case 'acknowledged':
    case 'asked-faq':
    case 'language-changed':
    case 'stopped':
    case 'handed-over':
    case 'claimed':
    case 'released':
    case 'noted':
    case 'closed':
    case 'failed':
    case 'delivery-failed': return undefined;
    default: return entry satisfies never;
  }
}

function shown({ reply, place: { language } }: EntryOf<'replied'>, content: Content): Pick<WireActivity, 'text' | 'inputHint' | 'suggestedActions'> {
  const text = plainText(reply, voiceOf(content, language).t('several'));
  if (reply.type === 'tell' || reply.type === 'quote') return { text, inputHint: 'acceptingInput' };
  return { text, inputHint: 'expectingInput', ...(reply.options.length > 0 && { suggestedActions: { actions: reply.options.map(action), to: [] } }) };
}

function action({ label }: Choice): CardAction {
  return { type: 'imBack', title: label, value: label };
}
