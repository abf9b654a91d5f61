import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from 'js-yaml';
import { z } from 'zod';
import type { Entry } from '../../src/conversation/log.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { journeys, visit } from '../journeys/journey.ts';
import { inThePureMiddle } from '../journeys/pure-line.ts';

const Pace = z.strictObject({
  wordsPerMinute: z.number().positive(),
  secondsPerTap: z.number().positive(),
  secondsPerTypedAnswer: z.number().positive(),
  inReadme: z.array(z.string()).min(1),
});

interface Measured {
  readonly name: string;
  readonly title: string;
  readonly ends: string;
  /** Answers given, the consent and the check page among them. */
  readonly answers: number;
  /** Words shown to the patient: questions with their answers to choose from, alerts, the check page, all else the bot says. */
  readonly words: number;
  readonly minutes: number;
}

// `npm run dialogs:measure` prints a line for each journey; with `--write` it renews the README's table, with `--check` it compares it.
const root = join(import.meta.dirname, '../..');
const pace = Pace.parse(load(readFileSync(join(import.meta.dirname, 'pace.yaml'), 'utf8')));
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } } });

const measured = await Promise.all(
  journeys().map(async (journey): Promise<Measured> => {
    const line = inThePureMiddle();
    await visit(journey, line);
    return { name: journey.name, title: journey.title, ends: line.seen().status, ...measure(line.entries()) };
  }),
);
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const section = /(<!-- dialogs:measure -->\n)[\s\S]*?(<!-- \/dialogs:measure -->)/;
const renewed = readme.replace(section, (_whole, start: string, end: string) => start + table(measured.filter(({ name }) => pace.inReadme.includes(name))) + end);

process.stdout.write(table(measured));
if (values.write) writeFileSync(join(root, 'README.md'), renewed);
if (values.check && renewed !== readme) {
  process.stdout.write('The table in README.md is out of date. Run npm run dialogs:measure -- --write, and commit it.\n');
  process.exitCode = 1;
}

function measure(entries: readonly Entry[]): Pick<Measured, 'answers' | 'words' | 'minutes'> {
  const replies = entries.flatMap((entry) => (entry.type === 'replied' ? [entry.reply] : []));
  const withChoices = new Set(replies.flatMap((reply) => ((reply.type === 'ask' || reply.type === 'check') && reply.options.length > 0 ? [reply.question] : [])));
  const answered = entries.flatMap((entry) => (entry.type === 'answered' ? [entry.question] : []));
  const words = replies.flatMap(textsOf).reduce((sum, text) => sum + wordsIn(text), 0);
  const answering = answered.reduce((sum, question) => sum + (withChoices.has(question) ? pace.secondsPerTap : pace.secondsPerTypedAnswer), 0);
  return { answers: answered.length, words, minutes: words / pace.wordsPerMinute + answering / 60 };
}

function textsOf(reply: Reply): string[] {
  switch (reply.type) {
    case 'tell': return [reply.text];
    case 'quote': return [reply.text, reply.source];
    case 'ask': return [reply.text, ...reply.options.map(({ label }) => label), ...Object.values(reply.ends ?? {})];
    case 'alert': return [reply.text, ...reply.options.map(({ label }) => label)];
    case 'check': return [reply.text, ...reply.sections.flatMap(({ title, rows }) => [title, ...rows.flatMap(({ short, answer }) => [short, answer])]), ...reply.options.map(({ label }) => label)];
    default: return reply satisfies never;
  }
}

function wordsIn(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

/** Rounded as far as the estimate carries, so that a changed comma makes no new figure. */
function table(visits: readonly Measured[]): string {
  const rows = visits.map(({ title, ends, answers, words, minutes }) => `| ${title} | ${ends} | ${answers} | ${Math.round(words / 100) * 100 || 'under 50'} | ${Math.max(1, Math.round(minutes))} |\n`);
  return `| visit | ends | answers | words read | minutes, estimated |\n|---|---|---|---|---|\n${rows.join('')}`;
}
