import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '../content.ts';
import { chartPage } from './chart.ts';
import { schemaFiles } from './schema.ts';

// `npm run dialogs:chart` and `npm run dialogs:schema`: write what is made from the pages, or with `--check` say what is out of date.
const root = join(import.meta.dirname, '../..');
const { positionals, values } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean', default: false } } });
const [what = ''] = positionals;

const made: Readonly<Record<string, () => { path: string; text: string }[]>> = {
  chart: () => [{ path: 'docs/chart.md', text: chartPage(readContent({ dialogs: join(root, 'dialogs'), locales: join(root, 'locales') })) }],
  schema: () => schemaFiles().map(({ path, text }) => ({ path: `dialogs/${path}`, text })),
};

const files = made[what]?.();
if (!files) throw new Error(`"${what}" is none of: ${Object.keys(made).join(', ')}.`);
const stale = files.filter(({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text);
if (values.check) {
  process.stdout.write(stale.map(({ path }) => `${path} is out of date. Run npm run dialogs:${what}, and commit what it writes.\n`).join(''));
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const { path, text } of stale) writeFileSync(join(root, path), text);
  process.stdout.write(files.map(({ path }) => `${path}\n`).join(''));
}
