import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Entry, Log } from '../../src/conversation/log.ts';
import { ageOn, summarise } from '../../src/handoff/summary.ts';
import { voiceOf } from '../../src/conversation/content.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { shipped } from '../support/content.ts';
import { aDataFolder, aProcess, type Process } from '../support/server.ts';
import { aPhone } from '../support/wire.ts';
import { journeys, visit, type Journey, type Line } from './journey.ts';
import { inThePureMiddle } from './pure-line.ts';

const all = journeys();
/** Each in English, in Spanish, and begun in one and ended in the other. */
const inEveryLanguage = ['en', 'es', 'en es', 'es en'].flatMap((held) => all.map((journey): Journey => ({ ...journey, held })));
const named = (some: readonly Journey[]): [string, Journey][] => some.map((journey) => [`${journey.title} (${journey.held})`, journey]);

describe.each(named(inEveryLanguage))('%s', (_title, journey) => {
  it('ends as it must, through the pure middle', async () => {
    const line = inThePureMiddle(journey.held.slice(0, 2));
    const said = await visit(journey, line);
    const entries = line.entries();
    expect({ ends: line.seen().status, saidWithin: said.length <= journey.within, ...outcome(entries) }).toEqual({
      ends: journey.ends,
      saidWithin: true,
      urgency: journey.urgency,
      flags: journey.flags.toSorted(),
    });
    const facts = factsOf(entries, journey);
    expect(facts).toEqual(Object.fromEntries(Object.entries(journey.summary).filter(([question]) => question in facts || journey.held === 'en')));
  });
});

describe('over the wire', () => {
  const data = aDataFolder();
  let server: Process;

  beforeAll(async () => {
    server = await aProcess(data.folder);
  });
  afterAll(async () => {
    await server.kill();
    data.remove();
  });

  it.each(named(inEveryLanguage.filter(({ held }) => held === 'en' || held === 'es en')))('%s: leaves the same log as the pure middle', async (_title, journey) => {
    const phone = await aPhone(server.address, journey.held.slice(0, 2));
    await visit(journey, phone, async (message) => {
      if (message !== journey.leavesAfter) return;
      phone.hangUp();
      await phone.comeBack();
    });
    phone.hangUp();
    const pure = inThePureMiddle(journey.held.slice(0, 2));
    await visit(journey, pure);
    expect(told(await stored(data.folder, phone.conversation))).toEqual(told(pure.entries()));
  });
});

describe('cut in half by a power cut', () => {
  it('every journey ends as if nothing had happened', async () => {
    const data = aDataFolder();
    let server = await aProcess(data.folder);
    const halves = await Promise.all(
      all.map(async (journey) => {
        const phone = await aPhone(server.address);
        const half = Math.max(1, journey.leavesAfter ?? Math.floor((await lengthOf(journey)) / 2));
        return { journey, phone, rest: await visitUntil(journey, phone, half) };
      }),
    );
    await server.kill();
    server = await aProcess(data.folder);
    for (const { journey, phone, rest } of halves) {
      await phone.comeBack(server.address);
      await rest();
      phone.hangUp();
      const pure = inThePureMiddle();
      await visit(journey, pure);
      expect(told(await stored(data.folder, phone.conversation))).toEqual(told(pure.entries()));
    }
    await server.kill();
    data.remove();
  });
});

/** The journey up to a message, and a way to go on with it later. */
async function visitUntil(journey: Journey, line: Line, half: number): Promise<() => Promise<void>> {
  const reached = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const finished = visit(journey, line, async (message) => {
    if (message !== half) return;
    reached.resolve();
    await goOn.promise;
  }).then(() => reached.resolve());
  await reached.promise;
  return async () => {
    goOn.resolve();
    await finished;
  };
}

async function lengthOf(journey: Journey): Promise<number> {
  return (await visit(journey, inThePureMiddle())).length;
}

async function stored(folder: string, conversation: string): Promise<Entry[]> {
  const { store } = openSqlite(join(folder, 'clinic.db'));
  const log = await store.read(shipped.card.id, conversation);
  await store.close();
  return log.map(({ entry }) => entry);
}

/** The log without what differs by channel alone: who opened it where, and the channel's message ids. */
function told(entries: readonly Entry[]): unknown[] {
  return entries.map((entry) => (entry.type === 'opened' ? { type: entry.type, language: entry.language } : entry.type === 'said' ? { ...entry, message: '' } : entry));
}

function outcome(entries: readonly Entry[]): { urgency: string | null; flags: string[] } {
  const handedOver = entries.findLast((entry) => entry.type === 'handed-over');
  const flags = entries.flatMap((entry) => (entry.type === 'flagged' && entry.level !== 'note' ? [entry.flag] : []));
  return { urgency: handedOver?.type === 'handed-over' ? handedOver.urgency : null, flags: [...new Set(flags)].toSorted() };
}

/** Free words stay in the language they were written in. */
function isFree(question: string): boolean {
  return shipped.dialog.byId.get(question)?.question.type === 'text';
}

function factsOf(entries: readonly Entry[], journey: Journey): Record<string, string> {
  if (Object.keys(journey.summary).length === 0) return {};
  const log: Log = entries.map((entry, index) => ({ seq: index + 1, at: '2026-11-22T09:00:00Z', entry }));
  const summary = summarise({ conversation: randomUUID(), log, content: shipped, voice: voiceOf(shipped, 'en'), today: '2026-11-22' });
  const rows = summary.sections.flatMap((section) => section.rows).filter(({ question }) => question in journey.summary && (journey.held === 'en' || !isFree(question)));
  return Object.fromEntries(rows.map(({ question, answer }) => [question, answer]));
}

describe('an age', () => {
  it('is counted in whole years, to the day', () => {
    expect([ageOn('1948-03-05', '2026-03-04'), ageOn('1948-03-05', '2026-03-05')]).toEqual([77, 78]);
  });
});
