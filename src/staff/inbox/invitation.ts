import type { AuthContext } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { generateRandomString } from 'better-auth/crypto';
import { z } from 'zod';

/** Whom a link is for: the clinic's first nurse, or a colleague whom a signed-in nurse has asked in. */
const Invited = z.strictObject({ clinic: z.string(), as: z.enum(['first', 'colleague']) });
type Invited = z.infer<typeof Invited>;

const Acceptance = z.strictObject({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254),
  password: z.string(),
});

const identifierOf = (token: string): string => `invitation:${token}`;
const valueOf = ({ clinic, as }: Invited): string => JSON.stringify({ clinic, as });

function refused(message: string): APIError {
  return new APIError('BAD_REQUEST', { code: 'bad-request', message });
}

function spent(): APIError {
  return new APIError('UNAUTHORIZED', { code: 'token-invalid', message: 'This link was used before, has expired, or was never made.' });
}

const accountsOf = (context: AuthContext, clinic: string): Promise<number> => context.internalAdapter.countTotalUsers([{ field: 'clinic', value: clinic }]);

/** How many people of the clinic can sign in. */
const countAccounts = createAuthEndpoint({ method: 'POST', body: z.strictObject({ clinic: z.string() }) }, ({ context, body }) => accountsOf(context, body.clinic));

/** The clinic's nurse whose account has this e-mail address, if there is one. */
const findNurse = createAuthEndpoint({ method: 'POST', body: z.strictObject({ clinic: z.string(), email: z.string() }) }, async ({ context, body }) => {
  const where = [{ field: 'clinic', value: body.clinic }, { field: 'email', value: body.email.toLowerCase() }];
  const found = await context.adapter.findOne<{ id: string; name: string }>({ model: 'user', where });
  return found ? { id: found.id, name: found.name } : null;
});

const makeInvitation = createAuthEndpoint({ method: 'POST', body: Invited.extend({ expiresAt: z.date() }) }, async ({ context, body }) => {
  const value = valueOf(body);
  if (body.as === 'first') await context.adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value }] });
  const token = generateRandomString(43, 'a-z', 'A-Z', '0-9', '-_');
  await context.internalAdapter.createVerificationValue({ identifier: identifierOf(token), value, expiresAt: body.expiresAt });
  return token;
});

async function invitedBy(context: AuthContext, token: string): Promise<Invited | undefined> {
  const stored = await context.internalAdapter.findVerificationValue(identifierOf(token));
  if (!stored) return undefined;
  const invited = Invited.parse(JSON.parse(stored.value));
  return invited.as === 'first' && (await accountsOf(context, invited.clinic)) > 0 ? undefined : invited;
}

async function createAccount(context: AuthContext, invited: Invited, { name, email, password }: z.infer<typeof Acceptance>) {
  const hash = await context.password.hash(password);
  const user = await context.internalAdapter.createUser({ name, email: email.toLowerCase(), emailVerified: true, clinic: invited.clinic }, { method: 'invitation' });
  try {
    await context.internalAdapter.linkAccount({ userId: user.id, accountId: user.id, providerId: 'credential', password: hash });
  } catch (error) {
    // A user without a password could never sign in, and would count as the first nurse for ever.
    await context.internalAdapter.deleteUser(user.id);
    throw error;
  }
  return user;
}

const acceptInvitation = createAuthEndpoint('/invitation/accept', { method: 'POST', body: Acceptance }, async (ctx) => {
  const { context, body } = ctx;
  const { minPasswordLength, maxPasswordLength } = context.password.config;
  if (body.password.length < minPasswordLength) throw refused(`The password needs at least ${minPasswordLength} characters.`);
  if (body.password.length > maxPasswordLength) throw refused(`The password can have ${maxPasswordLength} characters at most.`);

  const invited = await invitedBy(context, body.token);
  if (!invited) throw spent();
  if (await context.internalAdapter.findUserByEmail(body.email)) throw new APIError('CONFLICT', { code: 'address-taken' });
  // The link is used up here, in one step: of two people who follow it at once one gets an account, and none after its time.
  if (!(await context.internalAdapter.consumeVerificationValue(identifierOf(body.token)))) throw spent();

  const user = await createAccount(context, invited, body);
  const session = await context.internalAdapter.createSession(user.id);
  await setSessionCookie(ctx, { session, user });
  return ctx.json({ ok: true });
});

/**
 * Accounts by invitation only: a plugin of better-auth, whose tokens, hashes, sessions and cookies it uses.
 * A token sets up one account, once; only its hash is stored. One for the first nurse voids those made before it.
 * Only `acceptInvitation` has a path: no request reaches the others.
 */
export const invitations = { id: 'invitations', endpoints: { countAccounts, findNurse, makeInvitation, acceptInvitation } } as const;
