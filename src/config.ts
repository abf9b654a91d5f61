import { z } from 'zod';
import { ClinicError } from './errors.ts';

const addresses = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()).filter((one) => one !== ''))
  .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((address) => new URL(address).origin)));

/** Every setting, with its default. `.env.example` lists them one comment line each; a test holds the two together. */
const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: z.string().min(1).default('localhost'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  SECRET: z.string().min(32).optional(),
  EMBED_ORIGINS: addresses.default([]),
  TOKEN_MINUTES: z.coerce.number().int().min(30).max(10_080).default(1440),
  SETUP_LINK_MINUTES: z.coerce.number().int().min(5).max(10_080).default(1440),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

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
  readonly tokenMinutes: number;
  readonly setupLinkMinutes: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
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
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: new URL(data.PUBLIC_URL ?? `http://${data.HOST}:${data.PORT}`).origin,
    dataDir: data.DATA_DIR,
    secret: data.SECRET ?? null,
    embedOrigins: data.EMBED_ORIGINS,
    tokenMinutes: data.TOKEN_MINUTES,
    setupLinkMinutes: data.SETUP_LINK_MINUTES,
    logLevel: data.LOG_LEVEL,
  };
}

/** The settings of this process. */
export function config(): Config {
  return configFrom(process.env);
}
