import type { WireFailure } from '../../../channels/web/wire.ts';

const api = '/v3/directline';
const answerLimit = 10_000;

/** The server heard us and said no. */
export class Refused extends Error {
  readonly code: string;
  /** Milliseconds after which to ask again. */
  readonly wait: number;

  constructor(code: string, wait = 0) {
    super(code);
    this.code = code;
    this.wait = wait;
  }
}

/** Whether the key is no longer good, so that only a new conversation helps. */
export function isExpired(error: unknown): boolean {
  return error instanceof Refused && ['token-expired', 'token-invalid', 'not-yours'].includes(error.code);
}

/**
 * Asks the server for one thing.
 * @throws Refused if it said no; anything else if it could not be reached
 */
export async function ask<T>(method: 'GET' | 'POST', path: string, token: string | undefined, body?: unknown): Promise<T> {
  const response = await fetch(api + path, {
    method,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(answerLimit),
  });
  if (response.ok) return response.json();
  if (response.status === 429) throw new Refused('too-many', 1000 * (Number(response.headers.get('retry-after')) || 10));
  const { error }: WireFailure = await response.json();
  throw new Refused(error.code);
}
