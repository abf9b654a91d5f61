import { betterAuth } from 'better-auth';
import type { BetterAuthOptions } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import type { Database } from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import type { Staff } from '../../conversation/log.ts';
import type { AuditRecord } from '../../store/store.ts';
import { invitations } from './invitation.ts';
import { shortestPassword } from './wire.ts';
import type { Invitation } from './wire.ts';

export interface AccountOptions {
  readonly database: Database;
  /** Signs the session cookies; at least 32 characters. */
  readonly secret: string;
  /** Where the inbox is reached, for example `https://intake.example.org`. Cookies are sent over https only if it begins so. */
  readonly publicUrl: string;
  readonly clinic: string;
  /** How long a set-up link can be followed. */
  readonly linkHours: number;
  readonly now: () => Date;
  readonly audit: (record: AuditRecord) => Promise<void>;
}

interface SignedIn {
  readonly staff: Staff;
  /** Cookies to set in the answer: the library prolongs a session that is in use. */
  readonly cookies: readonly string[];
}

export interface Accounts {
  /** Answers the library's own requests: sign-in, sign-out, and the acceptance of an invitation. */
  readonly answer: (request: Request) => Promise<Response>;
  /**
   * Who sends these headers, if they are signed in at this clinic.
   * @param use `look` leaves the end of the session where it is
   */
  readonly signedIn: (headers: Headers, use?: 'look') => Promise<SignedIn | undefined>;
  /** The nurse of this clinic whose account has this e-mail address, whoever asks. */
  readonly nurseWith: (email: string) => Promise<Staff | undefined>;
  /** The link with which the first nurse sets up her account, if nobody has one. Links made before are void. */
  readonly firstNurseLink: () => Promise<string | undefined>;
  /** A link for one more colleague. */
  readonly inviteLink: () => Promise<Invitation>;
}

/** The header in which the client's address reaches the library. The server sets it on each request, whatever the client sent. */
export const addressHeader = 'x-lean-forward-address';

const hour = 60 * 60;

function settingsOf({ database, secret, publicUrl, clinic, now, audit }: AccountOptions) {
  return {
    appName: 'Lean Forward',
    baseURL: publicUrl,
    basePath: '/staff/api/auth',
    trustedOrigins: [new URL(publicUrl).origin],
    secret,
    // The handle is shared with the store. A transaction held open here between two ticks would take the store's writes with it.
    database: { dialect: new SqliteDialect({ database }), type: 'sqlite', transaction: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: shortestPassword, maxPasswordLength: 128 },
    user: { modelName: 'staff_user', additionalFields: { clinic: { type: 'string', required: true, input: false } } },
    account: { modelName: 'staff_account' },
    session: { modelName: 'staff_session', expiresIn: 12 * hour, updateAge: hour },
    verification: { modelName: 'staff_verification', storeIdentifier: 'hashed' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'staff_rate_limit',
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/invitation/accept': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'lean-forward',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/staff' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    databaseHooks: {
      session: { create: { after: ({ userId }) => audit({ at: now().toISOString(), clinic, who: userId, did: 'signed-in' }) } },
    },
    // The library's log names e-mail addresses, and people type passwords into that field.
    logger: { disabled: true },
    // Its own failures reach our error handler, and not the console.
    onAPIError: { throw: true },
    telemetry: { enabled: false },
    plugins: [invitations],
  } satisfies BetterAuthOptions;
}

/** Opens the nurses' accounts, and brings their tables up to date. */
export async function openAccounts(options: AccountOptions): Promise<Accounts> {
  const { clinic, publicUrl, linkHours, now } = options;
  const auth = betterAuth(settingsOf(options));
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();

  const linkFor = async (as: 'first' | 'colleague'): Promise<Invitation> => {
    const expiresAt = new Date(now().getTime() + linkHours * hour * 1000);
    const token = await auth.api.makeInvitation({ body: { clinic, as, expiresAt } });
    // Behind the # the token reaches no server's log and no other site.
    return { link: `${new URL('/staff/setup', publicUrl).href}#${token}`, validUntil: expiresAt.toISOString() };
  };

  return {
    answer: (request) => auth.handler(request),
    async signedIn(headers, use) {
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true, query: { disableRefresh: use === 'look' } });
      if (response?.user.clinic !== clinic) return undefined;
      return { staff: { id: response.user.id, name: response.user.name }, cookies: answered.getSetCookie() };
    },
    nurseWith: async (email) => (await auth.api.findNurse({ body: { clinic, email } })) ?? undefined,
    firstNurseLink: async () => ((await auth.api.countAccounts({ body: { clinic } })) > 0 ? undefined : (await linkFor('first')).link),
    inviteLink: () => linkFor('colleague'),
  };
}
