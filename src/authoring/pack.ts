import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { config } from '../config.ts';
import { readContent } from '../content.ts';
import { foldersIn } from '../content/files.ts';
import { voiceOf } from '../conversation/content.ts';
import { ClinicError } from '../errors.ts';
import { appPackage, detailsFrom } from './app-package.ts';

// `npm run teams:package`: writes the zip that an administrator uploads to Teams, or says which setting is missing.
const root = join(import.meta.dirname, '../..');
const manifest = join(root, 'manifest');

/** What was asked for. Throws ClinicError `bad-request` with a sentence for words it does not know. */
function given(): { version: string; to?: string } {
  try {
    return parseArgs({ options: { version: { type: 'string', default: '1.0.0' }, to: { type: 'string' } } }).values;
  } catch (cause) {
    throw new ClinicError('bad-request', 'This takes --version with three numbers, as in --version 1.0.1, and --to with the file to write, and nothing else.', { cause });
  }
}

try {
  const values = given();
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = config();
  const folders = { dialogs: join(root, 'dialogs'), locales: join(root, 'locales') };
  // Every language there are words in, whatever the clinic speaks with patients: Teams shows the app's name in the reader's own.
  const content = readContent(folders, foldersIn(folders.locales));
  const first = voiceOf(content, content.card.languages[0] ?? '');
  const zip = appPackage({
    details: detailsFrom(settings, content.card.name, values.version),
    template: JSON.parse(readFileSync(join(manifest, 'manifest.json'), 'utf8')),
    icons: Object.fromEntries(['color.png', 'outline.png'].map((icon) => [icon, readFileSync(join(manifest, icon))])),
    languages: [first, ...[...content.voices.values()].filter(({ language }) => language !== first.language)],
  });
  const file = values.to ?? join(settings.dataDir, 'lean-forward-teams.zip');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
  process.stdout.write(`${relative('.', file)}\n`);
} catch (failure) {
  if (!(failure instanceof ClinicError)) throw failure;
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = 1;
}
