/** What many repetitions of one thing took. */
export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
}

/** Lets each worker repeat its step until the time is over. A step resolves when its answer is there. */
export async function repeat(workers: readonly (() => Promise<void>)[], seconds: number): Promise<Measured> {
  const times: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    workers.map(async (step) => {
      while (performance.now() < end) {
        const before = performance.now();
        await step();
        times.push(performance.now() - before);
      }
    }),
  );
  return { perSecond: times.length / ((performance.now() - began) / 1000), ...quantiles(times) };
}

export function quantiles(times: readonly number[]): { median: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99) };
}
