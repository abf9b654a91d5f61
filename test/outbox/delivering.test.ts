import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../src/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { step } from '../store/steps.ts';
import { aBuilding, ana, id, lost, posted, quiet, say } from './building.ts';

const building = aBuilding();

describe('delivering', () => {
  it('shows each reply once, in order, as soon as it is written', async () => {
    const { clinic } = await building.here.open();
    await say(clinic, 'ada');
    expect(building.here.shown).toEqual(['post reply:ada:2', 'post reply:ada:3']);
    await say(clinic, 'ada', 'yes');
    expect(building.here.shown.slice(2)).toEqual(['post reply:ada:6', 'update reply:ada:3']);
    expect(await building.here.states()).toEqual([]);
  });

  it('updates under the id it was given, and never posts a second time', async () => {
    const seen: (string | null)[] = [];
    const { clinic } = await building.here.open((errand) => {
      if (errand.kind === 'card') seen.push(errand.posted);
      return posted;
    });
    await say(clinic, 'ada', 'yes', 'no', 'talk to a person');
    const before = building.here.shown.length;
    for (const act of ['claim', 'release', 'close'] as const) {
      await clinic[act]('ada', ana);
      await quiet();
    }
    expect(seen).toEqual([null, ...Array.from({ length: 3 }, () => 'activity-case:ada')]);
    expect(building.here.shown.slice(before).filter((one) => one.endsWith('case:ada'))).toEqual(Array.from({ length: 3 }, () => 'update case:ada'));
  });

  it('brings up to date what changed while it was being posted', async () => {
    const claimed = Promise.withResolvers<Outcome>();
    const { clinic } = await building.here.open((errand) => (errand.kind === 'card' && errand.posted === null ? claimed.promise : posted));
    await say(clinic, 'ada', 'yes', 'no', 'talk to a person');
    await clinic.claim('ada', ana);
    claimed.resolve(posted);
    await quiet();
    expect(building.here.shown.filter((one) => one.endsWith('case:ada'))).toEqual(['post case:ada', 'update case:ada']);
    expect(await building.here.states()).toEqual([]);
  });

  it('keeps the order of a thousand replies', async () => {
    const { clinic, outbox } = await building.here.open();
    await clinic.open('ada', { user: 'invented', channel: 'teams', language: 'en' });
    await quiet();
    building.here.shown.length = 0;
    const seqs = Array.from({ length: 1000 }, (_, index) => 4 + index);
    const errands = seqs.map((seq) => ({ key: `reply:ada:${seq}`, kind: 'reply', of: seq, seq }) as const);
    await building.here.store.append({ ...step('ada', 3, seqs.map(() => ({ type: 'nurse-said', staff: ana, text: 'Hello.' }))), clinic: id, errands });
    building.here.clock.pass(86_400);
    await outbox.wake();
    await quiet();
    expect(await building.here.states()).toEqual([]);
    expect(building.here.shown).toEqual(seqs.map((seq) => `post reply:ada:${seq}`));
  });

  it('does nothing while there is nothing to do', async () => {
    let asked = 0;
    const counted: Store = {
      ...building.here.store,
      errands: (...of) => {
        asked += 1;
        return building.here.store.errands(...of);
      },
    };
    const { clinic } = await building.here.open(() => posted, counted);
    await say(clinic, 'ada', 'yes');
    const before = asked;
    building.here.clock.pass(86_400);
    await quiet();
    expect(asked).toBe(before);
    expect(building.here.clock.alarms()).toEqual([]);
  });
});

