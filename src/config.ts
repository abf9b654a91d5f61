import { z } from 'zod';
import { teamsFrom, teamsShape, type TeamsConfig } from './config/teams.ts';
import { ClinicError } from './errors.ts';

const list = z.string().transform((text) => text.split(',').map((one) => one.trim()).filter((one) => one !== ''));
const site = z.url({ protocol: /^https?$/, error: 'it must be an address such as https://www.example.org' });
const addresses = list.pipe(z.array(site.transform((address) => new URL(address).origin)));
const proxies = list.pipe(z.array(z.union([z.literal('loopback'), z.ipv4(), z.cidrv4(), z.ipv6(), z.cidrv6()], { error: 'each must be an IP address, a range such as 10.0.0.0/8, or the word loopback' })));

function whole(min: number, max: number) {
  const error = `it must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

/** Every setting, with its default. `.env.example` lists them one comment line each; a test holds the two together. */
const Settings = z.object({
  PORT: whole(1, 65_535).default(3978),
  HOST: z.string().regex(/^[\w.-]+$/, 'it must be a host name or an IPv4 address').default('localhost'),
  PUBLIC_URL: site.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  SECRET: z.string().min(32, 'it must have at least 32 characters').optional(),
  EMBED_ORIGINS: addresses.default([]),
  TRUSTED_PROXIES: proxies.default([]),
  TOKEN_HOURS: whole(1, 168).default(24),
  SETUP_LINK_HOURS: whole(1, 168).default(24),
  CONVERSATIONS_PER_MINUTE: whole(1, 100_000).default(20),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'it must be silent, error, warn, info or debug' }).default('info'),
  ...teamsShape,
});

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(Settings.shape);

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The origin under which people reach this server. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Signs tokens and sessions; null means: make one and keep it in the data folder. */
  readonly secret: string | null;
  /** Sites that may show the chat in their pages, besides our own. */
  readonly embedOrigins: readonly string[];
  /** Addresses of our own proxies, whose word on the caller's address is taken. */
  readonly trustedProxies: readonly string[];
  /** How long a patient can come back to a conversation. */
  readonly tokenHours: number;
  /** How long a nurse's set-up link can be followed. */
  readonly setupLinkHours: number;
  /** How many conversations one address may begin in a minute. */
  readonly conversationsPerMinute: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Null for a clinic without Teams. */
  readonly teams: TeamsConfig | null;
}

/**
 * Reads the settings; an empty one counts as not set.
 * Throws ClinicError `setting-invalid` with a sentence that names the setting, and never its value.
 */
export function configFrom(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const read = Settings.safeParse(given);
  if (!read.success) {
    throw new ClinicError('setting-invalid', read.error.issues.map(({ path, message }) => `The setting ${String(path[0])} is wrong: ${message}.`).join('\n'));
  }
  const { data } = read;
  const publicUrl = new URL(data.PUBLIC_URL ?? `http://${data.HOST}:${data.PORT}`).origin;
  const teams = teamsFrom(data, { host: data.HOST, publicUrl, trustedProxies: data.TRUSTED_PROXIES });
  if (!teams.ok) throw new ClinicError('setting-invalid', teams.problem);
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl,
    dataDir: data.DATA_DIR,
    secret: data.SECRET ?? null,
    embedOrigins: data.EMBED_ORIGINS,
    trustedProxies: data.TRUSTED_PROXIES,
    tokenHours: data.TOKEN_HOURS,
    setupLinkHours: data.SETUP_LINK_HOURS,
    conversationsPerMinute: data.CONVERSATIONS_PER_MINUTE,
    logLevel: data.LOG_LEVEL,
    teams: teams.teams,
  };
}

/** The settings of this process. */
export function config(): Config {
  return configFrom(process.env);
}
