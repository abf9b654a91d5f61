import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentsIn, linesIn, sourceLanguage, translationOf } from '../content/documents.ts';
import type { Folders } from '../content/files.ts';
import { languagesIn, languageState, unreviewedPart } from './language-state.ts';
import { worksheet } from './worksheet.ts';

// `npm run language:add -- fr` writes the files a translator fills in, or brings them up to date with the first language.
// `npm run language:check` says what is missing, stale, unreviewed, too long or too hard, of every language or of those named;
// with `--write`, it writes the texts that nobody has reviewed into docs/languages.md.
const root = join(import.meta.dirname, '../..');
const folders: Folders = { dialogs: join(root, 'dialogs'), locales: join(root, 'locales') };
const page = join(root, 'docs/languages.md');
const { positionals: [act = '', ...named], values } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean', default: false } } });
const isCode = (language: string): boolean => /^[a-z]{2,3}(-[A-Z]{2})?$/u.test(language) && language !== sourceLanguage;

if (act === 'add' && named.length > 0 && named.every(isCode)) named.forEach(add);
else if (act === 'check' && named.every(isCode)) check(named.length > 0 ? named : languagesIn(folders));
else {
  process.stderr.write('Name a language by its code, for example: npm run language:add -- fr\n');
  process.exitCode = 2;
}

function add(language: string): void {
  for (const document of documentsIn(folders)) {
    const file = join(folders.locales, language, `${document.name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    const text = `${JSON.stringify(worksheet(linesIn(language, document), translationOf(document, language, folders)), null, 2)}\n`;
    // A file that says what it should is left as it is: somebody may be reading it.
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
    process.stdout.write(`locales/${language}/${document.name}.json\n`);
  }
}

function check(languages: readonly string[]): void {
  const states = languages.map((language) => languageState(language, folders));
  for (const { language, findings } of states) {
    for (const { document, what, at, says } of findings) process.stdout.write(`${language} ${document} ${at} ${what}: ${says.replaceAll('\n', ' / ')}\n`);
    const counts = Map.groupBy(findings, ({ what }) => what);
    process.stdout.write(`${language}: ${[...counts].map(([what, found]) => `${what} ${found.length}`).join(', ') || 'nothing to do'}\n`);
  }
  if (states.some(({ findings }) => findings.some(({ what }) => what !== 'unreviewed'))) process.exitCode = 1;
  if (values.write) writeFileSync(page, unreviewedPart(readFileSync(page, 'utf8'), states));
}
