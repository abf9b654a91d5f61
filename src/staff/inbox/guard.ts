import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Staff } from '../../conversation/log.ts';
import { ClinicError } from '../../errors.ts';
import type { Accounts } from './accounts.ts';

const signedInAs = 'staff';

/** Closes every route of `app` to anyone but a signed-in nurse of this clinic: ClinicError `not-signed-in`. */
export function signedInOnly(app: FastifyInstance, accounts: Accounts): void {
  app.decorateRequest(signedInAs, null);
  app.addHook('onRequest', async (request, reply) => {
    const found = await accounts.signedIn(fromNodeHeaders(request.headers));
    if (!found) throw new ClinicError('not-signed-in', 'Please sign in.');
    request.setDecorator<Staff>(signedInAs, found.staff);
    if (found.cookies.length > 0) reply.header('set-cookie', [...found.cookies]);
  });
}

/** The nurse who asks, behind `signedInOnly`. */
export function staffOf(request: FastifyRequest): Staff {
  return request.getDecorator<Staff>(signedInAs);
}

/**
 * Closes every changing route of `app` to other sites: a browser names the origin of the page that posts, and another site's
 * form cannot send JSON. ClinicError `not-yours` or `bad-request`.
 */
export function ownPagesOnly(app: FastifyInstance, publicUrl: string): void {
  const { origin } = new URL(publicUrl);
  app.addHook('onRequest', async ({ method, headers }) => {
    if (method === 'GET' || method === 'HEAD') return;
    if (headers.origin !== origin) throw new ClinicError('not-yours', `Open the inbox at ${origin}/staff and try again.`);
    if (!/^application\/json\b/.test(headers['content-type'] ?? '')) throw new ClinicError('bad-request', 'The request must be JSON.');
  });
}

/** What was sent, as `shape` says it must be. Throws ClinicError `bad-request`, which names the field and not what stood in it. */
export function read<T>(shape: z.ZodType<T>, sent: unknown): T {
  const { data, error } = shape.safeParse(sent);
  if (error === undefined) return data;
  throw new ClinicError('bad-request', `This cannot be read: ${error.issues[0]?.path.join('.') || 'the request'}.`);
}
