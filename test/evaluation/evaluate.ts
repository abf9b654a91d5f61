import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../../src/content.ts';
import { predictAnswer, predictFaq, predictRedFlags, predictVignette } from './predict.ts';
import { isKind, linesOf, rows, WrongFile } from './rows.ts';
import { scoreOf } from './score.ts';

// `npm run --silent evaluate -- faq|answers|redflags|vignettes FILE.jsonl [--score]`: a prediction a line, by the functions a
// conversation uses; with --score the figures as well, on the error output, so that the predictions can still be piped.
const [kind, file, flag] = process.argv.slice(2);
const root = join(import.meta.dirname, '../..');

try {
  if (!isKind(kind) || file === undefined || (flag !== undefined && flag !== '--score')) throw new WrongFile('Usage: npm run --silent evaluate -- faq|answers|redflags|vignettes FILE.jsonl [--score]');
  const content = readContent({ dialogs: join(root, 'dialogs'), locales: join(root, 'locales') }, ['en', 'es']);
  const text = readText(file);
  const predicted = {
    faq: () => linesOf(rows.faq, text).map(({ raw, row }) => ({ raw, prediction: predictFaq(row, content) })),
    redflags: () => linesOf(rows.redflags, text).map(({ raw, row }) => ({ raw, prediction: predictRedFlags(row, content) })),
    answers: () => linesOf(rows.answers, text).map(({ raw, row }) => ({ raw, prediction: predictAnswer(row, content) })),
    vignettes: () => linesOf(rows.vignettes, text).map(({ raw, row }) => ({ raw, prediction: predictVignette(row, content) })),
  }[kind]();
  for (const { prediction } of predicted) console.log(JSON.stringify(prediction));
  if (flag === '--score') console.error(JSON.stringify(scoreOf(kind, predicted), null, 1));
} catch (failure) {
  if (!(failure instanceof WrongFile)) throw failure;
  console.error(failure.message);
  process.exitCode = 2;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new WrongFile(`${path} can not be read.`);
  }
}
