import { initialTransition, transition, type SnapshotFrom } from 'xstate';
import { isNeeded, type Dialog, type Item } from './dialog.ts';
import type { Chart } from './machine.ts';
import type { Answers, Value } from './value.ts';

/** An answer the conversation holds, and the fingerprint of the question it was given to. */
export interface Held {
  readonly value: Value;
  readonly of: string;
}

/** An item passed on the way, with the answer it was passed with. */
export interface Passed {
  readonly item: Item;
  readonly held: Held;
  readonly after: SnapshotFrom<Chart>;
}

/** Where the walk came to rest: an open item, or one of the ends with the item that led there. */
export type Rest =
  | { readonly at: 'question'; readonly item: Item }
  | { readonly at: 'emergency' | 'stopped'; readonly by: Item }
  | { readonly at: 'finished' };

export interface Walk {
  readonly path: readonly Passed[];
  readonly rest: Rest;
  /** The answers on the path; one that the way no longer passes is not among them. */
  readonly answers: Answers;
}

/**
 * Walks the chart with the answers held until an item has none, or has one that no longer answers it.
 * @param before an earlier walk of the same chart. It changes how soon the result is there, never what it is: as long as the same
 * answers lie on the path, its steps are taken over.
 */
export function walk(dialog: Dialog, chart: Chart, held: ReadonlyMap<string, Held>, before?: Walk): Walk {
  const path: Passed[] = [];
  for (const passed of before?.path ?? []) {
    if (held.get(passed.item.id) !== passed.held) break;
    path.push(passed);
  }
  let snapshot = path.at(-1)?.after ?? initialTransition(chart)[0];
  while (snapshot.status === 'active') {
    const item = itemAt(dialog, snapshot);
    const answer = held.get(item.id);
    if (!answer || !answersStill(answer, item)) return { path, rest: { at: 'question', item }, answers: snapshot.context.answers };
    [snapshot] = transition(chart, snapshot, { type: 'answered', answers: { ...snapshot.context.answers, [item.id]: answer.value } });
    path.push({ item, held: answer, after: snapshot });
  }
  return { path, rest: endOf(snapshot, path), answers: snapshot.context.answers };
}

/**
 * Every answer that still stands, in the order of the pages: to a question that is asked today, worded as it was. Those beyond the
 * place where the walk rests are among them, so that a question added, reworded or taken back hides nothing that was said after it.
 */
export function givenIn(dialog: Dialog, held: ReadonlyMap<string, Held>): { items: Item[]; answers: Answers } {
  const items: Item[] = [];
  const answers: Record<string, Value> = {};
  for (const item of dialog.items) {
    const answer = held.get(item.id);
    if (!answer || !answersStill(answer, item) || !isNeeded(item, answers)) continue;
    items.push(item);
    answers[item.id] = answer.value;
  }
  return { items, answers };
}

/** Not once the question means something else, and a question that was skipped must still be one that may be. */
function answersStill({ of, value }: Held, { of: meaning, question }: Item): boolean {
  return of === meaning && (value !== null || question.optional === true);
}

function endOf(snapshot: SnapshotFrom<Chart>, path: readonly Passed[]): Rest {
  const by = path.at(-1)?.item;
  return by && (snapshot.value === 'emergency' || snapshot.value === 'stopped') ? { at: snapshot.value, by } : { at: 'finished' };
}

function itemAt(dialog: Dialog, { value }: SnapshotFrom<Chart>): Item {
  const item = dialog.byId.get(value);
  if (!item) throw new Error(`The chart is at "${value}", which is no question of the dialog.`);
  return item;
}
