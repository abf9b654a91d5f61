import { describe, expect, it } from '@jest/globals';
import { dialogFrom } from '../../src/dialog/dialog.ts';
import { raisedBy, stateOf } from '../../src/dialog/flags.ts';
import type { Answers } from '../../src/dialog/value.ts';
import { shipped } from '../support/content.ts';
import { pagesFrom } from '../support/pages.ts';

const dialog = dialogFrom(
  pagesFrom(`
id: one
title: One
questions:
  - { id: list, ask: Any?, short: Any, type: choices, options: [{ id: weak, label: Weak }, { id: none, label: None, exclusive: true }, { id: unsure, label: Not sure, exclusive: true }] }
  - { id: other, ask: Other?, short: Other, type: yes-no }
  - { id: course, ask: How fast?, short: Course, type: choice, onlyIf: { list: [weak] }, options: [{ id: days, label: Days }, { id: years, label: Years }], redFlags: [
      { when: { course: days }, level: emergency, flag: weakness, because: Within days } ] }
  - { id: sudden, ask: Sudden?, short: Sudden, type: yes-no, redFlags: [{ when: { sudden: yes, list: [weak] }, level: emergency, flag: weakness, because: Sudden }] }
  - { id: check_answers, ask: Check., short: Check, type: check }
`),
);

function state(answers: Answers, reached: number): string {
  return stateOf('weakness', dialog, answers, reached);
}

describe('a red flag', () => {
  it('is raised by the answer of its own question, judged with the answers before', () => {
    const sudden = dialog.byId.get('sudden');
    if (!sudden) throw new Error('The question is there.');
    expect(raisedBy(sudden, { list: ['weak'], sudden: 'yes' }).map(({ flag, level }) => [flag, level])).toEqual([['weakness', 'emergency']]);
    expect(raisedBy(sudden, { list: ['none'], sudden: 'yes' })).toEqual([]);
  });

  it('is not asked, and not denied, as long as one of its rules is still open', () => {
    expect(state({}, 0)).toBe('not-asked');
    expect(state({ other: 'no' }, 2)).toBe('not-asked');
    expect(state({ list: ['weak'], other: 'no' }, 2)).toBe('not-asked');
    expect(state({ list: ['weak'], other: 'no', course: 'years' }, 3)).toBe('not-asked');
  });

  it('is denied when every rule is ruled out, by an answer or by a question passed over because of one', () => {
    expect(state({ list: ['none'], other: 'no', sudden: 'no' }, 4)).toBe('denied');
  });

  it('is told, and not denied, when its sign is there and comes about in a way that raises nothing', () => {
    expect(state({ list: ['weak'], other: 'no', course: 'years', sudden: 'no' }, 4)).toBe('told');
    const { dialog: pages } = shipped;
    const passing = { safety_now: ['none'], safety_cauda: ['none'], safety_legs: ['weakness'], weak_course: 'passing' };
    expect(stateOf('weakness', pages, passing, pages.items.length)).toBe('told');
    expect(stateOf('foot_drop', pages, passing, pages.items.length)).toBe('denied');
    expect(stateOf('fracture', pages, { safety_back: ['fall'], injury_kind: 'small' }, pages.items.length)).toBe('told');
  });

  it('is not denied by a question that was skipped, nor by one that nobody was asked', () => {
    const rare = dialogFrom(
      pagesFrom(`
id: one
title: One
questions:
  - { id: list, ask: Any?, short: Any, type: yes-no }
  - { id: mood, ask: Low?, short: Low, type: yes-no, optional: true, onlyIf: { list: yes }, redFlags: [{ when: { mood: yes }, level: same-day, flag: suicide, because: Said so }] }
  - { id: check_answers, ask: Check., short: Check, type: check }
`),
    );
    expect(stateOf('suicide', rare, { list: 'yes', mood: 'no' }, 2)).toBe('denied');
    expect(stateOf('suicide', rare, { list: 'yes', mood: null }, 2)).toBe('not-asked');
    expect(stateOf('suicide', rare, { list: 'no' }, 2)).toBe('not-asked');
  });

  it('is denied where its follow-up was left out because the list before it was answered with none', () => {
    const lists = dialogFrom(
      pagesFrom(
        'id: one\ntitle: One\nquestions:\n  - { id: list, ask: Any?, short: Any, type: choices, options: [{ id: fall, label: Fall }, { id: none, label: None, exclusive: true }] }\n  - { id: kind, ask: How bad?, short: Kind, type: yes-no, onlyIf: { list: [fall] }, redFlags: [{ when: { kind: yes }, level: emergency, flag: fracture, because: Bad }] }',
        'id: two\ntitle: Two\nquestions:\n  - { id: later, ask: Again?, short: Again, type: yes-no, redFlags: [{ when: { later: yes }, level: same-day, flag: fracture, because: Later }] }\n  - { id: check_answers, ask: Check., short: Check, type: check }',
      ),
    );
    expect(stateOf('fracture', lists, { list: ['none'] }, 2)).toBe('denied');
    expect(stateOf('fracture', lists, { list: ['fall'] }, 1)).toBe('not-asked');
    expect(stateOf('fracture', lists, { list: ['none'], later: 'yes' }, 3)).toBe('positive');
  });

  it('is unsure when an answer it rests on is, and positive when a rule holds', () => {
    expect(state({ list: ['unsure'], other: 'no', sudden: 'no' }, 4)).toBe('unsure');
    expect(state({ list: ['weak'], other: 'no', course: 'days' }, 3)).toBe('positive');
  });
});
