import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { standingOf } from '../../src/conversation/status.ts';
import type { Entry, Log } from '../../src/conversation/log.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { aPerson, type Person } from '../channels/teams/person.ts';
import { buttonsOn, cardOn, choicesOn } from '../channels/teams/reading.ts';
import { standIn, type Shown, type StandIn } from '../channels/teams/stand-in.ts';
import { shipped } from '../support/content.ts';
import { aDataFolder, aProcess, type Process } from '../support/server.ts';
import { say, talk } from '../support/talk.ts';
import { aPhone } from '../support/wire.ts';
import { journeys, visit, type Journey, type Line, type Seen } from './journey.ts';

const all = journeys().map((journey) => [journey.title, journey] as const);
const clinic = shipped.card.id;

/** Options of every kind, a page to check, an emergency, and somebody who answers for another. */
const withMuchToTap = new Set(['typical-stenosis', 'daughter-for-her-father', 'changes-an-answer', 'cauda-equina-early']);

type Says = (person: Person, words: string, seen: Seen) => Promise<number>;

describe('in Teams', () => {
  const data = aDataFolder();
  let connector: StandIn;
  let server: Process;
  let store: Store;

  beforeAll(async () => {
    connector = await standIn();
    server = await aProcess(data.folder, { TEAMS_DEVELOPMENT: 'yes' });
    ({ store } = openSqlite(join(data.folder, 'clinic.db')));
  });
  afterAll(async () => {
    await store.close();
    await server.kill();
    await connector.stop();
    data.remove();
  });

  const shownIn = (chat: string): Shown[] => connector.shown.filter((one) => one.chat === chat);

  /** The log of a chat, once all its replies are shown. */
  async function arrived(chat: string): Promise<Log> {
    const conversation = (await store.address(clinic, `teams:${chat}`))?.conversation ?? '';
    const log = await store.read(clinic, conversation);
    const replies = log.filter(({ entry }) => entry.type === 'replied').length;
    await connector.until(() => shownIn(chat).length === replies);
    return log;
  }

  async function visitIn(chat: string, journey: Journey, says: Says): Promise<Log> {
    const person = aPerson(chat, { server: server.address, serviceUrl: connector.serviceUrl });
    expect(await person.meets()).toBe(200);
    let log = await arrived(chat);
    const line: Line = {
      seen: () => seenIn(log.map(({ entry }) => entry)),
      async say(words) {
        expect(await says(person, words, line.seen())).toBe(200);
        log = await arrived(chat);
      },
    };
    await visit(journey, line);
    return log;
  }

  /** At the end, only what can still be tapped has buttons that answer. */
  async function leavesNoStaleButtons(chat: string, log: Log): Promise<void> {
    const shown = shownIn(chat);
    const replies = log.flatMap(({ seq, entry }) => (entry.type === 'replied' ? [{ seq, entry }] : []));
    const { tappable } = standingOf(log, shipped);
    const expected = replies.flatMap(({ seq }, at) => (tappable.question === seq || tappable.alert === seq ? [shown[at]?.id ?? 'nothing'] : []));
    const live = (): string[] => shown.filter(({ versions }) => buttonsOn(cardOn(versions.at(-1))).some(({ data: { do: does } }) => does !== 'say' && does !== 'new')).map(({ id }) => id);
    await connector.until(() => live().length === expected.length);
    expect(live()).toEqual(expected);
  }

  it.each(all)('%s: leaves the same log as on the web', async (_title, journey) => {
    const chat = `a:${journey.name}`;
    const log = await visitIn(chat, journey, (person, words) => person.writes(words));
    const phone = await aPhone(server.address);
    await visit(journey, phone);
    phone.hangUp();
    expect(told(log)).toEqual(told(await store.read(clinic, phone.conversation)));
    await leavesNoStaleButtons(chat, log);
  });

  it.each(all.filter(([, { name }]) => withMuchToTap.has(name)))('%s: leaves the same log by taps on the cards as through the pure middle', async (_title, journey) => {
    const chat = `a:${journey.name}-tapping`;
    const log = await visitIn(chat, journey, (person, words, seen) => {
      const option = tapped(words, seen);
      if (!option) return person.writes(words);
      const card = cardOn(shownIn(chat).at(-1)?.versions.at(-1));
      const [button, send] = [buttonsOn(card).find(({ title }) => title === option.label), buttonsOn(card).find(({ data: { do: does } }) => does === 'choose')];
      const chosen = choicesOn(card).get(option.label);
      return button ? person.taps(button.data) : person.taps({ ...send?.data, chosen });
    });
    let pure = talk(shipped);
    await visit(journey, {
      seen: () => seenIn(pure.entries),
      async say(words) {
        const seen = seenIn(pure.entries);
        const option = tapped(words, seen);
        pure = option ? say(pure, option.label, shipped, `${seen.question}=${option.id}`) : say(pure, words, shipped);
      },
    });
    expect(told(log)).toEqual(told(pure.entries.map((entry, index) => ({ seq: index + 1, at: '2026-11-22T09:00:00Z', entry }))));
    await leavesNoStaleButtons(chat, log);
  });
});

function seenIn(entries: readonly Entry[]): Seen {
  const replied = entries.flatMap((entry) => (entry.type === 'replied' ? [entry] : []));
  const last = replied.at(-1)?.place;
  const options = replied.flatMap(({ reply }) => ('options' in reply ? [reply.options] : [])).at(-1) ?? [];
  return { question: last?.question ?? null, type: last?.type ?? null, status: last?.status ?? 'open', options };
}

/** The option these words name outright, by its label or by its number, where a patient could as well tap it. */
function tapped(words: string, { options, type }: Seen): Seen['options'][number] | undefined {
  const number = type === 'number' ? undefined : options[Number(words) - 1];
  return options.find(({ label, id }) => label === words && id !== 'change') ?? (number?.id === 'change' ? undefined : number);
}

/** The log without what differs by channel alone: who opened it where, and the channel's message ids. */
function told(log: Log): unknown[] {
  return log.map(({ entry }) => (entry.type === 'opened' ? { type: entry.type, language: entry.language } : entry.type === 'said' ? { ...entry, message: '' } : entry));
}
