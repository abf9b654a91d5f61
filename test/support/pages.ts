import { parse } from 'yaml';
import { Page, Safety } from '../../src/dialog/schema.ts';

const reviewed = { by: 'Invented for tests', on: '2026-01-01', source: 'Invented for tests' };

/** Pages written as a clinician would write them, without the parts that do not matter to a test. */
export function pagesFrom(...yaml: string[]): Page[] {
  return yaml.map((page) => Page.parse(withDefaults(parse(page))));
}

/** A small invented intake: a warning sign, a branch, a list that repeats, and the check page. */
export function smallPages(): Page[] {
  return pagesFrom(
    `
id: start
title: Start
questions:
  - { id: consent, ask: May we ask you some questions?, short: Consent, type: yes-no, stopIf: { when: { consent: no }, say: We stop here. } }
  - { id: numb, ask: Is it numb between your legs?, short: Numb, type: yes-no-unsure, redFlags: [
      { when: { numb: yes }, level: emergency, flag: ces_saddle, because: Numb between the legs },
      { when: { numb: unsure }, level: same-day, flag: ces_saddle, because: Not sure about numbness } ] }
  - { id: walking, ask: Does walking hurt?, why: It tells the nurse when it hurts., short: Walking, type: yes-no-unsure }
  - { id: blocks, ask: How many blocks can you walk?, short: Blocks, type: number, range: { min: 0, max: 50 }, onlyIf: { walking: [yes, unsure] }, optional: true }
  - { id: tried, ask: What have you tried?, short: Tried, type: choices, options: [
      { id: pt, label: Physical therapy }, { id: esi, label: Injections }, { id: none, label: None of these, exclusive: true } ] }
`,
    `
id: each_tried
title: What you tried
forEach: tried
questions:
  - { id: helped, ask: "Did it help: {{each}}?", short: "{{each}} helped", type: yes-no-unsure }
  - { id: count, ask: "How often: {{each}}?", short: "{{each}} count", type: number, range: { min: 1, max: 99 }, onlyIf: { each: [esi], helped: yes } }
`,
    `
id: end
title: End
questions:
  - { id: full_name, ask: What is your name?, short: Name, type: name }
  - { id: check_answers, ask: Please check your answers., short: Check, type: check }
`,
  );
}

export function smallSafety(): Safety {
  return Safety.parse({
    reviewed,
    alerts: {
      emergency: { say: 'Call now.', sayCarer: 'Call now for them.', reviewed_by: null },
      same_day: { say: 'Speak with us today.', sayCarer: 'Speak with us today.', reviewed_by: null },
    },
    flags: { ces_saddle: { name: 'Saddle numbness', alert: {}, source: 'Invented for tests' } },
  });
}

function withDefaults(page: unknown): unknown {
  return typeof page === 'object' ? { reviewed, ...page } : page;
}
