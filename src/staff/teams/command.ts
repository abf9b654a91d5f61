import type { Adapter } from '../../channels/teams/adapter.ts';
import { addressOf } from '../../channels/teams/address.ts';
import type { Incoming } from '../../channels/teams/incoming.ts';
import { asWritten } from '../../channels/teams/patient/written.ts';
import type { Words } from '../../words.ts';
import { isOfChannel, type Channel } from './channel.ts';

const commands = ['here', 'stop', 'help'] as const;
type Command = (typeof commands)[number];

export interface CommandParts {
  readonly channel: Channel;
  readonly member: Adapter['member'];
  /** Who may choose the channel: their object ids in Entra. */
  readonly owners: readonly string[];
  /** Every language a command may be written in. */
  readonly voices: readonly Words[];
  /** The clinic's first one, in which it is answered. */
  readonly words: Words;
  readonly publicUrl: string;
  /** What waited for a channel can be posted. */
  readonly wake: () => Promise<void>;
}

/** Does what was written after our name in a channel, and returns the sentence to answer. Only owners choose the channel; anyone is helped. */
export function channelCommands({ channel, member, owners, voices, words, publicUrl, wake }: CommandParts): (activity: Incoming) => Promise<string> {
  const known = new Set(owners.map((owner) => owner.toLowerCase()));
  const say = (key: string, values = {}): string => words.t(`teams-staff:channel.${key}`, { inbox: new URL('/staff', publicUrl).href, ...values });

  async function isOwner(activity: Incoming): Promise<boolean> {
    const { id, aadObjectId } = activity.from;
    const entra = aadObjectId ?? (await member(addressOf(activity), id))?.entra;
    return entra !== undefined && known.has(entra.toLowerCase());
  }

  /** Names those of the owners whom this team knows. */
  async function notYou(activity: Incoming): Promise<string> {
    const found = await Promise.all(owners.map((owner) => member(addressOf(activity), owner)));
    const names = found.flatMap((one) => (one && one.name !== '' ? [one.name] : []));
    return names.length === 0 ? say('not-owner') : say('not-owner-but', { owners: new Intl.ListFormat(words.language, { type: 'disjunction' }).format(names) });
  }

  return async (activity) => {
    const command = commandIn(activity.text ?? '', voices);
    if (command === undefined || command === 'help') return say('help', { here: words.t('teams-staff:command.here.say'), stop: words.t('teams-staff:command.stop.say') });
    if (!isOfChannel(activity)) return say('channels-only');
    if (!(await isOwner(activity))) return notYou(activity);
    const isHere = await channel.heardFrom(activity);
    if (command === 'stop') {
      if (isHere) await channel.leave();
      return say(isHere ? 'stopped' : 'not-here');
    }
    if (!isHere) await channel.choose(activity);
    await wake();
    return say(isHere ? 'already' : 'chosen');
  };
}

function commandIn(text: string, voices: readonly Words[]): Command | undefined {
  const said = plain(asWritten(text));
  return commands.find((command) => voices.some((words) => plain(words.t(`teams-staff:command.${command}.say`)) === said));
}

function plain(text: string): string {
  return text.toLocaleLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
