import type { Adapter } from '../../channels/teams/adapter.ts';
import { addressOf } from '../../channels/teams/address.ts';
import type { Incoming } from '../../channels/teams/incoming.ts';
import type { Staff } from '../../conversation/log.ts';

/** Who is behind an activity: somebody of the clinic, or why they may not act. */
export type Actor = { readonly ok: true; readonly staff: Staff } | { readonly ok: false; readonly why: 'guest' | 'unknown' };

export interface People {
  readonly member: Adapter['member'];
  /** The nurse whose account in the inbox has this e-mail address. */
  readonly nurseWith: (email: string) => Promise<Staff | undefined>;
}

/**
 * A nurse is the same person in Teams and in the inbox, by the e-mail address of both. Whoever has no account there is known by their
 * object id in Entra.
 */
export async function actorOf(activity: Incoming, { member, nurseWith }: People): Promise<Actor> {
  const found = await member(addressOf(activity), activity.from.id);
  const entra = found?.entra ?? activity.from.aadObjectId;
  if (!found || !entra) return { ok: false, why: 'unknown' };
  if (found.guest) return { ok: false, why: 'guest' };
  const nurse = found.email === undefined ? undefined : await nurseWith(found.email);
  return { ok: true, staff: nurse ?? { id: `teams:${entra}`, name: found.name || (activity.from.name ?? entra) } };
}
