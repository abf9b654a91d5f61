import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readContent } from '../../src/content.ts';
import type { Entry } from '../../src/conversation/log.ts';
import { standingAfter, unopened } from '../../src/conversation/status.ts';
import { greet, takeTurn } from '../../src/conversation/turn.ts';
import { buildIndex, findTopic } from '../../src/faq/search.ts';
import { watchFor } from '../../src/understanding/emergency.ts';
import { quantiles } from './measure.ts';

// `npm run bench:understanding`: what one message costs, on the invented rows of the tests, and how that grows with the topics.
const root = join(import.meta.dirname, '../..');
const content = readContent({ dialogs: join(root, 'dialogs'), locales: join(root, 'locales') }, ['en', 'es']);
const Row = z.object({ text: z.string(), lang: z.string() });
const files = ['test/understanding/answers.jsonl', 'test/understanding/emergency-apart.jsonl', 'test/faq/questions.jsonl'];
const messages = files.flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n').filter((line) => line !== '').map((line) => Row.parse(JSON.parse(line))));

const opened: Entry[] = greet({ type: 'opened', clinic: content.card.id, user: 'invented', channel: 'terminal', language: 'en' }, content);
const standing = standingAfter(unopened(content), opened, content);
const english = content.voices.get('en')?.faq;
if (!english) throw new Error('English is spoken here.');

console.log(`${messages.length} messages, Node ${process.version}\n`);
report('the whole turn: emergency watch, command, answer, what else was said, question', ({ text }, index) => void takeTurn(standing, { id: `m${index}`, at: '2026-11-21T09:00:00Z', text: text.slice(0, 4000) }, content));
report('the emergency watch alone, both languages', ({ text }) => void watchFor(text, content.emergencies));
for (const count of [10, 20, 40, english.topics.size]) {
  const index = buildIndex([...english.topics.values()].slice(0, count), english.index.questions, english.index.tuning);
  report(`finding the topic among ${count}`, ({ text }) => void findTopic(text, index));
}

function report(what: string, step: (message: z.infer<typeof Row>, index: number) => void): void {
  messages.slice(0, 300).forEach(step);
  const times = messages.map((message, index) => {
    const before = performance.now();
    step(message, index);
    return performance.now() - before;
  });
  const { median, p99 } = quantiles(times);
  console.log(`${what}: median ${median.toFixed(3)} ms · p99 ${p99.toFixed(2)} ms`);
}
