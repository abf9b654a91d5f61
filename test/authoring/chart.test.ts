import { describe, expect, it } from '@jest/globals';
import { chartPage } from '../../src/authoring/chart.ts';
import { contentWith, shipped } from '../support/content.ts';
import { pagesFrom } from '../support/pages.ts';

const pages = pagesFrom(
  `
id: one
title: One
questions:
  - { id: consent, ask: May we?, short: Consent, type: yes-no, stopIf: { when: { consent: no }, say: We stop. } }
  - { id: pain, ask: How bad?, short: Pain, type: number, range: { min: 0, max: 10 } }
  - { id: tried, ask: Tried?, short: 'Tried, "all"', type: choices, options: [{ id: pt, label: Therapy }, { id: esi, label: Shots }, { id: none, label: None, exclusive: true }] }
`,
  `
id: two
title: Two
forEach: tried
questions:
  - { id: helped, ask: "{{each}}?", short: "{{each}}: help", type: yes-no }
  - { id: count, ask: Count?, short: Count, type: yes-no, onlyIf: { any: [{ each: [esi], helped: yes }, { pain: { min: 7 } }, { tried: [pt, esi] }] },
      redFlags: [{ when: { count: no, pain: { min: 9 } }, level: emergency, flag: infection, because: Said so }, { when: { count: yes }, level: same-day, flag: infection, because: Said so }] }
  - { id: check_answers, ask: Check., short: Check, type: check }
`,
);
const drawn = chartPage(contentWith(pages)).split('\n');

describe('the chart page', () => {
  it('draws each question once, numbered, in the box of its page', () => {
    expect(drawn).toContain('  subgraph two_page ["Two: once for each of #quot;Tried, #quot;all#quot;#quot;"]');
    expect(drawn.filter((line) => line.startsWith('    helped['))).toEqual(['    helped["4. …: help"]']);
  });

  it('has one arrow for each alternative, from the question that is asked last, in words', () => {
    expect(drawn.filter((line) => line.endsWith('| count'))).toEqual([
      '  helped -->|"Yes, and “Tried, #quot;all#quot;”: Shots"| count',
      '  pain -->|"7 or more"| count',
      '  tried -->|"any of these"| count',
    ]);
  });

  it('leads to the ends: an emergency, a polite stop, the nurse', () => {
    expect(drawn).toContain('  count -->|"No, and “Pain”: 9 or more"| emergency');
    expect(drawn).toContain('  consent -->|"No"| stopped');
    expect(drawn).toContain('  check_answers -->|"Send to the clinic"| finished');
  });

  it('tells apart what is asked of some, what stands elsewhere, and what may be for today', () => {
    expect(drawn).toEqual(expect.arrayContaining(['  class count sometimes', '  class count sameday', '  class pain,tried elsewhere']));
  });

  it('leaves out no question and no condition of the intake', () => {
    const page = chartPage(shipped);
    const questions = shipped.dialog.pages.flatMap((one) => one.questions);
    expect(questions.filter(({ id }) => !page.includes(`\n    ${id}["`)).map(({ id }) => id)).toEqual([]);
    expect(questions.filter(({ id, onlyIf = [] }) => page.split('\n').filter((line) => line.endsWith(`| ${id}`)).length !== onlyIf.length).map(({ id }) => id)).toEqual([]);
  });
});
