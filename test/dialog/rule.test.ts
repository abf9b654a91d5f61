import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, parseDocument } from 'yaml';
import { problemsInRules, Rule } from '../../src/dialog/rule.ts';
import { Page } from '../../src/dialog/schema.ts';
import { rules, textOf } from './published.ts';

/** What is wrong with the SSHQ once `value` stands at `path`. */
function complaints(path: (string | number)[], value: unknown): string[] {
  const document = parseDocument(textOf('konno-2007-sshq'));
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, value);
  return Rule.safeParse(document.toJS()).error?.issues.map(({ message }) => message) ?? [];
}

describe('a screening rule', () => {
  it('is accepted as it is published', () => {
    expect(complaints(['version'], 1)).toEqual([]);
  });

  it('is refused when a band speaks of a count it does not have', () => {
    expect(complaints(['bands', 0, 'when'], { third: 4 })).toEqual(['a band speaks of a count that the rule does not have']);
  });

  it('is refused when a count names an item it does not have', () => {
    expect(complaints(['counts', 'first', 'items'], ['q1', 'q11'])).toEqual(['a count names an item that the rule does not have']);
  });

  it('is refused when no band remains for the rest', () => {
    expect(complaints(['bands', 1, 'when'], { first: 0 })).toEqual(['the last band, and only the last, has no "when"']);
  });

  it('is refused when an item is a warning sign and the nurse is not told', () => {
    expect(complaints(['gated'], undefined)).toEqual(['a rule with a gated item says in "gated" what the nurse reads']);
  });

  it('is refused without a citation, a review or a caveat', () => {
    for (const part of ['citation', 'reviewed', 'caveat']) expect(complaints([part], undefined)).toHaveLength(1);
  });
});

const pageOf = (questions: unknown[]): Page =>
  Page.parse({ id: 'pain', title: 'Pain', reviewed: { by: 'Invented', on: '2026-11-21', source: 'Invented' }, questions });
const number = (id: string) => ({ id, ask: 'How bad is it?', short: id, type: 'number', range: { min: 0, max: 10 } });

describe('the check of the rules against the pages', () => {
  const side = { id: 'side', ask: 'Which side?', short: 'Side', type: 'choice', options: [{ id: 'left', label: 'Left' }, { id: 'two', label: 'Both' }] };

  it('finds nothing where every question is asked', () => {
    const peg = Rule.parse(parse(textOf('peg-2009')));
    expect(problemsInRules([peg], [pageOf([number('peg_pain'), number('peg_enjoyment'), number('peg_activity')])])).toEqual([]);
  });

  it('names a question that no page asks', () => {
    const peg = Rule.parse(parse(textOf('peg-2009')));
    expect(problemsInRules([peg], [pageOf([number('peg_pain'), number('peg_activity')])])).toEqual([
      'Rule "peg-2009" rests on "peg_enjoyment", which no page asks. Ask it, or name the question that is asked.',
    ]);
  });

  it('names an answer that is not offered', () => {
    const cook = Rule.parse(parse(textOf('cook-2011')));
    expect(problemsInRules([cook], [pageOf([side])])).toContain('Rule "cook-2011" waits for "side" to be "both", which is none of its answers (left, two).');
  });

  it('finds nothing in the intake as it stands', () => {
    const folder = new URL('../../dialogs/intake/', import.meta.url);
    const pages = readdirSync(folder).map((file) => Page.parse(parse(readFileSync(new URL(file, folder), 'utf8'))));
    expect(problemsInRules(rules, pages)).toEqual([]);
  });

  it('does not take the age for a question', () => {
    const cook = Rule.parse(parse(textOf('cook-2011')));
    expect(problemsInRules([cook], [pageOf([side])]).filter((problem) => problem.includes('"age"'))).toEqual([]);
  });
});
