import type { Card } from '../../channels/teams/card/shape.ts';
import type { Clinic } from '../../clinic.ts';
import { voiceOf, type Content } from '../../conversation/content.ts';
import { summarise } from '../../handoff/summary.ts';
import type { Store } from '../../store/store.ts';
import { handoffCard, headline, type Look } from './card.ts';

/** A case as it is now. */
export interface Drawn {
  readonly card: Card;
  /** What a notification may say of it. */
  readonly headline: string;
}

/** Draws a case from its log; undefined if there is no such case. `note` is a sentence for the one who reads this card alone. */
export type Draw = (conversation: string, note?: string) => Promise<Drawn | undefined>;

export interface DrawParts extends Pick<Look, 'publicUrl' | 'showNames'> {
  readonly clinic: Pick<Clinic, 'log'>;
  readonly store: Pick<Store, 'case'>;
  readonly content: Content;
  readonly now: () => Date;
}

/** Draws in the clinic's first language: a channel is read by many. */
export function drawing({ clinic, store, content, now, ...look }: DrawParts): Draw {
  const voice = voiceOf(content, content.card.languages[0] ?? '');
  return async (conversation, note) => {
    const found = await store.case(content.card.id, conversation);
    if (!found) return undefined;
    const summary = summarise({ conversation, log: await clinic.log(conversation), content, voice, today: now().toISOString().slice(0, 10) });
    const shown = { case: found, summary, ...(note !== undefined && { note }) };
    const how: Look = { ...look, words: voice, clinic: voice.card };
    return { card: handoffCard(shown, how), headline: headline(shown, how) };
  };
}
