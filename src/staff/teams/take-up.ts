import type { Store } from '../../store/store.ts';

/**
 * Has the cards that Teams refused tried again, as the channel was chosen anew: what stood in their way, a channel that is gone or an app
 * that was removed from it, may be mended by that. A card that may have been shown is never posted again.
 */
export async function takeUpRefused(store: Pick<Store, 'refusedCards' | 'moveErrand'>, clinic: string, now: Date): Promise<void> {
  for (const errand of await store.refusedCards(clinic)) await store.moveErrand(errand, { ...errand, state: 'waiting', tries: 0, due: now.toISOString() });
}
