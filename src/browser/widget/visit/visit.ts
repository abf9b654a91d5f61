import type { ActivityGroup, Choice, Intake, Reply, WireActivity, WireTap } from '../../../channels/web/wire.ts';

/** A message on its way. It is gone from here once it comes back from the clinic's log. */
export interface Outgoing {
  /** Made before it is sent, so that a second try is not a second message. */
  readonly id: string;
  readonly text: string;
  readonly tapped?: WireTap;
}

/** What the page holds of a conversation. */
export interface Visit {
  /** In the order of the log, each once. */
  readonly activities: readonly WireActivity[];
  readonly sending: readonly Outgoing[];
  /** What did not get through, until it is tried again. In the order it was written. */
  readonly unsent: readonly Outgoing[];
}

export type Happening =
  | { readonly type: 'received'; readonly group: ActivityGroup }
  | { readonly type: 'sending' | 'unsent' | 'dropped'; readonly message: Outgoing }
  | { readonly type: 'started-anew' };

export const newVisit: Visit = { activities: [], sending: [], unsent: [] };

/** The visit after one more thing has happened. */
export function after(visit: Visit, happening: Happening): Visit {
  switch (happening.type) {
    case 'received': return received(visit, happening.group);
    case 'sending': return isKnown(visit, happening.message) ? visit : { ...without(visit, happening.message), sending: [...visit.sending, happening.message] };
    case 'unsent':
      // The answer may be lost where the message was not: then it is in the log by now, and nothing failed.
      return isKnown(visit, happening.message) ? visit : { ...without(visit, happening.message), unsent: [...visit.unsent, happening.message] };
    case 'dropped': return without(visit, happening.message);
    case 'started-anew': return newVisit;
    default: return happening satisfies never;
  }
}

/** What is asked and waits: a question, the check page, or an alert to be confirmed. */
export interface Open {
  /** The activity that asked it. */
  readonly activity: string;
  /** What a tap names as its question. */
  readonly question: string;
  readonly reply: Extract<Reply, { type: 'ask' | 'check' | 'alert' }>;
  readonly options: readonly Choice[];
}

/** What waits for an answer; nothing while an answer is on its way. An alert waits until each of its buttons was tapped. */
export function openIn({ activities, sending }: Visit): Open | undefined {
  if (sending.length > 0) return undefined;
  const spoken = activities.flatMap(({ id, channelData: { intake } }) => (intake ? [{ id, ...intake }] : []));
  const last = spoken.at(-1);
  const asked = spoken.findLast(({ reply }) => reply.type === 'ask' || reply.type === 'check' || (reply.type === 'alert' && reply.options.length > 0));
  if (last === undefined || asked === undefined) return undefined;
  const { id, reply } = asked;
  switch (reply.type) {
    case 'ask':
    case 'check': return asked === last && last.status === 'open' ? { activity: id, question: reply.question, reply, options: reply.options } : undefined;
    case 'alert': {
      const question = `alert ${id.split('|').at(-1) ?? ''}`;
      const tapped = new Set(activities.flatMap(({ value }) => (value?.question === question ? value.options : [])));
      const options = reply.options.filter((option) => !tapped.has(option.id));
      return options.length > 0 ? { activity: id, question, reply, options } : undefined;
    }
    case 'tell':
    case 'quote': return undefined;
    default: return reply satisfies never;
  }
}

/** Where the conversation stands, by the last thing the clinic said. */
export function standingOf({ activities }: Visit): Intake | undefined {
  return activities.findLast(({ channelData }) => channelData.intake)?.channelData.intake;
}

function received(visit: Visit, group: ActivityGroup): Visit {
  if (group.activities.length === 0) return visit;
  // What comes again may have been drawn again, in another language.
  const byId = new Map([...visit.activities, ...group.activities].map((activity) => [activity.id, activity]));
  const activities = [...byId.values()].toSorted((a, b) => place(a) - place(b));
  const isLeft = (message: Outgoing): boolean => !isKnown({ ...visit, activities }, message);
  return { activities, sending: visit.sending.filter(isLeft), unsent: visit.unsent.filter(isLeft) };
}

function isKnown({ activities }: Visit, { id }: Outgoing): boolean {
  return activities.some(({ channelData }) => channelData.clientActivityID === id);
}

function without({ activities, sending, unsent }: Visit, { id }: Outgoing): Visit {
  return { activities, sending: sending.filter((one) => one.id !== id), unsent: unsent.filter((one) => one.id !== id) };
}

function place({ channelData }: WireActivity): number {
  return channelData['webchat:sequence-id'];
}
