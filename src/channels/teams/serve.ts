import type { FastifyPluginAsync } from 'fastify';
import type { Courier } from '../../outbox.ts';
import type { Adapter, Handlers, Identity, MakeAdapter } from './adapter.ts';
import type { Address } from './address.ts';
import { isKnownService, teamsDoor } from './door.ts';
import { isPersonal } from './incoming.ts';
import { arrivals, type ArrivalParts } from './patient/arrivals.ts';
import { replyCourier } from './patient/courier.ts';

/** The nurses' side, which speaks through the same adapter. */
export interface NursesSide {
  readonly handlers: Handlers;
  readonly courier: Courier;
}

export interface TeamsParts extends ArrivalParts {
  readonly make: MakeAdapter;
  readonly identity: Identity | null;
  /** The hosts that may be called back; null in development, where only this machine may be. */
  readonly serviceHosts: readonly string[] | null;
  readonly store: ArrivalParts['store'] & Parameters<typeof replyCourier>[0]['store'];
  readonly nurses: (adapter: Adapter) => NursesSide;
  /** Told of failures of our own. */
  readonly report: (failure: unknown) => void;
}

export interface TeamsChannel {
  /** Where Teams brings what people write and tap. */
  readonly route: FastifyPluginAsync;
  readonly couriers: { readonly reply: Courier; readonly card: Courier };
}

/** The channel to Teams: patients in their personal chats, nurses everywhere else. */
export function teamsChannel({ make, identity, serviceHosts, nurses, report, ...parts }: TeamsParts): TeamsChannel {
  const patients = arrivals(parts);
  const adapter = onlyTo(
    serviceHosts,
    make(identity, {
      // A command that is changed afterwards in a channel is not given again.
      message: async (activity) => {
        if (isPersonal(activity)) await patients.message(activity);
        else if (activity.type === 'message') await staff.handlers.message(activity);
      },
      met: (activity) => (isPersonal(activity) ? patients : staff.handlers).met(activity),
      action: (activity, verb, data) => staff.handlers.action(activity, verb, data),
    }, { now: parts.now, report }),
  );
  const staff = nurses(adapter);
  return {
    route: teamsDoor({ adapter, tenant: identity?.tenant ?? null, serviceHosts }),
    couriers: { reply: replyCourier({ ...parts, adapter }), card: staff.courier },
  };
}

/** An address was checked when it was kept, and the hosts may have been changed since. */
function onlyTo(hosts: TeamsParts['serviceHosts'], adapter: Adapter): Adapter {
  const isKnown = ({ serviceUrl }: Address): boolean => isKnownService(serviceUrl, hosts);
  return {
    ...adapter,
    post: async (to, activity) => (isKnown(to) ? adapter.post(to, activity) : { ok: false, why: 'refused', status: 0 }),
    update: async (at, id, activity) => (isKnown(at) ? adapter.update(at, id, activity) : { ok: false, why: 'refused', status: 0 }),
    member: async (at, user) => (isKnown(at) ? adapter.member(at, user) : undefined),
  };
}
