import { z } from 'zod';
import { ChannelName, Row, Urgency } from '../conversation/log.ts';
import type { Log } from '../conversation/log.ts';
import { ClinicError } from '../errors.ts';
import { open } from './seal.ts';
import type { Address, Case, Errand } from './store.ts';

const StoredRow = Row.extend({ entry: z.string().transform(open) });

const StoredCase = z
  .strictObject({
    clinic: z.string(),
    conversation: z.string(),
    channel: ChannelName,
    urgency: Urgency,
    label: z.string(),
    handed_over_at: z.iso.datetime(),
    claimed_by_id: z.string().nullable(),
    claimed_by_name: z.string().nullable(),
    closed_at: z.iso.datetime().nullable(),
  })
  .transform(({ handed_over_at: handedOverAt, claimed_by_id: id, claimed_by_name: name, closed_at: closedAt, ...kept }): Case => {
    return { ...kept, handedOverAt, claimedBy: id === null || name === null ? null : { id, name }, closedAt };
  });

const StoredErrand = z
  .strictObject({
    clinic: z.string(),
    key: z.string(),
    conversation: z.string(),
    kind: z.enum(['reply', 'card']),
    of_seq: z.number().int(),
    seq: z.number().int(),
    state: z.enum(['waiting', 'posting', 'delivered', 'unknown', 'refused']),
    tries: z.number().int(),
    due: z.iso.datetime(),
    posted: z.string().nullable(),
  })
  .transform(({ of_seq: of, ...kept }): Errand => ({ ...kept, of }));

const StoredAddress = z.strictObject({ clinic: z.string(), key: z.string(), address: z.string(), conversation: z.string().nullable(), at: z.iso.datetime() });

/**
 * The log from rows `seq, at, entry` of the table `entries`.
 * Throws ClinicError `store-unavailable` for a row that this version cannot read, naming its `seq` and nothing else of it.
 */
export function logFrom(stored: readonly unknown[]): Log {
  return stored.map((row) => {
    try {
      return StoredRow.parse(row);
    } catch {
      // No cause: a JSON or zod error may quote the patient.
      throw new ClinicError('store-unavailable', `table entries, seq ${seqOf(row)}: this row cannot be read`);
    }
  });
}

/** One case from a row of the table `cases`. Throws ClinicError `store-unavailable` if this version cannot read it. */
export function caseFrom(stored: unknown): Case {
  return readWith(StoredCase, stored, 'cases');
}

/** One errand from a row of the table `outbox`. Throws ClinicError `store-unavailable` if this version cannot read it. */
export function errandFrom(stored: unknown): Errand {
  return readWith(StoredErrand, stored, 'outbox');
}

/** One address from a row of the table `addresses`. Throws ClinicError `store-unavailable` if this version cannot read it. */
export function addressFrom(stored: unknown): Address {
  return readWith(StoredAddress, stored, 'addresses');
}

function readWith<T>(shape: z.ZodType<T>, stored: unknown, table: string): T {
  const read = shape.safeParse(stored);
  if (!read.success) throw new ClinicError('store-unavailable', `table ${table}: a row cannot be read`);
  return read.data;
}

function seqOf(row: unknown): number | 'unknown' {
  const read = z.looseObject({ seq: z.number() }).safeParse(row);
  return read.success ? read.data.seq : 'unknown';
}
