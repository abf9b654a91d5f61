import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { config } from '../config.ts';
import { readContent } from '../content.ts';
import { ClinicError } from '../errors.ts';
import { appPackage, detailsFrom } from './app-package.ts';

// `npm run teams:package`: writes the zip that an administrator uploads to Teams, or says which setting is missing.
const root = join(import.meta.dirname, '../..');
const manifest = join(root, 'manifest');

try {
  const { values } = parseArgs({ options: { version: { type: 'string', default: '1.0.0' }, to: { type: 'string' } } });
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = config();
  const { card, voices } = readContent({ dialogs: join(root, 'dialogs'), locales: join(root, 'locales') });
  const zip = appPackage({
    details: detailsFrom(settings, card.name, values.version),
    template: JSON.parse(readFileSync(join(manifest, 'manifest.json'), 'utf8')),
    icons: Object.fromEntries(['color.png', 'outline.png'].map((icon) => [icon, readFileSync(join(manifest, icon))])),
    languages: [...voices.values()],
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
