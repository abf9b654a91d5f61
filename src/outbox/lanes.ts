import type { Errand } from '../store/store.ts';

/** The errands of one conversation to one place: done one after the other, whatever becomes of the rest. */
export interface Lane {
  readonly conversation: string;
  readonly kind: Errand['kind'];
}

export interface Lanes {
  /** Has a lane worked on as soon as there is room; again, if it is being worked on. */
  wake(lane: Lane): void;
  /** Whether it is to be worked on again, or nothing more is to be begun. */
  isOvertaken(lane: Lane): boolean;
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

interface LanesParts {
  /** Returns when to come back, in milliseconds since 1970; `Infinity` if only a wake can change anything. */
  readonly work: (lane: Lane) => Promise<number>;
  readonly now: () => Date;
  readonly later: (act: () => void, milliseconds: number) => Disposable;
  /** Told when `work` throws; the lane is left alone for a while, and then woken. */
  readonly report: (failure: unknown) => void;
}

/** How many lanes are worked on at the same time. */
const atOnce = 16;

/** How long a lane is left alone after a failure, in milliseconds. */
const pause = 5000;

/** A timer of Node's that is set further ahead than 24 days rings at once. In milliseconds. */
const furthest = 86_400_000;

/** Works on each lane when it is woken and when it asks to be, and does nothing in between. */
export function makeLanes({ work, now, later, report }: LanesParts): Lanes {
  const waiting = new Map<string, Lane>();
  const alarms = new Map<string, Disposable>();
  const atWork = new Map<string, Promise<void>>();
  let stopped = false;

  function wake(lane: Lane): void {
    silence(nameOf(lane));
    waiting.set(nameOf(lane), lane);
    begin();
  }

  function silence(name: string): void {
    alarms.get(name)?.[Symbol.dispose]();
    alarms.delete(name);
  }

  function begin(): void {
    for (const [name, lane] of waiting) {
      if (stopped || atWork.size >= atOnce) return;
      if (atWork.has(name)) continue;
      waiting.delete(name);
      atWork.set(name, workOn(lane, name));
    }
  }

  async function workOn(lane: Lane, name: string): Promise<void> {
    const next = await work(lane).catch((failure: unknown) => {
      report(failure);
      return now().getTime() + pause;
    });
    atWork.delete(name);
    if (next !== Infinity && !isOvertaken(lane)) alarms.set(name, later(() => wake(lane), Math.min(Math.max(next - now().getTime(), 0), furthest)));
    begin();
  }

  function isOvertaken(lane: Lane): boolean {
    return stopped || waiting.has(nameOf(lane));
  }

  return {
    wake,
    isOvertaken,
    async stop() {
      stopped = true;
      for (const name of alarms.keys()) silence(name);
      await Promise.all(atWork.values());
    },
  };
}

function nameOf({ kind, conversation }: Lane): string {
  return `${kind} ${conversation}`;
}
