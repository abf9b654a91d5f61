/** A clock that stands still until it is moved, and rings what falls due on the way. */
export interface Clock {
  readonly now: () => Date;
  readonly later: (act: () => void, milliseconds: number) => Disposable;
  /** In how many seconds each alarm rings, soonest first. */
  readonly alarms: () => number[];
  readonly pass: (seconds: number) => void;
}

export function aClock(from = '2026-11-22T09:00:00Z'): Clock {
  let at = Date.parse(from);
  const alarms = new Set<{ readonly at: number; readonly act: () => void }>();
  const inOrder = () => [...alarms].toSorted((one, other) => one.at - other.at);
  return {
    now: () => new Date(at),
    later(act, milliseconds) {
      const alarm = { at: at + milliseconds, act };
      alarms.add(alarm);
      return { [Symbol.dispose]: () => void alarms.delete(alarm) };
    },
    alarms: () => inOrder().map((alarm) => (alarm.at - at) / 1000),
    pass(seconds) {
      at += seconds * 1000;
      for (const alarm of inOrder().filter((one) => one.at <= at)) {
        alarms.delete(alarm);
        alarm.act();
      }
    },
  };
}
