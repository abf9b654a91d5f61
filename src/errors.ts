/** The outside failed, or someone asked for what is not theirs. Messages may change, codes may not. */
export type ErrorCode =
  | 'bad-request'
  | 'too-large'
  | 'token-missing'
  | 'token-invalid'
  | 'token-expired'
  | 'not-yours'
  | 'not-found'
  | 'not-signed-in'
  | 'address-taken'
  | 'too-many'
  | 'log-moved-on'
  | 'already-claimed'
  | 'already-closed'
  | 'setting-invalid'
  | 'page-invalid'
  | 'teams-unreachable'
  | 'store-unavailable';

/** The one map from code to HTTP status. 403 for an unknown conversation and an expired token: on 404 and 401 a Direct Line client gives up for good. */
export const statusOf = {
  'bad-request': 400,
  'too-large': 413,
  'token-missing': 401,
  'token-invalid': 401,
  'token-expired': 403,
  'not-yours': 403,
  'not-found': 404,
  'not-signed-in': 401,
  'address-taken': 409,
  'too-many': 429,
  'log-moved-on': 409,
  'already-claimed': 409,
  'already-closed': 409,
  'setting-invalid': 500,
  'page-invalid': 500,
  'teams-unreachable': 503,
  'store-unavailable': 503,
} satisfies Record<ErrorCode, number>;

/**
 * A failure with a stable code.
 * @param message a sentence for the person who runs the clinic's server; it never carries patient data.
 */
export class ClinicError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ClinicError';
    this.code = code;
  }
}
