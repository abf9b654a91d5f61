import { z } from 'zod';
import type { CardAnswer } from '../../channels/teams/adapter.ts';
import type { Incoming } from '../../channels/teams/incoming.ts';
import type { Clinic, Done } from '../../clinic.ts';
import type { Words } from '../../words.ts';
import { actorOf, type People } from './actor.ts';
import { verbs, type Verb } from './card.ts';
import type { Channel } from './channel.ts';
import type { Draw } from './draw.ts';

/** What a button holds; it reaches us from outside, so it is read like anything else. */
const Data = z.object({ conversation: z.string().min(1).max(200) });
const Verbs = z.enum(verbs);
const Submitted = Data.extend({ verb: Verbs });

export interface ActParts {
  readonly clinic: Pick<Clinic, Verb>;
  readonly channel: Pick<Channel, 'heardFrom'>;
  readonly people: People;
  readonly draw: Draw;
  readonly words: Words;
}

export interface Acts {
  /** A button of a card was tapped: answered with the card as it is now, for the one who tapped. Everybody else sees it from the outbox. */
  executed(activity: Incoming, verb: string, data: unknown): Promise<CardAnswer>;
  /** The same button, where a device sends it as a message. Returns a sentence if what was tapped did not happen. */
  submitted(activity: Incoming): Promise<string | undefined>;
}

/** Whether whoever tapped may act on cases at all; and if what they tapped did not happen, the sentence that says why. */
interface Tapped {
  readonly mayAct: boolean;
  readonly refusal: string | undefined;
}

/** Claim, release and close from Teams: the same compare-and-swap at the desk as from the inbox, by the same person. */
export function caseActs({ clinic, channel, people, draw, words }: ActParts): Acts {
  const say = (key: string, values = {}): string => words.t(`teams-staff:act.${key}`, values);

  async function tap(activity: Incoming, verb: Verb, conversation: string): Promise<Tapped> {
    // Whoever may read the channel may act from it, and nobody from anywhere else.
    if (!(await channel.heardFrom(activity))) return { mayAct: false, refusal: say('elsewhere') };
    const actor = await actorOf(activity, people);
    if (!actor.ok) return { mayAct: false, refusal: say(actor.why) };
    // Teams brings a tap again that was not answered in time, perhaps after its case was released: by then it is an old wish.
    const once = `${activity.conversation.id}:${activity.id}`;
    return { mayAct: true, refusal: refusalOf(await clinic[verb](conversation, actor.staff, once)) };
  }

  function refusalOf(done: Done): string | undefined {
    if (done.ok) return undefined;
    switch (done.why) {
      case 'claimed': return say('claimed', { name: done.by });
      case 'closed': return say('closed');
      case 'not-found': return say('not-found');
      default: return done satisfies never;
    }
  }

  return {
    async executed(activity, verb, data) {
      const [does, which] = [Verbs.safeParse(verb), Data.safeParse(data)];
      if (!does.success || !which.success) return { message: say('unreadable') };
      const { conversation } = which.data;
      const { mayAct, refusal } = await tap(activity, does.data, conversation);
      const drawn = mayAct ? await draw(conversation, refusal) : undefined;
      return drawn ? { card: drawn.card } : { message: refusal ?? say('not-found') };
    },
    async submitted(activity) {
      const read = Submitted.safeParse(activity.value);
      return read.success ? (await tap(activity, read.data.verb, read.data.conversation)).refusal : say('unreadable');
    },
  };
}
