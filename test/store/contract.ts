import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Store } from '../../src/store/store.ts';
import { addressOf, keepsErrandsAndAddresses, replyOf } from './outbox.contract.ts';
import { at, caseOf, clinic, oneOfEach, said, step, wordsOf } from './steps.ts';

/** What every store promises. `open` gives an empty one, which is closed again here. */
export function keepsItsPromises(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  describe('a log', () => {
    it('is empty before anything has happened', async () => {
      expect(await store.read(clinic, 'ada')).toEqual([]);
    });

    it('gives back every kind of entry as it was written, in order', async () => {
      const whole = step('ada', 0, oneOfEach);
      expect(await store.append(whole)).toEqual({ ok: true });
      expect(await store.read(clinic, 'ada')).toEqual(whole.rows);
    });

    it('can be read from a place on', async () => {
      await store.append(step('ada', 0, [said('one'), said('two')]));
      await store.append(step('ada', 2, [said('three')]));
      expect((await store.read(clinic, 'ada', 1)).map((row) => row.seq)).toEqual([2, 3]);
      expect(await store.read(clinic, 'ada', 3)).toEqual([]);
    });

    it('belongs to one clinic, and reads as empty for any other', async () => {
      await store.append(step('ada', 0, [said('to the lake')]));
      expect(await store.read('hillside', 'ada')).toEqual([]);
      await store.append(step('ada', 0, [said('to the hill')], { clinic: 'hillside' }));
      expect(await wordsOf(store, 'ada')).toEqual(['to the lake']);
      expect(await wordsOf(store, 'ada', 'hillside')).toEqual(['to the hill']);
    });
  });

  describe('appending', () => {
    it.each([0, 1, 3])('refuses a step after seq %i when the log is at 2, and writes nothing of it', async (after) => {
      await store.append(step('ada', 0, [said('one'), said('two')]));
      const late = step('ada', after, [said('late')], { message: 'm-9', case: caseOf('ada'), pulse: { status: 'open', urgency: 'same-day' } });
      expect(await store.append(late)).toEqual({ ok: false, why: 'moved-on' });
      expect(await wordsOf(store, 'ada')).toEqual(['one', 'two']);
      expect(await store.case(clinic, 'ada')).toBeUndefined();
      expect(await store.silent(clinic, at(59))).toEqual([]);
      expect(await store.append(step('ada', 2, [said('again', 'm-9')], { message: 'm-9' }))).toEqual({ ok: true });
    });

    it('refuses to go on with a conversation that is not there', async () => {
      expect(await store.append(step('ada', 4, [said('hello?')]))).toEqual({ ok: false, why: 'moved-on' });
    });

    it('says where a message already stands, even to a writer who has fallen behind, and writes nothing', async () => {
      await store.append(step('ada', 0, [{ type: 'acknowledged' }, said('yes', 'm-1'), said('no')], { message: 'm-1' }));
      for (const after of [0, 3]) {
        const again = step('ada', after, [said('yes', 'm-1')], { message: 'm-1', case: caseOf('ada') });
        expect(await store.append(again)).toEqual({ ok: false, why: 'repeated', seq: 2 });
      }
      expect(await wordsOf(store, 'ada')).toEqual(['yes', 'no']);
      expect(await store.case(clinic, 'ada')).toBeUndefined();
    });

    it('takes the same message id in another conversation, or in another clinic', async () => {
      await store.append(step('ada', 0, [said('yes', 'm-1')], { message: 'm-1' }));
      for (const other of [step('bo', 0, [said('yes', 'm-1')]), step('ada', 0, [said('yes', 'm-1')], { clinic: 'hillside' })]) {
        expect(await store.append({ ...other, message: 'm-1' })).toEqual({ ok: true });
      }
    });

    it('lets exactly one of two steps at the same place in', async () => {
      const outcomes = await Promise.all(['a', 'b'].map((text) => store.append(step('ada', 0, [said(text), said(text)]))));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await wordsOf(store, 'ada')).toEqual(outcomes[0]?.ok === true ? ['a', 'a'] : ['b', 'b']);
    });

    it('throws at a step that cannot be right, and writes nothing of it', async () => {
      const good = step('ada', 0, [said('one'), said('two')]);
      const [first, second] = good.rows;
      for (const wrong of [{ after: 1 }, { rows: [] }, { rows: [second, first].flatMap((row) => row ?? []) }, { case: caseOf('bo') }]) {
        await expect(store.append({ ...good, ...wrong })).rejects.toThrow(/^a step after seq [01] /);
      }
      expect(await store.read(clinic, 'ada')).toEqual([]);
      expect(await store.append(good)).toEqual({ ok: true });
    });

    it('leaves no gap, whatever two writers do', async () => {
      let run = 0;
      const moves = fc.array(fc.record({ writer: fc.constantFrom('a', 'b'), looks: fc.boolean(), entries: fc.integer({ min: 1, max: 3 }) }), { maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(moves, async (made) => {
          run += 1;
          const conversation = `run-${run}`;
          const seen = new Map<string, number>();
          const accepted: string[] = [];
          for (const [i, { writer, looks, entries }] of made.entries()) {
            const after = looks ? (await store.read(clinic, conversation)).length : (seen.get(writer) ?? 0);
            const texts = Array.from({ length: entries }, (_, n) => `${writer}${i}.${n}`);
            const { ok } = await store.append(step(conversation, after, texts.map((text) => said(text))));
            expect(ok).toBe(after === accepted.length);
            if (ok) seen.set(writer, accepted.push(...texts));
          }
          expect((await store.read(clinic, conversation)).map((row) => row.seq)).toEqual(accepted.map((_, i) => i + 1));
          expect(await wordsOf(store, conversation)).toEqual(accepted);
        }),
        { numRuns: 40 },
      );
    });
  });

  describe('a case', () => {
    it('stands in the queue of its clinic as it was after the last step that changed it', async () => {
      const claimed = caseOf('ada', { urgency: 'emergency', label: 'Ada I. 🦵', claimedBy: { id: 'n-1', name: 'Nurse Invented' } });
      await store.append(step('ada', 0, [said('one')], { case: caseOf('ada', { label: '' }) }));
      expect(await store.openCases(clinic)).toEqual([caseOf('ada', { label: '' })]);
      await store.append(step('ada', 1, [said('two')], { case: claimed }));
      await store.append(step('ada', 2, [said('three')]));
      expect(await store.openCases(clinic)).toEqual([claimed]);
      expect(await store.case(clinic, 'ada')).toEqual(claimed);
    });

    it('leaves the queue when it is closed, and can still be opened', async () => {
      const closed = caseOf('ada', { closedAt: at(9) });
      await store.append(step('ada', 0, [said('one')], { case: closed }));
      await store.append(step('bo', 0, [said('one')], { case: caseOf('bo') }));
      expect(await store.openCases(clinic)).toEqual([caseOf('bo')]);
      expect(await store.case(clinic, 'ada')).toEqual(closed);
    });

    it('is not there for another clinic', async () => {
      await store.append(step('ada', 0, [said('one')], { case: caseOf('ada') }));
      expect(await store.openCases('hillside')).toEqual([]);
      expect(await store.case('hillside', 'ada')).toBeUndefined();
    });
  });

  describe('looking for silent conversations', () => {
    const flagged = { pulse: { status: 'open', urgency: 'same-day' } } as const;
    const heardAt = (time: string) => ({ ...flagged, rows: [{ seq: 1, at: time, entry: said('it burns') }] });

    it('finds the open ones under a flag in which nothing has happened since', async () => {
      await store.append(step('ada', 0, [], heardAt(at(10))));
      await store.append(step('bo', 0, [], { ...heardAt(at(11)), pulse: { status: 'open', urgency: 'emergency' } }));
      await store.append(step('cy', 0, [], heardAt(at(12))));
      expect((await store.silent(clinic, at(12))).toSorted()).toEqual(['ada', 'bo']);
      expect(await store.silent(clinic, at(10, '00.500'))).toEqual(['ada']);
      expect(await store.silent('hillside', at(12))).toEqual([]);
    });

    it('passes over those without a flag, those that have ended, and those that went on', async () => {
      await store.append(step('ada', 0, [said('fine')]));
      await store.append(step('bo', 0, [said('it burns')], { pulse: { status: 'handed-over', urgency: 'same-day' } }));
      await store.append(step('cy', 0, [said('it burns')], flagged));
      await store.append(step('cy', 1, [], { ...flagged, rows: [{ seq: 2, at: at(30), entry: said('still here') }] }));
      expect(await store.silent(clinic, at(20))).toEqual([]);
    });
  });

  describe('looking for conversations that are not over', () => {
    it('finds those without an end and those with a nurse, of one clinic', async () => {
      for (const status of ['open', 'handed-over', 'emergency', 'stopped', 'closed'] as const) {
        await store.append(step(status, 0, [said('one')], { pulse: { status, urgency: 'routine' } }));
      }
      expect((await store.ongoing(clinic)).toSorted()).toEqual(['emergency', 'handed-over', 'open']);
      expect(await store.ongoing('hillside')).toEqual([]);
    });
  });

  describe('forgetting', () => {
    it('erases the log, the message ids and the case of one conversation, and of no other', async () => {
      const whole = { message: 'm-1', case: caseOf('ada'), pulse: { status: 'open', urgency: 'same-day' } } as const;
      await store.append(step('ada', 0, [said('mine', 'm-1')], whole));
      await store.append(step('ada', 0, [said('theirs')], { clinic: 'hillside' }));
      await store.append(step('bo', 0, [said('hers')], { case: caseOf('bo') }));
      await store.forget(clinic, 'ada');
      expect(await store.read(clinic, 'ada')).toEqual([]);
      expect(await store.case(clinic, 'ada')).toBeUndefined();
      expect(await store.openCases(clinic)).toEqual([caseOf('bo')]);
      expect(await store.silent(clinic, at(59))).toEqual([]);
      expect(await wordsOf(store, 'ada', 'hillside')).toEqual(['theirs']);
      expect(await wordsOf(store, 'bo')).toEqual(['hers']);
      expect(await store.append(step('ada', 1, [said('and another thing')]))).toEqual({ ok: false, why: 'moved-on' });
      expect(await store.append(step('ada', 0, [said('anew', 'm-1')], whole))).toEqual({ ok: true });
    });

    it('may be asked for twice', async () => {
      await store.append(step('ada', 0, [said('mine')]));
      await store.forget(clinic, 'ada');
      await store.forget(clinic, 'ada');
      expect(await store.read(clinic, 'ada')).toEqual([]);
    });
  });

  keepsErrandsAndAddresses(() => store);

  it('fails as store-unavailable once it is closed', async () => {
    await store.append(step('ada', 0, [said('one')], { errands: [replyOf('ada', 1)] }));
    const errands = await store.errands(clinic);
    await store.close();
    const calls = [
      ...errands.map((errand) => () => store.moveErrand(errand, errand)),
      () => store.errands(clinic),
      () => store.refusedCards(clinic),
      () => store.keepAddress(addressOf('nurses')),
      () => store.address(clinic, 'nurses'),
      () => store.addressOf(clinic, 'ada'),
      () => store.append(step('ada', 0, [said('one')])),
      () => store.read(clinic, 'ada'),
      () => store.case(clinic, 'ada'),
      () => store.forget(clinic, 'ada'),
      () => store.openCases(clinic),
      () => store.silent(clinic, at(0)),
      () => store.ongoing(clinic),
      () => store.audit({ at: at(0), clinic, who: 'n-1', did: 'signed-in' }),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'store-unavailable' });
  });
}
