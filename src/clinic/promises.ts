import type { Log, Row } from '../conversation/log.ts';
import type { Standing } from '../conversation/status.ts';
import type { Promised } from '../store/store.ts';

/** One step of a conversation, as it is about to be written. */
export interface Happening {
  readonly conversation: string;
  readonly rows: Log;
  readonly before: Standing;
  readonly after: Standing;
}

/** Who is told outside of what happens: patients in their Teams chats, nurses in their Teams channel. */
export interface Audience {
  readonly patients: boolean;
  readonly nurses: boolean;
}

/**
 * What a step promises: to a patient in Teams every reply, and that what can no longer be tapped loses its buttons; to the nurses' channel
 * the card of the case, whenever what it says has changed. A change of language redraws nothing.
 */
export function promisesIn(happening: Happening, { patients, nurses }: Audience): Promised[] {
  return [...(patients ? repliesIn(happening) : []), ...(nurses ? cardIn(happening) : [])];
}

function repliesIn({ conversation, rows, before, after }: Happening): Promised[] {
  if (after.opened?.channel !== 'teams') return [];
  const newest = rows.at(-1)?.seq ?? before.seq;
  const shown = rows.filter(isShown).map(({ seq }) => seq);
  const live = [after.tappable.question, after.tappable.alert];
  const stale = [before.tappable.question, before.tappable.alert].filter((seq) => !live.includes(seq)).filter((seq) => seq !== null);
  return [...stale, ...shown].map((of) => ({ key: `reply:${conversation}:${of}`, kind: 'reply', of, seq: newest }));
}

function cardIn({ conversation, rows, before, after }: Happening): Promised[] {
  const first = rows.find(({ entry: { type } }) => type === 'handed-over' || type === 'claimed' || type === 'released' || type === 'closed');
  const newest = rows.at(-1);
  if (!newest || !after.handedOver || (!first && before.urgency === after.urgency)) return [];
  return [{ key: `case:${conversation}`, kind: 'card', of: (first ?? newest).seq, seq: newest.seq }];
}

function isShown({ entry: { type } }: Row): boolean {
  return type === 'replied' || type === 'nurse-said';
}
