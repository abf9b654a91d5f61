import { Address, addressOf } from '../../channels/teams/address.ts';
import type { Incoming } from '../../channels/teams/incoming.ts';
import type { Store } from '../../store/store.ts';

/** The key of the nurses' channel among the clinic's addresses. */
const nurses = 'nurses';

/** An owner can choose no channel at all. */
const Kept = Address.nullable();

export interface Channel {
  /** The channel that cases are posted in, if one was chosen. */
  chosen(): Promise<Address | undefined>;
  /** Cases are posted where this activity came from. */
  choose(activity: Incoming): Promise<void>;
  /** Cases are posted nowhere. */
  leave(): Promise<void>;
  /** Whether an activity came from the chosen channel. If it did, the service it came through is the one to post through from now on. */
  heardFrom(activity: Incoming): Promise<boolean>;
}

/** Keeps which channel of Teams is the nurses'. */
export function nursesChannel(store: Pick<Store, 'address' | 'keepAddress'>, clinic: string, now: () => Date): Channel {
  const keep = (address: Address | null): Promise<void> => store.keepAddress({ clinic, key: nurses, address: JSON.stringify(address), conversation: null, at: now().toISOString() });

  async function chosen(): Promise<Address | undefined> {
    const kept = await store.address(clinic, nurses);
    return kept ? (Kept.parse(JSON.parse(kept.address)) ?? undefined) : undefined;
  }

  return {
    chosen,
    choose: (activity) => keep(channelOf(activity)),
    leave: () => keep(null),
    async heardFrom(activity) {
      const [here, there] = [channelOf(activity), await chosen()];
      if (here.conversation !== there?.conversation) return false;
      if (here.serviceUrl !== there.serviceUrl) await keep(here);
      return true;
    },
  };
}

/** The channel an activity came from. A thread's id is the channel's and the message it began with; a post to the channel begins a thread. */
function channelOf(activity: Incoming): Address {
  const address = addressOf(activity);
  return { ...address, conversation: address.conversation.replace(/;.*$/, '') };
}

/** Whether an activity came from a channel of a team, where members come and go by the team's own list. */
export function isOfChannel({ conversation }: Incoming): boolean {
  return conversation.conversationType === 'channel';
}
