import { z } from 'zod';

const list = z.string().transform((text) => text.split(',').map((one) => one.trim()).filter((one) => one !== ''));
const guid = z.guid('it must be an id such as 00000000-0000-0000-0000-000000000000');
const flag = z.enum(['yes', 'no'], { error: 'it must be yes or no' }).transform((word) => word === 'yes');
const hosts = list.pipe(z.array(z.string().regex(/^[a-z\d]([a-z\d.-]*[a-z\d])?$/, 'each must be a host name, without https:// and without a path')).min(1));
const page = z.url({ protocol: /^https$/, error: 'it must be an address such as https://www.example.org/privacy' });

/** Microsoft's hosts for Teams in its public cloud. */
const publicHosts = 'smba.trafficmanager.net, smba.onyx.prod.teams.trafficmanager.net, smba.infra.gcc.teams.microsoft.com';
const publicKeys = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const keysWanted = 'it must be an https address without a name and a password in it';

/** The settings of Teams, as they stand in the environment. */
export const teamsShape = {
  TEAMS_APP_ID: guid.optional(),
  TEAMS_TENANT_ID: guid.optional(),
  TEAMS_SECRET: z.string().refine((secret) => secret.trim() !== '', 'it is blank').optional(),
  TEAMS_CERTIFICATE_FILE: z.string().optional(),
  TEAMS_CERTIFICATE_KEY_FILE: z.string().optional(),
  TEAMS_DEVELOPMENT: flag.default(false),
  TEAMS_SERVICE_HOSTS: hosts.prefault(publicHosts),
  TEAMS_OPENID_METADATA: z.string().refine(isPlaceOfKeys, keysWanted).default(publicKeys),
  TEAMS_OWNERS: list.pipe(z.array(guid)).default([]),
  TEAMS_SHOW_NAMES: flag.default(false),
  TEAMS_ADAPTER: z.enum(['bot-framework', 'agents'], { error: 'it must be bot-framework or agents' }).default('bot-framework'),
  TEAMS_PRIVACY_URL: page.optional(),
  TEAMS_TERMS_URL: page.optional(),
};

const Teams = z.object(teamsShape);
type Given = z.infer<typeof Teams>;

export interface TeamsConfig {
  /** Who we are to Teams; null in development, where nobody is asked who they are. */
  readonly identity: {
    readonly app: string;
    readonly tenant: string;
    readonly proof: { readonly secret: string } | { readonly certificateFile: string; readonly keyFile: string };
    /** Where Teams publishes the keys it signs with. */
    readonly openIdMetadata: string;
  } | null;
  /** The hosts that may be called back; null in development, where only this machine may be. */
  readonly serviceHosts: readonly string[] | null;
  /** Who may choose the nurses' channel: their object ids in Entra. */
  readonly owners: readonly string[];
  /** Whether a patient's name, situation and red flags stand on the nurses' card. */
  readonly showNames: boolean;
  /** The package that speaks with Teams. */
  readonly adapter: 'bot-framework' | 'agents';
  /** Where the clinic says what it does with data, and on what terms: the app's package names both. */
  readonly privacyUrl: string | null;
  readonly termsUrl: string | null;
}

/** Where the server can be reached. */
interface Reach {
  readonly host: string;
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
}

/** By https, or on this machine alone: whoever can change the keys on their way can be anybody. */
function isPlaceOfKeys(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
}

/**
 * What of Teams is configured: all, in development all but an identity, or nothing (null). Anything in between is a sentence that names
 * the setting to mend.
 */
export function teamsFrom(given: Given, reach: Reach): { ok: true; teams: TeamsConfig | null } | { ok: false; problem: string } {
  const { TEAMS_APP_ID: app, TEAMS_TENANT_ID: tenant, TEAMS_SECRET: secret, TEAMS_CERTIFICATE_FILE: certificateFile, TEAMS_CERTIFICATE_KEY_FILE: keyFile } = given;
  const some = [app, tenant, secret, certificateFile, keyFile].some((setting) => setting !== undefined);
  const rest = { owners: given.TEAMS_OWNERS, showNames: given.TEAMS_SHOW_NAMES, adapter: given.TEAMS_ADAPTER, privacyUrl: given.TEAMS_PRIVACY_URL ?? null, termsUrl: given.TEAMS_TERMS_URL ?? null };
  if (given.TEAMS_DEVELOPMENT) {
    if (some) return wrong('TEAMS_DEVELOPMENT', 'it asks nobody who they are, so it goes without an app id, a tenant, a secret and a certificate');
    if (!isHere(reach)) return wrong('TEAMS_DEVELOPMENT', 'it asks nobody who they are, so it works only with HOST 127.0.0.1 or localhost, without TRUSTED_PROXIES and without another PUBLIC_URL');
    return { ok: true, teams: { identity: null, serviceHosts: null, ...rest } };
  }
  if (!some) return { ok: true, teams: null };
  if (app === undefined) return missing('TEAMS_APP_ID');
  if (tenant === undefined) return missing('TEAMS_TENANT_ID');
  if (secret !== undefined && (certificateFile !== undefined || keyFile !== undefined)) return wrong('TEAMS_SECRET', 'there is a certificate as well; give one of the two');
  const identity = { app, tenant, openIdMetadata: given.TEAMS_OPENID_METADATA };
  const complete = (proof: NonNullable<TeamsConfig['identity']>['proof']) => ({ ok: true, teams: { identity: { ...identity, proof }, serviceHosts: given.TEAMS_SERVICE_HOSTS, ...rest } }) as const;
  if (secret !== undefined) return complete({ secret });
  if (certificateFile === undefined) return missing(keyFile === undefined ? 'TEAMS_SECRET' : 'TEAMS_CERTIFICATE_FILE');
  return keyFile === undefined ? missing('TEAMS_CERTIFICATE_KEY_FILE') : complete({ certificateFile, keyFile });
}

function isHere({ host, publicUrl, trustedProxies }: Reach): boolean {
  return ['127.0.0.1', 'localhost'].includes(host) && ['127.0.0.1', 'localhost'].includes(new URL(publicUrl).hostname) && trustedProxies.length === 0;
}

function missing(setting: string): { ok: false; problem: string } {
  return { ok: false, problem: `The setting ${setting} is missing: Teams needs the id of the app, the id of the tenant, and a secret or a certificate with its key.` };
}

function wrong(setting: string, why: string): { ok: false; problem: string } {
  return { ok: false, problem: `The setting ${setting} is wrong: ${why}.` };
}
