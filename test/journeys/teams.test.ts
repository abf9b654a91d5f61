import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { standingOf } from '../../src/conversation/status.ts';
import type { Entry, Log } from '../../src/conversation/log.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { aPerson, type Person } from '../channels/teams/person.ts';
import { buttonsOn, cardOn, choicesOn, wordsOn } from '../channels/teams/reading.ts';
import { standIn, type Shown, type StandIn } from '../channels/teams/stand-in.ts';
import { shipped } from '../support/content.ts';
import { aDataFolder, aProcess, type Process } from '../support/server.ts';
import { say, talk } from '../support/talk.ts';
import { aPhone } from '../support/wire.ts';
import { journeys, visit, type Journey, type Line, type Seen } from './journey.ts';
import { inThePureMiddle } from './pure-line.ts';

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

  async function logOf(chat: string): Promise<Log> {
    return store.read(clinic, (await store.address(clinic, `teams:${chat}`))?.conversation ?? '');
  }

  /** Resolves once all replies of a chat are shown. */
  async function arrived(chat: string): Promise<void> {
    const replies = (await logOf(chat)).filter(({ entry }) => entry.type === 'replied').length;
    await connector.until(() => shownIn(chat).length === replies);
  }

  async function visitIn(chat: string, journey: Journey, says: Says): Promise<Log> {
    const person = aPerson(chat, { server: server.address, serviceUrl: connector.serviceUrl });
    expect(await person.meets()).toBe(200);
    let log = await logOf(chat);
    const line: Line = {
      seen: () => seenIn(log.map(({ entry }) => entry)),
      async say(words) {
        expect(await says(person, words, line.seen())).toBe(200);
        log = await logOf(chat);
      },
    };
    await visit(journey, line);
    return log;
  }

  /** At the end, only what can still be tapped has buttons that answer. */
  async function leavesNoStaleButtons(chat: string, log: Log): Promise<void> {
    await arrived(chat);
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
    const log = await visitIn(chat, journey, async (person, words, seen) => {
      const option = tapped(words, seen);
      if (!option) return person.writes(words);
      await arrived(chat);
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
    expect(told(log)).toEqual(told(inRows(pure.entries)));
    await leavesNoStaleButtons(chat, log);
  });
});

describe('in Teams, cut in half by a power cut', () => {
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

  const read = async (): Promise<Entry[]> => {
    const log = await store.read(clinic, (await store.address(clinic, 'teams:a:ann'))?.conversation ?? '');
    // Whether the very last post was noted as made before the power went is a matter of luck.
    return log.map(({ entry }) => entry).filter(({ type }) => type !== 'delivery-failed');
  };

  it.each(all.filter(([, { name }]) => name === 'typical-stenosis'))('%s: goes on where it was, and what Teams brings again changes nothing', async (_title, journey) => {
    const ann = (): Person => aPerson('a:ann', { server: server.address, serviceUrl: connector.serviceUrl });
    expect(await ann().meets('met')).toBe(200);
    let entries = await read();
    let said = 0;
    await visit(journey, {
      seen: () => seenIn(entries),
      async say(words) {
        said += 1;
        expect(await ann().writes(words, `said-${said}`)).toBe(200);
        entries = await read();
        if (said !== 15) return;
        await server.kill();
        server = await aProcess(data.folder, { TEAMS_DEVELOPMENT: 'yes' });
        expect(await ann().writes(words, `said-${said}`)).toBe(200);
        expect(await read()).toEqual(entries);
      },
    });
    const pure = inThePureMiddle();
    await visit(journey, pure);
    expect(told(inRows(entries))).toEqual(told(inRows(pure.entries())));
    const last = entries.findLast((entry) => entry.type === 'replied')?.reply.text.split('\n')[0] ?? '';
    await connector.until(() => wordsOn(cardOn(connector.shown.at(-1)?.versions.at(-1))).includes(last));
    expect(connector.shown.length).toBeLessThanOrEqual(entries.filter(({ type }) => type === 'replied').length);
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

function inRows(entries: readonly Entry[]): Log {
  return entries.map((entry, index) => ({ seq: index + 1, at: '2026-11-22T09:00:00Z', entry }));
}
