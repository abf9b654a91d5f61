import type { FastifyPluginAsync } from 'fastify';
import type { Clinic } from '../../clinic.ts';
import type { Content } from '../../conversation/content.ts';
import type { Accounts } from './accounts.ts';
import { caseRoutes } from './cases.ts';
import { eventRoutes, watchCases } from './events.ts';
import { ownPagesOnly, signedInOnly, staffOf } from './guard.ts';
import { pageRoutes } from './page.ts';
import { signInRoutes } from './sign-in.ts';
import type { Invitation, Me } from './wire.ts';

export interface InboxOptions {
  readonly clinic: Clinic;
  readonly accounts: Accounts;
  /** What the clinic says, in each of its languages: a nurse reads hers. */
  readonly content: Content;
  /** Where the inbox is reached; changes posted from any other origin are refused. */
  readonly publicUrl: string;
  readonly now: () => Date;
}

/** The nurse's inbox under /staff: the page for anyone, sign-in for anyone, and everything else for a nurse who is signed in. */
export function inboxRoutes({ clinic, accounts, content, publicUrl, now }: InboxOptions): FastifyPluginAsync {
  return async (app) => {
    ownPagesOnly(app, publicUrl);
    await pageRoutes(app, content);
    signInRoutes(app, accounts, publicUrl);

    app.register(async (inside) => {
      signedInOnly(inside, accounts);
      const watch = watchCases(clinic);
      inside.get('/staff/api/me', async (request): Promise<Me> => staffOf(request));
      inside.post('/staff/api/invitations', async (): Promise<Invitation> => accounts.inviteLink());
      caseRoutes(inside, { clinic, content, watch, now });
      eventRoutes(inside, watch, accounts);
    });
  };
}
