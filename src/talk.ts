import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { talkIn } from './channels/terminal/terminal.ts';
import { makeClinic } from './clinic.ts';
import { readContent } from './content.ts';
import { voiceOf } from './conversation/content.ts';
import { openSqlite } from './store/sqlite.ts';

// `npm run talk`: the same clinic in a terminal, over a database in memory; at the end, what the nurse gets. `npm run talk -- es` begins in Spanish.
const root = join(import.meta.dirname, '..');
const content = readContent({ dialogs: join(root, 'dialogs'), locales: join(root, 'locales') });
const [language = content.card.languages[0] ?? 'en'] = process.argv.slice(2);
const { store } = openSqlite(':memory:');
const now = (): Date => new Date();
const clinic = makeClinic({ store, content, now, report: console.error });
const conversation = randomUUID();
const write = (text: string): void => void process.stdout.write(text);

await talkIn({
  clinic,
  // Listens from now on: lines that are piped in come before the first question stands.
  terminal: { lines: createInterface({ input: process.stdin, output: process.stdout, prompt: '' })[Symbol.asyncIterator](), write },
  conversation,
  language,
  several: (spoken) => voiceOf(content, spoken).t('several'),
  now,
  fresh: randomUUID,
});
const file = await clinic.caseFile(conversation, { id: 'terminal', name: 'Terminal' });
write(file ? `\n${'='.repeat(72)}\n${file.text}\n` : '\nNo case was made.\n');
await store.close();
process.exit(0);
