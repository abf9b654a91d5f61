import { describe, expect, it } from '@jest/globals';
import { problemsIn } from '../../src/dialog/check.ts';
import { pagesFrom, smallPages, smallSafety } from '../support/pages.ts';

const check = '  - { id: check_answers, ask: Please check., short: Check, type: check }';

function problemsWith(...questions: string[]): string[] {
  return problemsIn(pagesFrom(['id: one', 'title: One', 'questions:', '  - { id: first, ask: First?, short: First, type: yes-no }', ...questions, check].join('\n')), smallSafety());
}

describe('the check of the pages', () => {
  it('finds nothing wrong with a good dialog', () => {
    expect(problemsIn(smallPages(), smallSafety())).toEqual([]);
  });

  it('names the page, the question and the word that is wrong', () => {
    expect(problemsWith('  - { id: second, ask: Second?, short: Second, type: yes-no, onlyIf: { frist: yes } }')).toEqual([
      'Page "one", question "second": onlyIf speaks of "frist", which is not a question.',
    ]);
  });

  it.each([
    ['a question asked later', '  - { id: second, ask: Second?, short: Second, type: yes-no, onlyIf: { third: yes } }\n  - { id: third, ask: Third?, short: Third, type: yes-no }', 'asked later'],
    ['its own answer in onlyIf', '  - { id: second, ask: Second?, short: Second, type: yes-no, onlyIf: { second: yes } }', 'asked here'],
    ['an answer that cannot be given', '  - { id: second, ask: Second?, short: Second, type: yes-no, onlyIf: { first: maybe } }', 'none of its answers (yes, no)'],
    ['a number compared with words', '  - { id: second, ask: Second?, short: Second, type: yes-no, onlyIf: { first: { min: 3 } } }', 'compares "first" with a number'],
    ['two questions of one id', '  - { id: first, ask: Again?, short: Again, type: yes-no }', 'Two questions have the id "first"'],
    ['a choice without options', '  - { id: second, ask: Second?, short: Second, type: choice }', 'needs options'],
    ['options on yes-no', '  - { id: second, ask: Second?, short: Second, type: yes-no, options: [{ id: a, label: A }, { id: b, label: B }] }', 'brings its own'],
    ['two options of one id', '  - { id: second, ask: Second?, short: Second, type: choice, options: [{ id: a, label: A }, { id: a, label: B }] }', 'two options with the id "a"'],
    ['a number without a range', '  - { id: second, ask: Second?, short: Second, type: number }', 'needs a range'],
    ['{{each}} where nothing repeats', '  - { id: second, ask: "And {{each}}?", short: Second, type: yes-no }', 'does not repeat'],
    ['a word that means something else', '  - { id: each, ask: Second?, short: Second, type: yes-no }', 'has another meaning'],
    ['a flag nobody named', '  - { id: second, ask: Second?, short: Second, type: yes-no, redFlags: [{ when: { second: yes }, level: emergency, flag: unheard_of, because: Why }] }', 'safety.yaml does not name'],
  ])('finds %s', (_what, questions, message) => {
    expect(problemsWith(questions).join('\n')).toContain(message);
  });

  it('wants the check at the very end, and nothing that could skip it', () => {
    const pages = pagesFrom(`id: one\ntitle: One\nquestions:\n${check}\n  - { id: last, ask: Last?, short: Last, type: yes-no }`);
    expect(problemsIn(pages, smallSafety()).join('\n')).toContain('must be of type "check"');
  });

  it('wants the first question to be asked of everybody', () => {
    const pages = pagesFrom(`id: one\ntitle: One\nquestions:\n  - { id: first, ask: First?, short: First, type: yes-no, onlyIf: { check_answers: send } }\n${check}`);
    expect(problemsIn(pages, smallSafety()).join('\n')).toContain('nothing can skip it');
  });

  it('wants a page to repeat over choices that were made before', () => {
    const pages = pagesFrom(
      'id: one\ntitle: One\nquestions:\n  - { id: first, ask: First?, short: First, type: yes-no }',
      'id: two\ntitle: Two\nforEach: first\nquestions:\n  - { id: again, ask: "{{each}}?", short: Again, type: yes-no }',
      `id: three\ntitle: Three\nquestions:\n${check}`,
    );
    expect(problemsIn(pages, smallSafety())).toEqual(['Page "two" repeats for each answer of "first", which must be of type "choices" for that.']);
  });

  it('wants every flag of the emergency phrases to be named', () => {
    expect(problemsIn(smallPages(), smallSafety(), ['ces_saddle', 'unheard_of'])).toEqual(['emergency.yaml raises the red flag "unheard_of", which safety.yaml does not name.']);
  });

  it('wants the two alerts that every flag falls back on', () => {
    const { flags, reviewed } = smallSafety();
    expect(problemsIn(smallPages(), { flags, reviewed, alerts: {} })).toHaveLength(2);
  });
});
