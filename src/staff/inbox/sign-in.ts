import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ClinicError, statusOf } from '../../errors.ts';
import type { ErrorCode } from '../../errors.ts';
import { addressHeader } from './accounts.ts';
import type { Accounts } from './accounts.ts';

/** All that anyone may ask of the sign-in library; it has more paths than a clinic needs. */
const open = ['/sign-in/email', '/sign-out', '/invitation/accept'];

const Refused = z.object({ code: z.string().optional(), message: z.string().optional() });

/** Sign-in, sign-out and set-up: passed to the library, whose cookies come back and whose session token does not. */
export function signInRoutes(app: FastifyInstance, accounts: Accounts, publicUrl: string): void {
  for (const path of open) {
    app.post(`/staff/api/auth${path}`, async (request, reply) => {
      const headers = fromNodeHeaders(request.headers);
      headers.delete('content-length');
      headers.set(addressHeader, request.ip);
      const url = new URL(`/staff/api/auth${path}`, publicUrl);
      const answer = await accounts.answer(new Request(url, { method: 'POST', headers, body: JSON.stringify(request.body) }));
      if (!answer.ok) {
        const wait = answer.headers.get('x-retry-after');
        if (wait !== null) reply.header('retry-after', wait);
        throw await refusalOf(answer);
      }
      const cookies = answer.headers.getSetCookie();
      if (cookies.length > 0) reply.header('set-cookie', cookies);
      return { ok: true };
    });
  }
}

async function refusalOf(answer: Response): Promise<Error> {
  const { code, message } = Refused.safeParse(await answer.json().catch(() => undefined)).data ?? {};
  switch (answer.status) {
    case 401:
      return code === 'token-invalid' && message !== undefined
        ? new ClinicError('token-invalid', message)
        : new ClinicError('not-signed-in', 'The e-mail address or the password is wrong.');
    case 403:
      return new ClinicError('not-yours', 'This was not sent by a page of the inbox.');
    case 409:
      return new ClinicError('address-taken', 'This e-mail address has an account already.');
    case 429:
      return new ClinicError('too-many', 'Too many attempts. Please wait a minute and try again.');
    case 400:
      return new ClinicError('bad-request', isOurs(code) && message !== undefined ? message : 'The request could not be read.');
    default:
      return new Error(`The sign-in library answered ${answer.status}.`);
  }
}

const isOurs = (code: string | undefined): code is ErrorCode => code !== undefined && code in statusOf;
