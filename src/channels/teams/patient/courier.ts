import type { Clinic } from '../../../clinic.ts';
import { answerText } from '../../../conversation/answer.ts';
import { voiceOf, type Content } from '../../../conversation/content.ts';
import type { Log, Row } from '../../../conversation/log.ts';
import type { Reply } from '../../../conversation/reply.ts';
import { standingOf } from '../../../conversation/status.ts';
import { spoken, type Voice } from '../../../conversation/voice.ts';
import type { Courier, Outcome } from '../../../outbox.ts';
import type { Store } from '../../../store/store.ts';
import type { Adapter, Posted } from '../adapter.ts';
import type { Address } from '../address.ts';
import { nurseCard, replyCard, type Look } from '../card/reply.ts';
import { cardMessage, type Outgoing } from '../outgoing.ts';
import { Chat, chatKey, languageIn } from './arrivals.ts';

export interface CourierParts {
  readonly clinic: Pick<Clinic, 'log'>;
  readonly store: Pick<Store, 'address' | 'addressOf'>;
  readonly content: Content;
  readonly adapter: Pick<Adapter, 'post' | 'update'>;
}

/** Seconds after which a post is tried again that never left, for example because Microsoft's sign-in could not be reached. */
const laterOn = 30;

/** Carries replies to a patient's chat in Teams: each row of the log a message of its own, drawn again when it can no longer be tapped. */
export function replyCourier({ clinic, store, content, adapter }: CourierParts): Courier {
  const { id } = content.card;

  /** Where a conversation is held. An earlier one's address stands still, so the chat's own is asked for the service of today. */
  async function placeOf(conversation: string): Promise<Address | undefined> {
    const kept = await store.addressOf(id, conversation);
    if (!kept) return undefined;
    const known = Chat.parse(JSON.parse(kept.address));
    const newest = await store.address(id, chatKey(known.conversation));
    const { begunBy: _, ...address } = newest ? Chat.parse(JSON.parse(newest.address)) : known;
    return address;
  }

  return {
    async deliver({ conversation, of, posted }) {
      const address = await placeOf(conversation);
      if (!address) return { ok: false, why: 'nobody' };
      const log = await clinic.log(conversation);
      const shown = log.find(({ seq }) => seq === of);
      const activity = shown && activityFor(shown, log, conversation, content);
      if (!activity) return { ok: true, posted: null };
      return outcomeOf(await (posted === null ? adapter.post(address, activity) : adapter.update(address, posted, activity)));
    },
  };
}

/** What the outbox makes of how a post went. */
export function outcomeOf(posted: Posted): Outcome {
  if (posted.ok) return { ok: true, posted: posted.id };
  switch (posted.why) {
    case 'wait': return { ok: false, why: 'wait', seconds: posted.seconds };
    case 'not-sent': return { ok: false, why: 'wait', seconds: laterOn };
    case 'refused': return { ok: false, why: 'refused' };
    case 'unknown': return { ok: false, why: 'unknown' };
    default: return posted satisfies never;
  }
}

/**
 * The message of one row of the log, as it is to be shown after everything else in the log; undefined for a row no patient sees. A
 * notification says that there is something to read, and nothing of what it is.
 */
export function activityFor({ seq, entry }: Row, log: Log, conversation: string, content: Content): Outgoing | undefined {
  const words = voiceOf(content, entry.type === 'replied' ? entry.place.language : languageIn(log.filter((row) => row.seq <= seq)));
  const look: Look = { words, clinic: words.card };
  if (entry.type === 'nurse-said') return cardMessage(nurseCard(entry.staff.name, entry.text, look), words.t('teams:summary.nurse'));
  if (entry.type !== 'replied') return undefined;
  const { reply, place } = entry;
  const { tappable } = standingOf(log, content);
  const live = tappable.question === seq || tappable.alert === seq;
  const card = replyCard({ conversation, reply, place, seq, live, answer: live ? null : answerTo(reply, seq, log, content, words) }, look);
  return cardMessage(card, words.t(reply.type === 'alert' ? 'teams:summary.alert' : 'teams:summary.message'));
}

/** What was answered to a reply, before it was asked again or anything else was. */
function answerTo(reply: Reply, seq: number, log: Log, content: Content, voice: Voice): string | null {
  const later = log.filter((row) => row.seq > seq);
  if (reply.type === 'alert') return later.some(({ entry }) => entry.type === 'acknowledged') ? (reply.options[0]?.label ?? null) : null;
  if (reply.type !== 'ask' && reply.type !== 'check') return null;
  const again = later.findIndex(({ entry }) => entry.type === 'replied' && (entry.reply.type === 'ask' || entry.reply.type === 'check'));
  const between = again < 0 ? later : later.slice(0, again);
  const given = between.find(({ entry }) => entry.type === 'answered' && entry.question === reply.question)?.entry;
  if (given?.type !== 'answered') return null;
  const item = content.dialog.byId.get(reply.question);
  return answerText(given.value, item && spoken(item, voice), voice);
}
