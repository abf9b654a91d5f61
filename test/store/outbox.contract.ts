import { describe, expect, it } from '@jest/globals';
import type { Address, Errand, Promised, Store } from '../../src/store/store.ts';
import { at, caseOf, clinic, said, step } from './steps.ts';

const cardOf = (conversation: string): Promised => ({ key: `case:${conversation}`, kind: 'card', of: 1, seq: 1 });

export function replyOf(conversation: string, of: number, seq = of): Promised {
  return { key: `reply:${conversation}:${of}`, kind: 'reply', of, seq };
}

export function addressOf(key: string, differs: Partial<Address> = {}): Address {
  return { clinic, key, address: `{"to":"${key}"}`, conversation: null, at: at(1), ...differs };
}

/** What every store promises about errands and addresses. `store` gives the open one. */
export function keepsErrandsAndAddresses(store: () => Store): void {
  /** A conversation whose first row promises these. */
  const promise = (conversation: string, ...errands: Promised[]) => store().append(step(conversation, 0, [said('one')], { errands }));
  const promiseAgain = (conversation: string, after: number, ...errands: Promised[]) => store().append(step(conversation, after, [said('more')], { errands }));
  const only = async (conversation: string): Promise<Errand> => {
    const [errand, ...others] = await store().errands(clinic, conversation);
    if (!errand || others.length > 0) throw new Error('there is not just one errand');
    return errand;
  };
  const move = async (conversation: string, now: Partial<Errand>): Promise<boolean> => {
    const errand = await only(conversation);
    return store().moveErrand(errand, { ...errand, ...now });
  };

  describe('an errand', () => {
    it('is there with the rows that promised it, and waits from their time on', async () => {
      await promise('ada', replyOf('ada', 1));
      expect(await store().errands(clinic, 'ada')).toEqual([
        { clinic, key: 'reply:ada:1', conversation: 'ada', kind: 'reply', of: 1, seq: 1, state: 'waiting', tries: 0, due: at(0), posted: null },
      ]);
    });

    it('is not there if its rows were refused', async () => {
      await promise('ada');
      expect(await promise('ada', replyOf('ada', 1))).toEqual({ ok: false, why: 'moved-on' });
      expect(await store().errands(clinic)).toEqual([]);
    });

    it('comes in the order of the rows shown, whatever order they were promised in', async () => {
      await promise('ada', replyOf('ada', 10), replyOf('ada', 9), replyOf('ada', 2));
      await promise('bo', replyOf('bo', 1));
      expect((await store().errands(clinic, 'ada')).map(({ of }) => of)).toEqual([2, 9, 10]);
      expect((await store().errands(clinic)).map(({ key }) => key)).toEqual(['reply:ada:2', 'reply:ada:9', 'reply:ada:10', 'reply:bo:1']);
    });

    it('belongs to one clinic', async () => {
      await promise('ada', replyOf('ada', 1));
      expect(await store().errands('hillside')).toEqual([]);
      expect(await store().errands('hillside', 'ada')).toEqual([]);
    });

    it.each(['delivered', 'unknown', 'refused'] as const)('is over once it is %s', async (state) => {
      await promise('ada', replyOf('ada', 1));
      expect(await move('ada', { state })).toBe(true);
      expect(await store().errands(clinic)).toEqual([]);
    });

    it('that was refused is found again as long as it is the card of an open case, and was never shown', async () => {
      for (const [conversation, closedAt] of [['ada', null], ['bo', at(9)], ['cy', null]] as const) {
        await store().append(step(conversation, 0, [said('one')], { errands: [cardOf(conversation)], case: caseOf(conversation, { closedAt }) }));
        await move(conversation, { state: 'refused', posted: conversation === 'cy' ? 'shown' : null });
      }
      await promise('di', replyOf('di', 1));
      await move('di', { state: 'refused' });
      const found = await store().refusedCards(clinic);
      expect(found.map(({ key, state }) => `${state} ${key}`)).toEqual(['refused case:ada']);
      expect(await store().refusedCards('hillside')).toEqual([]);
      for (const errand of found) expect(await store().moveErrand(errand, { ...errand, state: 'waiting' })).toBe(true);
      expect(await only('ada')).toMatchObject({ state: 'waiting', key: 'case:ada' });
    });

    it('keeps how often it was tried and when it is due', async () => {
      await promise('ada', replyOf('ada', 1));
      await move('ada', { tries: 3, due: at(20) });
      expect(await only('ada')).toMatchObject({ state: 'waiting', tries: 3, due: at(20) });
    });

    it('is moved by one of two who hold it', async () => {
      await promise('ada', replyOf('ada', 1));
      const errand = await only('ada');
      const posting = { ...errand, state: 'posting' } as const;
      expect(await Promise.all([store().moveErrand(errand, posting), store().moveErrand(errand, posting)])).toEqual([true, false]);
      expect(await only('ada')).toEqual(posting);
    });

    it('cannot be moved once its conversation is erased', async () => {
      await promise('ada', replyOf('ada', 1));
      const errand = await only('ada');
      await store().forget(clinic, 'ada');
      expect(await store().errands(clinic)).toEqual([]);
      expect(await store().moveErrand(errand, { ...errand, state: 'delivered' })).toBe(false);
    });
  });

  describe('an errand promised anew', () => {
    it('waits again, at once, with the new seq, and is still the one that was posted', async () => {
      await promise('ada', replyOf('ada', 1));
      await move('ada', { state: 'delivered', posted: 'activity-1', tries: 2, due: at(20) });
      await promiseAgain('ada', 1, replyOf('ada', 1, 2));
      expect(await only('ada')).toMatchObject({ state: 'waiting', of: 1, seq: 2, tries: 0, due: at(0), posted: 'activity-1' });
    });

    it.each(['unknown', 'refused', 'delivered'] as const)('is not begun again if it ended as %s without being posted', async (state) => {
      await promise('ada', replyOf('ada', 1));
      await move('ada', { state });
      await promiseAgain('ada', 1, replyOf('ada', 1, 2));
      expect(await store().errands(clinic)).toEqual([]);
    });

    it.each(['unknown', 'refused'] as const)('is tried again if only an update ended as %s', async (state) => {
      await promise('ada', replyOf('ada', 1));
      await move('ada', { state, posted: 'activity-1' });
      await promiseAgain('ada', 1, replyOf('ada', 1, 2));
      expect(await only('ada')).toMatchObject({ state: 'waiting', posted: 'activity-1' });
    });

    it('waits as long as it was told to before', async () => {
      await promise('ada', replyOf('ada', 1));
      await move('ada', { tries: 3, due: at(20) });
      await promiseAgain('ada', 1, replyOf('ada', 1, 2));
      expect(await only('ada')).toMatchObject({ state: 'waiting', seq: 2, tries: 3, due: at(20) });
    });

    it('while it is being posted goes on being posted, and then waits to be brought up to date', async () => {
      await promise('ada', replyOf('ada', 1));
      await move('ada', { state: 'posting' });
      const posting = await only('ada');
      await promiseAgain('ada', 1, replyOf('ada', 1, 2));
      expect(await only('ada')).toMatchObject({ state: 'posting', seq: 2 });
      await store().moveErrand(posting, { ...posting, state: 'delivered', posted: 'activity-1' });
      expect(await only('ada')).toMatchObject({ state: 'waiting', seq: 2, posted: 'activity-1' });
    });

    it('while it is being posted is over if that fails', async () => {
      await promise('ada', replyOf('ada', 1));
      await move('ada', { state: 'posting' });
      const posting = await only('ada');
      await promiseAgain('ada', 1, replyOf('ada', 1, 2));
      await store().moveErrand(posting, { ...posting, state: 'unknown' });
      expect(await store().errands(clinic)).toEqual([]);
    });
  });

  describe('an address', () => {
    it('is the last one kept under its key, in its clinic', async () => {
      const [first, second] = [addressOf('nurses'), addressOf('nurses', { address: '{"to":"another place","é":"🦵"}', at: at(2) })];
      expect(await store().address(clinic, 'nurses')).toBeUndefined();
      await store().keepAddress(first);
      await store().keepAddress(second);
      expect(await store().address(clinic, 'nurses')).toEqual(second);
      expect(await store().address('hillside', 'nurses')).toBeUndefined();
    });

    it('is found by the conversation held there, even before that has begun', async () => {
      const [earlier, later] = [addressOf('chat-1', { conversation: 'ada', at: at(3) }), addressOf('chat-2', { conversation: 'ada', at: at(4) })];
      await store().keepAddress(later);
      await store().keepAddress(earlier);
      await store().keepAddress(addressOf('nurses'));
      expect(await store().addressOf(clinic, 'ada')).toEqual(later);
      expect(await store().addressOf(clinic, 'bo')).toBeUndefined();
      expect(await store().addressOf('hillside', 'ada')).toBeUndefined();
    });

    it('moves on when its place holds another conversation', async () => {
      await store().keepAddress(addressOf('chat-1', { conversation: 'ada' }));
      await store().keepAddress(addressOf('chat-1', { conversation: 'ada-2' }));
      expect(await store().addressOf(clinic, 'ada')).toBeUndefined();
      expect(await store().addressOf(clinic, 'ada-2')).toMatchObject({ key: 'chat-1' });
    });

    it('is erased with its conversation, and no other is', async () => {
      await promise('ada');
      await store().keepAddress(addressOf('chat-1', { conversation: 'ada' }));
      await store().keepAddress(addressOf('chat-2', { conversation: 'bo' }));
      await store().keepAddress(addressOf('nurses'));
      await store().forget(clinic, 'ada');
      expect(await store().address(clinic, 'chat-1')).toBeUndefined();
      expect(await store().address(clinic, 'chat-2')).toBeDefined();
      expect(await store().address(clinic, 'nurses')).toBeDefined();
    });
  });
}
