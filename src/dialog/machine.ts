import { setup } from 'xstate';
import { isNeeded, type Dialog, type Item } from './dialog.ts';
import { raisedBy } from './flags.ts';
import { holds } from './condition.ts';
import type { Answers } from './value.ts';

interface Context {
  answers: Answers;
}

/** An answer was given. Guards run before actions, so the event itself brings all answers with the new one among them. */
interface Answered {
  type: 'answered';
  answers: Answers;
}

/** The states that are not questions. A question's state has the item's id. */
export const ends = ['emergency', 'stopped', 'finished'] as const;

export type Chart = ReturnType<typeof chartFrom>;

/**
 * The pages as one XState chart: a state for each item, left by one event, `answered`. An emergency flag leaves it first, then
 * `stopIf`, then the way leads to the next item that is needed. The dialog must have passed `check`.
 */
export function chartFrom(dialog: Dialog) {
  const chart = setup<Context, Answered>({});
  const record = chart.assign({ answers: ({ event }) => event.answers });

  const leave = (target: string, guard?: (answers: Answers) => boolean) => ({
    target,
    actions: record,
    ...(guard && { guard: ({ event }: { event: Answered }) => guard(event.answers) }),
  });

  const states = dialog.items.map((item, index) => {
    const onward = reachableFrom(dialog.items, index).map((next) => leave(next.id, isAlwaysNeeded(next) ? undefined : (answers) => isNeeded(next, answers)));
    return [
      item.id,
      chart.createStateConfig({
        on: {
          answered: [
            leave('emergency', (answers) => raisedBy(item, answers).some(({ level }) => level === 'emergency')),
            ...(item.question.stopIf ? [leave('stopped', stops(item))] : []),
            ...onward,
            leave('finished'),
          ],
        },
      }),
    ] as const;
  });

  return chart.createMachine({
    id: 'intake',
    initial: dialog.items[0]?.id ?? 'finished',
    context: { answers: {} },
    states: { ...Object.fromEntries(states), ...Object.fromEntries(ends.map((end) => [end, chart.createStateConfig({ type: 'final' })])) },
  });
}

function stops(item: Item): (answers: Answers) => boolean {
  return (answers) => item.question.stopIf !== undefined && holds(item.question.stopIf.when, answers, item.each?.option.id);
}

/** The items that may come next: all up to and including the first that nothing can skip. */
function reachableFrom(items: readonly Item[], index: number): Item[] {
  const later = items.slice(index + 1);
  const first = later.findIndex(isAlwaysNeeded);
  return first < 0 ? later : later.slice(0, first + 1);
}

function isAlwaysNeeded({ question, each }: Item): boolean {
  return each === null && question.onlyIf === undefined;
}
