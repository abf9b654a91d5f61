import { ClinicError } from '../errors.ts';

/** The failure as the caller sees it. A constraint that does not hold is our bug, not the database's trouble. */
export function reached(error: unknown): unknown {
  const code = codeOf(error);
  return code === undefined || code.startsWith('SQLITE_CONSTRAINT') ? error : new ClinicError('store-unavailable', `SQLite answered ${code}`, { cause: error });
}

/** SQLite's own code, if it was SQLite that failed. Told by its name: the driver's class is another one for each copy of the module. */
function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : undefined;
}
