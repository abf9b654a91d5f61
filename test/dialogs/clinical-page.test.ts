import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { voiceOf } from '../../src/conversation/content.ts';
import { questionsIn } from '../../src/dialog/condition.ts';
import type { Rule } from '../../src/dialog/rule.ts';
import { shipped } from '../support/content.ts';

const page = readFileSync(new URL('../../docs/clinical.md', import.meta.url), 'utf8').split('\n');
const { dialog, safety } = shipped;
const { rules } = voiceOf(shipped, 'en');

/** The cells of the table row that begins with these words. */
function rowOf(first: string): string[] {
  const row = page.find((line) => line.startsWith(`| ${first} |`)) ?? '';
  return row.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, ''));
}

describe('docs/clinical.md', () => {
  it.each(dialog.pages.flatMap(({ questions }) => questions.map((question) => [question.id, question] as const)))('names %s with the reason and the source of the page', (id, { why, source }) => {
    const [, reason = '', feeds = '', from = ''] = rowOf(`\`${id}\``);
    expect({ reason: why === undefined || reason === why, feeds: feeds !== '', from }).toEqual({ reason: true, feeds: true, from: source });
  });

  it('has a chapter for each page, under the title patients read', () => {
    expect(page.filter((line) => /^### .*\(`.*\.yaml`\)$/.test(line)).map((line) => line.slice(4).replace(/ \(`.*$/, ''))).toEqual(dialog.pages.map(({ title }) => title));
  });

  it('names every warning sign that a page can raise', () => {
    const text = page.join('\n').replaceAll('ces_*', 'ces_saddle, ces_bladder, ces_bowel, ces_sexual');
    expect(Object.keys(safety.flags).filter((flag) => !text.includes(flag))).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('names for "%s" the questions it rests on', (name, rule) => {
    const [, , questions = ''] = rowOf(name);
    expect(questionsOf(rule).filter((id) => !questions.includes(`\`${id}\``) && id !== 'age')).toEqual([]);
  });
});

function questionsOf(rule: Rule): string[] {
  const conditions = rule.method === 'count' ? rule.items.flatMap(({ when, unknownIf = [] }) => [...when, unknownIf]) : rule.items.map(({ question }) => [{ [question]: { min: 0 } }]);
  return [...new Set([...conditions, ...(rule.madeFor?.when ?? [])].flatMap(questionsIn))];
}
