import type { Step } from './store.ts';

/** What the tables beside the log keep of a step. */
export interface Extent {
  /** The last `seq` of the log after the step. */
  readonly seq: number;
  /** The time of its last row, in milliseconds since 1970. */
  readonly lastAt: number;
  /** Where the message that caused the step stands in the log; the first row, if no row repeats its id. */
  readonly heardAt: number;
}

/**
 * Measures a step before it is written.
 * Throws a plain Error, as it is our bug, if the step has no rows, if their `seq` does not run on from `after`, or if its
 * case is another conversation's.
 */
export function extentOf(step: Step): Extent {
  const { after, rows, message } = step;
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`a step after seq ${after} has no rows`);

  const astray = rows.find((row, i) => row.seq !== after + 1 + i);
  if (astray !== undefined) throw new Error(`a step after seq ${after} holds a row of seq ${astray.seq} out of its place`);

  if (step.case !== undefined && (step.case.clinic !== step.clinic || step.case.conversation !== step.conversation)) {
    throw new Error(`a step after seq ${after} holds the case of another conversation`);
  }

  const heard = rows.find(({ entry }) => entry.type === 'said' && entry.message === message);
  return { seq: last.seq, lastAt: Date.parse(last.at), heardAt: (heard ?? first).seq };
}
