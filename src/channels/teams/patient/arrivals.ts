import { z } from 'zod';
import type { Clinic } from '../../../clinic.ts';
import { voiceOf, type Content } from '../../../conversation/content.ts';
import { fingerprintOf } from '../../../dialog/fingerprint.ts';
import type { Log } from '../../../conversation/log.ts';
import { longestAnywhere, type Message } from '../../../conversation/message.ts';
import { ClinicError } from '../../../errors.ts';
import type { Store } from '../../../store/store.ts';
import type { Handlers } from '../adapter.ts';
import { Address, addressOf } from '../address.ts';
import { CardData } from '../card/data.ts';
import type { Incoming } from '../incoming.ts';
import { tappedIn, unreadable } from './tapped.ts';
import { asWritten } from './written.ts';

export interface ArrivalParts {
  readonly clinic: Pick<Clinic, 'open' | 'receive' | 'log'>;
  readonly store: Pick<Store, 'address' | 'keepAddress'>;
  readonly content: Content;
  readonly now: () => Date;
  readonly fresh: () => string;
}

/** Where a patient's chat is reached, and the activity that began the conversation it holds now. */
export const Chat = Address.extend({ begunBy: z.string() });

/** The key of a chat among the addresses; of a conversation that was held in it before the present one, a key of its own. */
export function chatKey(chat: string, earlier?: string): string {
  return earlier === undefined ? `teams:${chat}` : `teams:${chat}|${earlier}`;
}

/**
 * What happens in a personal chat becomes turns of an intake. A chat holds one conversation at a time, and another one only once that is
 * closed. Nothing is posted from here, and an activity that arrives again changes nothing.
 */
export function arrivals({ clinic, store, content, now, fresh }: ArrivalParts): Pick<Handlers, 'message' | 'met'> {
  const { id, languages } = content.card;

  /** The conversation the chat holds, and the activity that began it. Brings the chat's address up to date. */
  async function held(activity: Incoming): Promise<{ conversation: string; begunBy: string }> {
    const key = chatKey(activity.conversation.id);
    const known = await store.address(id, key);
    const conversation = known?.conversation ?? fresh();
    const begunBy = known ? Chat.parse(JSON.parse(known.address)).begunBy : activity.id;
    const address = JSON.stringify({ ...addressOf(activity), begunBy });
    if (known?.address !== address) await store.keepAddress({ clinic: id, key, address, conversation, at: now().toISOString() });
    return { conversation, begunBy };
  }

  async function open(conversation: string, { from, locale }: Incoming): Promise<Log> {
    const [wanted] = (locale ?? '').toLowerCase().split('-');
    const language = languages.find((spoken) => spoken === wanted) ?? languages[0] ?? 'en';
    return clinic.open(conversation, { user: from.aadObjectId ?? from.id, channel: 'teams', language });
  }

  async function receive(conversation: string, message: Message, activity: Incoming): Promise<void> {
    try {
      await clinic.receive(conversation, message);
    } catch (failure) {
      if (!(failure instanceof ClinicError) || failure.code !== 'not-found') throw failure;
      await open(conversation, activity);
      await clinic.receive(conversation, message);
    }
  }

  /** Begins another conversation in the chat if the one it holds is closed. Returns whether there is nothing more to do. */
  async function beginsAnew({ conversation, begunBy }: { conversation: string; begunBy: string }, activity: Incoming): Promise<boolean> {
    const log = await clinic.log(conversation);
    // Delivered again: this very activity began the conversation that is held now.
    if (begunBy === activity.id && log.length > 0) return true;
    if (!isClosed(log)) return false;
    const next = fresh();
    const [chat, place, at] = [activity.conversation.id, addressOf(activity), now().toISOString()];
    // Before the chat's own address moves on: what was promised to the earlier conversation can still be under way.
    await store.keepAddress({ clinic: id, key: chatKey(chat, conversation), address: JSON.stringify({ ...place, begunBy }), conversation, at });
    await store.keepAddress({ clinic: id, key: chatKey(chat), address: JSON.stringify({ ...place, begunBy: activity.id }), conversation: next, at });
    await open(next, activity);
    return true;
  }

  return {
    async met(activity) {
      const bot = activity.recipient.id;
      const added = activity.type === 'installationUpdate' ? activity.action?.startsWith('add') === true : activity.membersAdded?.some((member) => member.id === bot) === true;
      if (added) await open((await held(activity)).conversation, activity);
    },
    async message(activity) {
      const chat = await held(activity);
      const { conversation } = chat;
      const data = CardData.safeParse(activity.value).data;
      const text = asWritten(activity.text ?? '').slice(0, longestAnywhere).toWellFormed();
      const at = now().toISOString();
      if (activity.type === 'messageUpdate') {
        // The id is that of the message as it was first; each change of its words is one message more.
        if (text !== '') await receive(conversation, { id: `${activity.id}|${fingerprintOf(text)}`, at, text, edited: true }, activity);
        return;
      }
      const isTap = activity.value !== undefined && activity.value !== null;
      if (data?.do === 'say' || (!data && (text !== '' || !isTap))) {
        const words = data?.words ?? text;
        if (asksAnew(words) && (await beginsAnew(chat, activity))) return;
        await receive(conversation, { id: activity.id, at, text: words }, activity);
        return;
      }
      if (data?.do === 'new' && (await beginsAnew(chat, activity))) return;
      const log = await clinic.log(conversation);
      const words = voiceOf(content, languageIn(log));
      const tap = data && data.do !== 'new' ? tappedIn(data, conversation, log, words) : unreadable(words);
      await receive(conversation, { id: activity.id, at, ...tap }, activity);
    },
  };

  function asksAnew(words: string): boolean {
    const said = bare(words);
    return [...content.voices.values()].some((voice) => [voice.t('teams:new.say'), voice.t('teams:new.button')].some((phrase) => bare(phrase) === said));
  }
}

function bare(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The language in which the patient was last spoken to. */
export function languageIn(log: Log): string {
  const told = log.findLast(({ entry: { type } }) => type === 'opened' || type === 'language-changed')?.entry;
  return told?.type === 'opened' || told?.type === 'language-changed' ? told.language : '';
}

function isClosed(log: Log): boolean {
  const last = log.findLast(({ entry: { type } }) => type === 'replied')?.entry;
  return last?.type === 'replied' && last.place.status === 'closed';
}
