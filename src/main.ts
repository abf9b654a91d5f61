import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { endBundling } from './bundle.ts';
import { makeTokens } from './channels/web/token.ts';
import { directLine } from './channels/web/directline.ts';
import { pages } from './channels/web/page.ts';
import { makeClinic } from './clinic.ts';
import { promisesIn } from './clinic/promises.ts';
import { config, type Config } from './config.ts';
import { readContent } from './content.ts';
import { lessonsIn, type Content } from './conversation/content.ts';
import { ClinicError } from './errors.ts';
import { makeServer } from './http.ts';
import { startTeams } from './main/teams.ts';
import { openAccounts } from './staff/inbox/accounts.ts';
import { inboxRoutes } from './staff/inbox/routes.ts';
import { openSqlite } from './store/sqlite.ts';

const root = join(import.meta.dirname, '..');
const minute = 60_000;
const untilFirstPage = 300;
const now = (): Date => new Date();

export interface Running {
  /** Where it listens, for example `http://localhost:3978`. */
  readonly address: string;
  /** The link for the first nurse, as long as nobody has an account. */
  readonly setupLink: string | undefined;
  /** Answers what is under way, then closes the database. */
  stop(): Promise<void>;
}

/**
 * Starts the whole clinic. Throws ClinicError `setting-invalid`, `page-invalid` or `store-unavailable` with a sentence that says
 * what to mend.
 */
export async function start(settings: Config, log: { write(line: string): void }): Promise<Running> {
  const content = readContent({ dialogs: join(root, 'dialogs'), locales: join(root, 'locales') });
  const { card } = content;
  // What patients wrote is for this process's user alone.
  process.umask(0o077);
  try {
    mkdirSync(settings.dataDir, { recursive: true });
  } catch (failure) {
    wrong('DATA_DIR')(failure);
  }
  const secret = settings.secret ?? secretIn(settings.dataDir);
  const { store, database } = openSqlite(join(settings.dataDir, 'clinic.db'));
  const report = (failure: unknown): void => server.log.error({ err: failure }, 'a turn failed');
  const clinic = makeClinic({
    store,
    content,
    now,
    report,
    ...(settings.teams && { promises: (happening) => promisesIn(happening, { patients: true, nurses: true }) }),
  });
  const accounts = await openAccounts({ database, secret, publicUrl: settings.publicUrl, clinic: card.id, linkHours: settings.setupLinkHours, now, audit: (record) => store.audit(record) });
  const teams = settings.teams && (await startTeams({ settings: settings.teams, clinic, store, content, publicUrl: settings.publicUrl, nurseWith: (email) => accounts.nurseWith(email), now, fresh: randomUUID, report }));

  const server = makeServer({
    proxies: settings.trustedProxies,
    log: { level: settings.logLevel, stream: log },
    routes: [
      directLine({
        clinic,
        tokens: makeTokens({ secret, hours: settings.tokenHours, now }),
        content,
        publicUrl: settings.publicUrl,
        origins: settings.embedOrigins,
        tokensPerMinute: settings.conversationsPerMinute,
        now,
        fresh: randomUUID,
      }),
      pages({ voices: content.voices, embedOrigins: settings.embedOrigins }),
      inboxRoutes({ clinic, accounts, content, publicUrl: settings.publicUrl, now }),
      ...(teams ? [teams.route] : []),
    ],
  });
  await clinic.reconsider();
  await server.listen({ port: settings.port, host: settings.host }).catch(wrong('HOST or PORT'));
  await endBundling();
  void learn(content);
  const outbox = await teams?.deliver();
  const silence = setInterval(() => void clinic.handOverSilent().catch(report), minute);
  return {
    address: server.listeningOrigin,
    setupLink: await accounts.firstNurseLink(),
    async stop() {
      clearInterval(silence);
      await server.close();
      await outbox?.stop();
      await store.close();
    },
  };
}

/** Learns before the first patient writes, and after the first page could be read; whoever writes sooner waits for it. */
async function learn(content: Content): Promise<void> {
  await setTimeout(untilFirstPage);
  for (const lesson of lessonsIn(content)) {
    lesson();
    await setTimeout(0);
  }
}

/** Turns a failure of the system into a sentence that names the setting to mend. */
function wrong(setting: string): (cause: unknown) => never {
  return (cause) => {
    throw new ClinicError('setting-invalid', `The setting ${setting} is wrong: ${cause instanceof Error ? cause.message : 'it can not be used'}.`, { cause });
  };
}

/** The secret kept beside the database, made on the first start and readable by its owner alone. */
function secretIn(folder: string): string {
  const file = join(folder, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

if (import.meta.main) {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const settings = config();
    const running = await start(settings, process.stdout);
    if (running.setupLink) console.log(`Nobody has an account yet. The first nurse sets hers up here, once:\n${running.setupLink}\n`);
    const { publicUrl } = settings;
    console.log(`The clinic's page with the chat: ${publicUrl}/\nThe nurse's inbox: ${publicUrl}/staff\nReady at ${running.address}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop().then(() => process.exit(0)));
  } catch (failure) {
    if (!(failure instanceof ClinicError)) throw failure;
    console.error(failure.message);
    process.exitCode = 1;
  }
}