describe('being told to wait', () => {
  it('tries again when it was told to, with everything after it behind it', async () => {
    let busy = true;
    const { clinic } = await building.here.open(({ key }) => (busy && key === 'reply:ada:2' ? { ok: false, why: 'wait', seconds: 30 } : posted));
    await say(clinic, 'ada', 'yes');
    expect(building.here.shown).toEqual(['post reply:ada:2']);
    expect(building.here.clock.alarms()).toEqual([30]);
    building.here.clock.pass(29);
    await quiet();
    expect(building.here.shown).toHaveLength(1);
    busy = false;
    building.here.clock.pass(1);
    await quiet();
    expect(building.here.shown.slice(1)).toEqual(['post reply:ada:2', 'post reply:ada:3', 'post reply:ada:6']);
    expect(await lost(clinic, 'ada')).toEqual([]);
  });

  it.each([
    [0, 1],
    [-5, 1],
    [9_000_000, 3600],
  ])('for %i seconds looks again in %i: never at once, and never later than in an hour', async (seconds, alarm) => {
    const { clinic } = await building.here.open(() => ({ ok: false, why: 'wait', seconds }));
    await say(clinic, 'ada');
    expect(building.here.clock.alarms()).toEqual([alarm]);
    building.here.clock.pass(alarm);
    await quiet();
    expect(building.here.shown).toHaveLength(2);
  });

  it('holds up no other conversation', async () => {
    const { clinic } = await building.here.open(({ conversation }) => (conversation === 'ada' ? { ok: false, why: 'wait', seconds: 30 } : posted));
    await say(clinic, 'ada');
    await say(clinic, 'bo');
    expect(building.here.shown).toEqual(['post reply:ada:2', 'post reply:bo:2', 'post reply:bo:3']);
  });

  it('is not cut short by a restart', async () => {
    const { clinic, outbox } = await building.here.open(() => ({ ok: false, why: 'wait', seconds: 30 }));
    await say(clinic, 'ada');
    await outbox.stop();
    expect(building.here.clock.alarms()).toEqual([]);
    await building.here.open();
    await quiet();
    expect(building.here.shown).toHaveLength(1);
    building.here.clock.pass(30);
    await quiet();
    expect(building.here.shown).toEqual(['post reply:ada:2', 'post reply:ada:2', 'post reply:ada:3']);
  });
});

describe('a place that is stuck', () => {
  it('holds up no other', async () => {
    const stuck = Promise.withResolvers<Outcome>();
    const { clinic } = await building.here.open(({ conversation }) => (conversation === 'ada' ? stuck.promise : posted));
    await say(clinic, 'ada');
    await say(clinic, 'bo', 'yes');
    expect(building.here.shown.filter((one) => one.includes(':ada'))).toEqual(['post reply:ada:2']);
    expect(building.here.shown.filter((one) => one.includes(':bo'))).toEqual(['post reply:bo:2', 'post reply:bo:3', 'post reply:bo:6', 'update reply:bo:3']);
    stuck.resolve(posted);
  });

  it("keeps the nurses' card waiting, and not the patient", async () => {
    const { clinic } = await building.here.open(({ kind }) => (kind === 'card' ? { ok: false, why: 'nobody' } : posted));
    await say(clinic, 'ada', 'yes', 'yes');
    expect(building.here.shown).toContain('post reply:ada:11');
    expect(await building.here.states()).toEqual(['waiting case:ada']);
  });

  it('is one of sixteen at the most that are written to at the same time', async () => {
    const stuck = Promise.withResolvers<Outcome>();
    const { clinic } = await building.here.open(() => stuck.promise);
    for (let one = 0; one < 20; one += 1) await say(clinic, `visit-${one}`);
    expect(building.here.shown).toHaveLength(16);
    stuck.resolve(posted);
    await quiet();
    expect(building.here.shown).toHaveLength(40);
  });
});

describe('without an address', () => {
  it('waits until one appears, and knows nothing of time', async () => {
    let there = false;
    const { clinic, outbox } = await building.here.open(() => (there ? posted : { ok: false, why: 'nobody' }));
    await say(clinic, 'ada');
    building.here.clock.pass(86_400);
    await quiet();
    expect(building.here.shown).toEqual(['post reply:ada:2']);
    there = true;
    await outbox.wake();
    await quiet();
    expect(building.here.shown.slice(1)).toEqual(['post reply:ada:2', 'post reply:ada:3']);
    expect(await building.here.states()).toEqual([]);
  });
});

describe('stopping', () => {
  it('waits for what is under way, and begins nothing more', async () => {
    const slow = Promise.withResolvers<Outcome>();
    const { clinic, outbox } = await building.here.open(() => slow.promise);
    await say(clinic, 'ada');
    const stopped = outbox.stop().then(() => 'stopped');
    await say(clinic, 'bo');
    expect(await Promise.race([stopped, Promise.resolve('not yet')])).toBe('not yet');
    slow.resolve(posted);
    await stopped;
    await quiet();
    expect(building.here.shown).toEqual(['post reply:ada:2']);
    expect(await building.here.states()).toEqual(['waiting reply:ada:3', 'waiting reply:bo:2', 'waiting reply:bo:3']);
  });
});
