/**
 * A warning found in a patient's words. `flag` is an entry of safety.yaml, `quote` the clause it was said in, word for word.
 * Not `sure`: a possible one, about which one direct question may be asked first if waiting is safe.
 */
export type Alarm = { flag: string; level: 'emergency' | 'same-day'; because: string; quote: string; sure: boolean };

/** The more urgent first, and of those the certain. */
export function byUrgency(one: Alarm, two: Alarm): number {
  return rank(two) - rank(one);
}

/** How urgent and how certain something is, where more is higher. */
export function rank({ level, sure }: Pick<Alarm, 'level' | 'sure'>): number {
  return (level === 'emergency' ? 2 : 0) + (sure ? 1 : 0);
}
