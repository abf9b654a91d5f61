import type { Adapter, CardAnswer, Member, Posted } from '../../../src/channels/teams/adapter.ts';
import type { Card } from '../../../src/channels/teams/card/shape.ts';
import { Incoming } from '../../../src/channels/teams/incoming.ts';
import { Outgoing } from '../../../src/channels/teams/outgoing.ts';
import type { NursesSide } from '../../../src/channels/teams/serve.ts';
import { promisesIn } from '../../../src/clinic/promises.ts';
import type { Content } from '../../../src/conversation/content.ts';
import type { Voice } from '../../../src/conversation/voice.ts';
import { openOutbox } from '../../../src/outbox.ts';
import { nursesSide } from '../../../src/staff/teams/nurses.ts';
import { quiet } from '../../outbox/building.ts';
import { aClock, type Clock } from '../../support/clock.ts';
import { contentWith } from '../../support/content.ts';
import { anInbox, type Inbox } from '../inbox/inbox.ts';

/** A message in a channel, as its members see it now, and whatever stood there before. */
export interface Message {
  readonly place: string;
  readonly id: string;
  readonly versions: Outgoing[];
}

/** Somebody in Teams; the id and the address of those who also have an account in the inbox come from there. */
export const ana: Member = { id: '29:ana', name: 'Ana Invented', entra: '00000000-0000-4000-8000-00000000000a', email: 'Ana.Invented@example.org', guest: false };
export const ben: Member = { id: '29:ben', name: 'Ben Invented', entra: '00000000-0000-4000-8000-00000000000b', email: 'ben@example.org', guest: false };
export const guest: Member = { id: '29:eve', name: 'Eve Invented', entra: '00000000-0000-4000-8000-00000000000e', email: 'eve@example.net', guest: true };

export const triage = '19:triage@thread.tacv2';
export const other = '19:other@thread.tacv2';

/** The nurses' room: a team of Teams, the inbox, and the clinic of the real parts behind both. */
export interface Room {
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly failures: unknown[];
  readonly messages: Message[];
  /** How the next posts and updates go, in the place of being shown. */
  readonly trouble: Posted[];
  readonly side: NursesSide;
  /** Mentions us with these words in a channel, or wherever `more` says. */
  write(who: Member, text: string, more?: object): Promise<void>;
  /** Taps a button of a card. */
  tap(who: Member, verb: string, data: unknown, more?: object): Promise<CardAnswer>;
  /** Taps the same button on a device that sends it as a message. */
  submit(who: Member, value: object, more?: object): Promise<void>;
  /** The app was added to a team. */
  meet(who: Member, more?: object): Promise<void>;
  leave(): Promise<void>;
}

/** @param second words under their keys in a second language of the clinic's; it says everything else as the first one does */
export async function aRoom({ owners = [ana.entra ?? ''], showNames = false, second = {} }: { owners?: string[]; showNames?: boolean; second?: Readonly<Record<string, string>> } = {}): Promise<Room> {
  const first = contentWith();
  const others = [...first.voices.values()].map((voice): [string, Voice] => ['xx', { ...voice, language: 'xx', t: (key, parameters) => second[key] ?? voice.t(key, parameters) }]);
  const content: Content = { ...first, voices: new Map([...first.voices, ...others]) };
  const inbox = await anInbox((happening) => promisesIn(happening, { patients: false, nurses: true }));
  const clock = aClock();
  const failures: unknown[] = [];
  const messages: Message[] = [];
  const trouble: Posted[] = [];
  const members = [ana, ben, guest];
  const adapter: Pick<Adapter, 'post' | 'update' | 'member'> = {
    async post({ conversation }, activity) {
      const refused = trouble.shift();
      if (refused) return refused;
      const id = `posted-${messages.length + 1}`;
      messages.push({ place: conversation, id, versions: [Outgoing.parse(activity)] });
      return { ok: true, id };
    },
    async update({ conversation }, id, activity) {
      const refused = trouble.shift();
      if (refused) return refused;
      const message = messages.find((one) => one.place === conversation && one.id === id);
      if (!message) return { ok: false, why: 'refused', status: 404 };
      message.versions.push(Outgoing.parse(activity));
      return { ok: true, id };
    },
    member: async (_at, user) => members.find(({ id, entra }) => id === user || entra === user),
  };
  const report = (failure: unknown): void => void failures.push(failure);
  const side = nursesSide({
    adapter,
    clinic: inbox.clinic,
    store: inbox.store,
    content,
    publicUrl: 'https://intake.example.org',
    showNames,
    owners,
    nurseWith: inbox.accounts.nurseWith,
    wake: () => outbox.wake(),
    now: clock.now,
    report,
  });
  const couriers = { reply: side.courier, card: side.courier };
  const outbox = await openOutbox({ store: inbox.store, clinic: inbox.clinic, id: content.card.id, couriers, now: clock.now, later: clock.later, report });

  let sent = 0;
  const incoming = (who: Member, more: object): Incoming =>
    Incoming.parse({
      id: `activity-${++sent}`,
      serviceUrl: 'https://smba.trafficmanager.net/amer/',
      channelId: 'msteams',
      from: { id: who.id, name: who.name, aadObjectId: who.entra },
      recipient: { id: '28:lean-forward', name: 'Lean Forward' },
      conversation: { id: `${triage};messageid=1`, conversationType: 'channel', tenantId: 'invented' },
      ...more,
    });
  return {
    inbox,
    clock,
    failures,
    messages,
    trouble,
    side,
    async write(who, text, more = {}) {
      await side.handlers.message(incoming(who, { type: 'message', text: `<at>Lean Forward</at>&nbsp;${text}\n`, ...more }));
      await quiet();
    },
    async tap(who, verb, data, more = {}) {
      const answer = await side.handlers.action(incoming(who, { type: 'invoke', name: 'adaptiveCard/action', ...more }), verb, data);
      await quiet();
      return answer;
    },
    async submit(who, value, more = {}) {
      await side.handlers.message(incoming(who, { type: 'message', value, ...more }));
      await quiet();
    },
    meet: (who, more = {}) => side.handlers.met(incoming(who, { type: 'installationUpdate', action: 'add', ...more })),
    async leave() {
      await outbox.stop();
      await inbox.server.close();
    },
  };
}

/** A card as it is answered to whoever tapped. */
export function cardIn(answer: CardAnswer): Card {
  if ('message' in answer) throw new Error(`There is no card, but a sentence: ${answer.message}`);
  return answer.card;
}

/** The texts in a channel, the newest version of each. */
export function textsIn({ messages }: Room, place: string): string[] {
  return messages.filter((one) => one.place.startsWith(place)).flatMap(({ versions }) => versions.at(-1)?.text ?? []);
}

/** The cards in a channel. */
export function cardsIn({ messages }: Room, place = triage): Message[] {
  return messages.filter((one) => one.place === place && one.versions[0]?.attachments !== undefined);
}
