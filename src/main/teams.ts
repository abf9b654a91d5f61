import type { FastifyPluginAsync } from 'fastify';
import type { Identity } from '../channels/teams/adapter.ts';
import type { Clinic } from '../clinic.ts';
import type { TeamsConfig } from '../config/teams.ts';
import type { Content } from '../conversation/content.ts';
import { openOutbox, type Outbox } from '../outbox.ts';
import type { Accounts } from '../staff/inbox/accounts.ts';
import type { Store } from '../store/store.ts';
import { certificateFrom } from './certificate.ts';

export interface TeamsParts {
  readonly settings: TeamsConfig;
  readonly clinic: Clinic;
  readonly store: Store;
  readonly content: Content;
  /** Where the inbox is reached. */
  readonly publicUrl: string;
  /** The nurse whose account in the inbox has this e-mail address. */
  readonly nurseWith: Accounts['nurseWith'];
  readonly now: () => Date;
  readonly fresh: () => string;
  readonly report: (failure: unknown) => void;
}

export interface Teams {
  /** Where Teams brings what people write and tap. */
  readonly route: FastifyPluginAsync;
  /** Begins to deliver what is promised. */
  deliver(): Promise<Outbox>;
}

/** Loads Teams, and the one package that speaks with it. A clinic without Teams never comes here. */
export async function startTeams({ settings, clinic, store, content, publicUrl, nurseWith, now, fresh, report }: TeamsParts): Promise<Teams> {
  const [{ teamsChannel }, { nursesSide }, make] = await Promise.all([import('../channels/teams/serve.ts'), import('../staff/teams/nurses.ts'), adapterOf(settings)]);
  let outbox: Outbox | undefined;
  const { route, couriers } = teamsChannel({
    make,
    identity: settings.identity && identityOf(settings.identity),
    serviceHosts: settings.serviceHosts,
    clinic,
    store,
    content,
    now,
    fresh,
    report,
    nurses: (adapter) => nursesSide({ adapter, clinic, store, content, now, report, publicUrl, nurseWith, owners: settings.owners, showNames: settings.showNames, wake: async () => outbox?.wake() }),
  });
  return {
    route,
    async deliver() {
      outbox = await openOutbox({ store, clinic, id: content.card.id, couriers, now, later: setTimeout, report });
      return outbox;
    },
  };
}

async function adapterOf({ adapter }: TeamsConfig) {
  return adapter === 'agents' ? (await import('../channels/teams/agents.ts')).agents : (await import('../channels/teams/bot-framework.ts')).botFramework;
}

function identityOf({ proof, ...identity }: NonNullable<TeamsConfig['identity']>): Identity {
  return { ...identity, proof: 'secret' in proof ? proof : certificateFrom(proof) };
}
