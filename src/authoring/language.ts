import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentsIn, linesIn, sourceLanguage, translationOf } from '../content/documents.ts';
import { worksheet } from './worksheet.ts';

// `npm run language:add -- fr`: writes the files a translator fills in, or brings them up to date with the first language.
const root = join(import.meta.dirname, '../..');
const folders = { dialogs: join(root, 'dialogs'), locales: join(root, 'locales') };
const [language = ''] = process.argv.slice(2);
if (!/^[a-z]{2,3}(-[A-Z]{2})?$/u.test(language) || language === sourceLanguage) {
  process.stderr.write('Name one language by its code, for example: npm run language:add -- fr\n');
  process.exit(2);
}
for (const document of documentsIn(folders)) {
  const file = join(folders.locales, language, `${document.name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(worksheet(linesIn(language, document), translationOf(document, language, folders)), null, 2)}\n`);
  process.stdout.write(`locales/${language}/${document.name}.json\n`);
}
