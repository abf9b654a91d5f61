/** Whether a value means what was expected: ranges must overlap and be at most about twice as wide, lists hold the same in any order, objects at least what is expected. */
export function means(expected: unknown, value: unknown): boolean {
  const [wanted, got] = [rangeOf(expected), rangeOf(value)];
  if (wanted && got) return got[0] <= wanted[1] && got[1] >= wanted[0] && got[1] - got[0] <= 2 * Math.max(wanted[1] - wanted[0], 1, 0.2 * wanted[1]);
  if (Array.isArray(expected) && Array.isArray(value)) return expected.length === value.length && expected.every((one) => value.some((other) => means(one, other)));
  if (isRecord(expected) && isRecord(value)) return Object.entries(expected).every(([key, one]) => means(one, value[key]));
  if (typeof expected === 'string' && typeof value === 'string') return expected.toLowerCase() === value.toLowerCase();
  return expected === value;
}

function rangeOf(value: unknown): [number, number] | undefined {
  if (typeof value === 'number') return [value, value];
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [low, high]: unknown[] = value;
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
