import { describe, expect, it } from '@jest/globals';
import { rowsOf } from '../../src/conversation/log.ts';
import type { Outcome } from '../../src/outbox.ts';
import type { Errand } from '../../src/store/store.ts';
import { aBuilding, ana, id, lost, posted, quiet, say } from './building.ts';

const building = aBuilding();

/** Posts, and then can not update. */
const failing = (why: 'unknown' | 'refused') => (errand: Errand): Outcome => (errand.posted === null ? posted : { ok: false, why });

describe('a post', () => {
  it.each(['unknown', 'refused'] as const)('that ended as %s is not repeated, is shown to the nurse, and holds up nothing', async (why) => {
    const { clinic } = await building.here.open(({ key }) => (key === 'reply:ada:3' ? { ok: false, why } : posted));
    await say(clinic, 'ada', 'yes');
    building.here.clock.pass(86_400);
    await quiet();
    expect(building.here.shown).toEqual(['post reply:ada:2', 'post reply:ada:3', 'post reply:ada:6']);
    expect(await lost(clinic, 'ada')).toEqual([`3 ${why}`]);
    expect(await building.here.states()).toEqual([]);
  });

  it.each([NaN, Infinity, 1e30])('that is to wait for %d seconds waits an hour, across a restart too', async (seconds) => {
    let busy = true;
    const { clinic, outbox } = await building.here.open(() => (busy ? { ok: false, why: 'wait', seconds } : posted));
    await say(clinic, 'ada');
    expect(building.here.failures).toEqual([]);
    expect(building.here.clock.alarms()).toEqual([3600]);
    await outbox.stop();
    busy = false;
    await building.here.open();
    building.here.clock.pass(3600);
    await quiet();
    expect(await building.here.states()).toEqual([]);
  });

  it('whose courier throws is unknown, and reported', async () => {
    const { clinic } = await building.here.open(({ key }) => {
      if (key === 'reply:ada:2') throw new Error('a bug of the courier');
      return posted;
    });
    await say(clinic, 'ada');
    expect(building.here.shown).toEqual(['post reply:ada:2', 'post reply:ada:3']);
    expect(await lost(clinic, 'ada')).toEqual(['2 unknown']);
    expect(building.here.failures).toEqual([new Error('a bug of the courier')]);
  });

  it("of the nurses' card that fails is told of the row that promised it", async () => {
    const { clinic } = await building.here.open(({ kind }) => (kind === 'card' ? { ok: false, why: 'refused' } : posted));
    await say(clinic, 'ada', 'yes', 'no', 'talk to a person');
    const [handedOver] = rowsOf(await clinic.log('ada'), 'handed-over');
    expect(await lost(clinic, 'ada')).toEqual([`${handedOver?.seq} refused`]);
  });

  it('of an erased conversation is forgotten, whatever becomes of it', async () => {
    const slow = Promise.withResolvers<Outcome>();
    const { clinic } = await building.here.open(() => slow.promise);
    await say(clinic, 'ada');
    await building.here.store.forget(id, 'ada');
    slow.resolve({ ok: false, why: 'refused' });
    await quiet();
    expect(building.here.shown).toHaveLength(1);
    expect(await building.here.store.errands(id)).toEqual([]);
    expect(await clinic.log('ada')).toEqual([]);
  });
});

describe('an update', () => {
  it('whose outcome is unknown is tried again with growing waits, and holds up no post', async () => {
    let broken = true;
    const { clinic } = await building.here.open((errand) => (broken ? failing('unknown')(errand) : posted));
    await say(clinic, 'ada', 'yes');
    for (const wait of [5, 10, 20, 40]) {
      expect(building.here.clock.alarms()).toEqual([wait]);
      building.here.clock.pass(wait);
      await quiet();
    }
    await say(clinic, 'ada', 'no');
    expect(building.here.shown.slice(2)).toEqual(['post reply:ada:6', ...Array.from({ length: 5 }, () => 'update reply:ada:3'), 'post reply:ada:9', 'update reply:ada:6']);
    broken = false;
    building.here.clock.pass(80);
    await quiet();
    expect(building.here.shown.slice(-2).toSorted()).toEqual(['update reply:ada:3', 'update reply:ada:6']);
    expect(await building.here.states()).toEqual([]);
    expect(await lost(clinic, 'ada')).toEqual([]);
  });

  it.each(['unknown', 'refused'] as const)("of the nurses' card that ends as %s is shown to the nurse", async (why) => {
    const { clinic } = await building.here.open((errand) => (errand.kind === 'card' ? failing(why)(errand) : posted));
    await say(clinic, 'ada', 'yes', 'no', 'talk to a person');
    await clinic.claim('ada', ana);
    await quiet();
    for (let [wait] = building.here.clock.alarms(); wait !== undefined; [wait] = building.here.clock.alarms()) {
      expect(wait).toBeLessThanOrEqual(900);
      building.here.clock.pass(wait);
      await quiet();
    }
    expect(await lost(clinic, 'ada')).toEqual([`11 ${why}`]);
    expect(building.here.shown.filter((one) => one === 'update case:ada')).toHaveLength(why === 'refused' ? 1 : 16);
  });

  it('of a reply the patient has read is given up without troubling the nurse', async () => {
    const { clinic } = await building.here.open(failing('refused'));
    await say(clinic, 'ada', 'yes');
    expect(await lost(clinic, 'ada')).toEqual([]);
    expect(await building.here.states()).toEqual([]);
    expect(building.here.failures).toEqual([new Error('A reply that was shown stays as it was: refused.')]);
  });

  it('is tried anew when there is something new to show', async () => {
    let broken = true;
    const { clinic } = await building.here.open((errand) => (broken && errand.kind === 'card' ? failing('refused')(errand) : posted));
    await say(clinic, 'ada', 'yes', 'no', 'talk to a person');
    await clinic.claim('ada', ana);
    await quiet();
    broken = false;
    await clinic.release('ada', ana);
    await quiet();
    expect(building.here.shown.filter((one) => one.endsWith('case:ada'))).toEqual(['post case:ada', 'update case:ada', 'update case:ada']);
    expect(await building.here.states()).toEqual([]);
  });
});
