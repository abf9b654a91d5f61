import { LRUCache } from 'lru-cache';
import type { Adapter } from '../../channels/teams/adapter.ts';
import { addressOf } from '../../channels/teams/address.ts';
import type { Incoming } from '../../channels/teams/incoming.ts';
import type { NursesSide } from '../../channels/teams/serve.ts';
import type { Clinic } from '../../clinic.ts';
import { voiceOf } from '../../conversation/content.ts';
import type { Store } from '../../store/store.ts';
import { caseActs } from './acts.ts';
import type { People } from './actor.ts';
import { nursesChannel } from './channel.ts';
import { channelCommands, type CommandParts } from './command.ts';
import { cardCourier } from './courier.ts';
import { drawing, type DrawParts } from './draw.ts';
import { takeUpRefused } from './take-up.ts';

export interface NursesParts extends DrawParts, Pick<CommandParts, 'owners' | 'wake'> {
  readonly clinic: Pick<Clinic, 'log' | 'claim' | 'release' | 'close'>;
  readonly store: Pick<Store, 'case' | 'address' | 'keepAddress' | 'refusedCards' | 'moveErrand'>;
  readonly adapter: Pick<Adapter, 'post' | 'update' | 'member'>;
  readonly nurseWith: People['nurseWith'];
  /** Told of failures of our own. */
  readonly report: (failure: unknown) => void;
}

/** How many messages are remembered, so that one that Teams brings again is not answered again. */
const remembered = 1000;

/** The nurses' side of Teams: the card of each case, what they do with it, and the channel it is posted in. */
export function nursesSide({ adapter, nurseWith, owners, wake, report, ...parts }: NursesParts): NursesSide {
  const { clinic, store, content, now, publicUrl } = parts;
  const words = voiceOf(content, content.card.languages[0] ?? '');
  const channel = nursesChannel(store, content.card.id, now);
  const draw = drawing(parts);
  const member: Adapter['member'] = (at, user) => adapter.member(at, user);
  const acts = caseActs({ clinic, channel, people: { member, nurseWith }, draw, words });
  const chosenAnew = async (): Promise<void> => {
    await takeUpRefused(store, content.card.id, now());
    await wake();
  };
  const commanded = channelCommands({ channel, member, owners, voices: [...content.voices.values()], words, publicUrl, wake: chosenAnew });
  const answered = new LRUCache<string, true>({ max: remembered });

  /** Of no conversation, so nothing promises it; and whoever misses it asks again. */
  async function answer(activity: Incoming, text: string): Promise<void> {
    const posted = await adapter.post(addressOf(activity), { type: 'message', summary: words.t('teams-app:name.short'), text, textFormat: 'plain', locale: words.language });
    if (!posted.ok) throw new Error(`An answer in the nurses' channel did not arrive: ${posted.why}.`);
  }

  return {
    courier: cardCourier({ adapter, channel, draw }),
    handlers: {
      action: (activity, verb, data) => acts.executed(activity, verb, data),
      async message(activity) {
        const key = `${activity.conversation.id} ${activity.id}`;
        if (answered.has(key)) return;
        const text = activity.value === undefined || activity.value === null ? await commanded(activity) : await acts.submitted(activity);
        answered.set(key, true);
        // Not waited for: Teams brings a message again that is not taken in time.
        if (text !== undefined) void answer(activity, text).catch(report);
      },
      async met(activity) {
        await channel.heardFrom(activity);
      },
    },
  };
}
