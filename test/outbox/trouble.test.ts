import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { rowsOf } from '../../src/conversation/log.ts';
import type { Outcome } from '../../src/outbox.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Errand, Store } from '../../src/store/store.ts';
import { aBuilding, id, lost, posted, quiet, say } from './building.ts';

const building = aBuilding();

describe('after a crash', () => {
  it('goes on with what was waiting', async () => {
    await say(building.here.clinic(), 'ada', 'yes');
    await building.here.open();
    await quiet();
    expect(building.here.shown).toEqual(['post reply:ada:2', 'post reply:ada:3', 'post reply:ada:6']);
  });

  it('does not repeat what was being posted, shows it to the nurse, and goes on', async () => {
    const { clinic: crashed } = await building.here.open(() => new Promise(() => {}));
    await say(crashed, 'ada');
    building.here.crash();
    expect(await building.here.states()).toEqual(['posting reply:ada:2', 'waiting reply:ada:3']);
    const { clinic } = await building.here.open();
    await quiet();
    expect(building.here.shown).toEqual(['post reply:ada:2', 'post reply:ada:3']);
    expect(await lost(clinic, 'ada')).toEqual(['2 unknown']);
    expect(await building.here.states()).toEqual([]);
  });

  it('tells the nurse once, even if it happens after she was told and before that was noted', async () => {
    const forgetful: Store = { ...building.here.store, moveErrand: (before, now) => (now.state === 'refused' ? new Promise(() => {}) : building.here.store.moveErrand(before, now)) };
    const { clinic: crashed } = await building.here.open(() => ({ ok: false, why: 'refused' }), forgetful);
    await say(crashed, 'ada');
    building.here.crash();
    const { clinic } = await building.here.open();
    await quiet();
    expect(await lost(clinic, 'ada')).toEqual(['2 refused']);
    expect(building.here.shown).toEqual(['post reply:ada:2', 'post reply:ada:3']);
  });

  it('of the whole process repeats nothing either', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lean-forward-outbox-'));
    const file = join(folder, 'clinic.db');
    const doomed = fork(new URL('doomed.ts', import.meta.url), [file], { execArgv: [] });
    const posting: unknown[] = [];
    doomed.on('message', (key) => posting.push(key));
    expect(await once(doomed, 'exit')).toEqual([null, 'SIGKILL']);
    const { store } = openSqlite(file);
    const { clinic, outbox } = await building.here.open(() => posted, store);
    await quiet();
    expect(await lost(clinic, 'ada')).toEqual(['3 unknown']);
    await say(clinic, 'ada', 'yes');
    expect(posting).toEqual(['reply:ada:2', 'reply:ada:3']);
    expect(building.here.shown).toEqual(['post reply:ada:7']);
    await outbox.stop();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('repeats an update, which does no harm', async () => {
    const { clinic: crashed } = await building.here.open((errand) => (errand.posted === null ? posted : new Promise(() => {})));
    await say(crashed, 'ada', 'yes');
    building.here.crash();
    const { clinic } = await building.here.open();
    await quiet();
    expect(building.here.shown.slice(-2)).toEqual(['update reply:ada:3', 'update reply:ada:3']);
    expect(await lost(clinic, 'ada')).toEqual([]);
    expect(await building.here.states()).toEqual([]);
  });
});

describe('a store that fails', () => {
  it('is asked again a little later', async () => {
    let broken = false;
    const shaky: Store = { ...building.here.store, errands: (...of) => (broken ? Promise.reject(new Error('out of reach')) : building.here.store.errands(...of)) };
    const { clinic } = await building.here.open(() => posted, shaky);
    broken = true;
    await say(clinic, 'ada');
    expect(building.here.shown).toEqual([]);
    expect(building.here.failures).not.toEqual([]);
    broken = false;
    building.here.clock.pass(5);
    await quiet();
    expect(building.here.shown).toEqual(['post reply:ada:2', 'post reply:ada:3']);
  });

  it('before a post has been noted keeps it from being made', async () => {
    let broken = true;
    const shaky: Store = { ...building.here.store, moveErrand: (...move) => (broken ? Promise.reject(new Error('out of reach')) : building.here.store.moveErrand(...move)) };
    const { clinic } = await building.here.open(() => posted, shaky);
    await say(clinic, 'ada');
    expect(building.here.shown).toEqual([]);
    broken = false;
    building.here.clock.pass(5);
    await quiet();
    expect(building.here.shown).toEqual(['post reply:ada:2', 'post reply:ada:3']);
    expect(await lost(clinic, 'ada')).toEqual([]);
  });

  it('after a post leaves its outcome unknown', async () => {
    let broken = true;
    const shaky: Store = { ...building.here.store, moveErrand: (before, now) => (broken && now.state === 'delivered' ? Promise.reject(new Error('out of reach')) : building.here.store.moveErrand(before, now)) };
    const { clinic } = await building.here.open(() => posted, shaky);
    await say(clinic, 'ada');
    broken = false;
    building.here.clock.pass(5);
    await quiet();
    expect(building.here.shown).toEqual(['post reply:ada:2', 'post reply:ada:3']);
    expect(await lost(clinic, 'ada')).toEqual(['2 unknown']);
  });
});

describe('whatever comes back', () => {
  const outcome = fc.constantFrom<Outcome>(posted, posted, { ok: false, why: 'wait', seconds: 7 }, { ok: false, why: 'unknown' }, { ok: false, why: 'refused' }, { ok: false, why: 'nobody' });

  it('nothing is posted again that may have arrived, nothing out of order, and in the end nothing waits', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(outcome, { maxLength: 40 }), fc.integer({ min: 0, max: 6 }), async (outcomes, restartAfter) => {
        run += 1;
        building.here.shown.length = 0;
        const visit = `visit-${run}`;
        const came: { post: boolean; of: number; kind: string; ended: boolean }[] = [];
        let attempts = 0;
        const answer = (errand: Errand): Outcome => {
          const next = outcomes[attempts] ?? posted;
          attempts += 1;
          came.push({ post: errand.posted === null, of: errand.of, kind: errand.kind, ended: next.ok || next.why === 'unknown' || next.why === 'refused' });
          return next;
        };
        let { clinic, outbox } = await building.here.open(answer);
        for (const [index, text] of ['yes', 'no', 'what?', 'yes', 'skip', 'talk to a person'].entries()) {
          await say(clinic, visit, text);
          if (index !== restartAfter) continue;
          await outbox.stop();
          ({ clinic, outbox } = await building.here.open(answer));
        }
        for (let rounds = 0; rounds < 60; rounds += 1) {
          await outbox.wake();
          building.here.clock.pass(900);
          await quiet();
          if ((await building.here.store.errands(id)).length === 0) break;
        }
        await outbox.stop();
        expect(await building.here.store.errands(id)).toEqual([]);
        const ends = came.filter(({ post, kind, ended }) => post && ended && kind === 'reply').map(({ of }) => of);
        expect(ends).toEqual([...new Set(ends)].toSorted((one, other) => one - other));
        const tries = came.filter(({ post, kind }) => post && kind === 'reply').map(({ of }) => of);
        expect(tries).toEqual(tries.toSorted((one, other) => one - other));
        const replies = rowsOf(await clinic.log(visit), 'replied').map(({ seq }) => seq);
        expect(ends).toEqual(replies);
      }),
      { numRuns: 25 },
    );
  });
});
