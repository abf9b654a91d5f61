import { describe, expect, it } from '@jest/globals';
import { toDirectedGraph } from 'xstate/graph';
import { isNeeded, type Item } from '../../src/dialog/dialog.ts';
import { raisedBy } from '../../src/dialog/flags.ts';
import { ends } from '../../src/dialog/machine.ts';
import type { Condition } from '../../src/dialog/schema.ts';
import type { Answers } from '../../src/dialog/value.ts';
import type { Walk } from '../../src/dialog/walk.ts';
import { shipped } from '../support/content.ts';
import { partsOf, visit, waysTo } from './ways.ts';

const { dialog, chart } = shipped;
const always: Condition = [{}];
const questions = dialog.pages.flatMap((page) => page.questions);

describe('the chart as a graph', () => {
  const order = [...dialog.items.map(({ id }) => id), ...ends];
  const states = toDirectedGraph(chart).children.map(({ stateNode: { key }, edges }) => ({ key, edges }));

  it('has a state for each item and each end, and no other', () => {
    expect(states.map(({ key }) => key)).toEqual(order);
  });

  it('leads from every state only onward, so that every path ends', () => {
    const backward = states.flatMap(({ key, edges }) => edges.filter(({ target }) => order.indexOf(target.key) <= order.indexOf(key)).map(({ target }) => `${key} -> ${target.key}`));
    expect(backward).toEqual([]);
  });

  it('leads on from every item, whatever is answered: the last way out has no condition', () => {
    const stuck = states.filter(({ edges }) => edges.at(-1)?.transition.guard !== undefined || edges.length === 0);
    expect(stuck.map(({ key }) => key)).toEqual([...ends]);
  });
});

describe('every question', () => {
  const reached = dialog.items.flatMap((item) => waysTo(item, always, dialog).map((way) => ({ item, way, walk: visit(way, dialog, chart, item.id).walk })));

  it('can be reached, and is in each of the ways that the pages name', () => {
    expect(questions.filter((question) => !reached.some(({ item }) => item.question === question)).map(({ id }) => id)).toEqual([]);
    expect(reached.filter(({ item, walk: { rest } }) => rest.at !== 'question' || rest.item !== item).map(told)).toEqual([]);
  });

  it('has a condition of which every part is possible', () => {
    const parts = questions.flatMap((question) => partsOf(question.onlyIf ?? always).map((part) => ({ question, part })));
    const possible = ({ question, part }: (typeof parts)[number]): boolean => dialog.items.some((item) => item.question === question && waysTo(item, part, dialog).length > 0);
    expect(parts.filter((one) => !possible(one)).map(({ question: { id }, part }) => [id, part])).toEqual([]);
  });

  it('is asked of those for whom the pages want it, and of nobody else', () => {
    expect(reached.filter(({ walk }) => asked(walk) !== wanted(walk)).map(told)).toEqual([]);
  });

  it('that may stop the questions does so from every way into it', () => {
    const stops = dialog.items.flatMap((item) => (item.question.stopIf ? partsOf(item.question.stopIf.when).map((part) => ({ item, ways: waysTo(item, part, dialog) })) : []));
    expect(stops.map(({ ways }) => ways.length)).not.toContain(0);
    for (const { item, ways } of stops) for (const way of ways) expect(visit(way, dialog, chart).walk.rest).toEqual({ at: 'stopped', by: item });
  });
});

describe('every red flag', () => {
  const rules = dialog.items.flatMap((item) => (item.question.redFlags ?? []).map((rule) => ({ item, ...rule })));
  const parts = rules.flatMap((rule) => partsOf(rule.when).map((part) => ({ ...rule, part, ways: waysTo(rule.item, part, dialog) })));

  it('can rise by each answer it names', () => {
    expect(parts.filter(({ ways }) => ways.length === 0).map(({ item, flag, part }) => [item.id, flag, part])).toEqual([]);
  });

  it('rises from every way into its question, and an emergency ends the questions there', () => {
    const silent = parts.flatMap(({ item, flag, level, ways }) => ways.filter((way) => !rises(item, flag, level, way)).map((way) => `${flag} ${level} ${told({ item, way })}`));
    expect(silent).toEqual([]);
  });
});

function rises(item: Item, flag: string, level: string, way: Answers): boolean {
  const { rest, answers, path } = visit(way, dialog, chart, nextForAll(item)).walk;
  const raised = path.some((passed) => passed.item === item) && raisedBy(item, answers).some((one) => one.flag === flag && one.level === level);
  return raised && (level !== 'emergency' || (rest.at === 'emergency' && rest.by === item));
}

/** The next item that everybody is asked: whatever an item raises is raised by then. */
function nextForAll(item: Item): string | undefined {
  return dialog.items.slice(dialog.items.indexOf(item) + 1).find(({ question, each }) => each === null && question.onlyIf === undefined)?.id;
}

function asked({ path, rest }: Walk): string {
  return [...path.map(({ item }) => item.id), ...(rest.at === 'question' ? [rest.item.id] : [])].join(' ');
}

/** What the pages want asked up to where a walk came, read from top to bottom without the chart. */
function wanted({ path, rest, answers }: Walk): string {
  const last = rest.at === 'question' ? rest.item : path.at(-1)?.item;
  const upTo = dialog.items.slice(0, last ? dialog.items.indexOf(last) + 1 : 0);
  return upTo.filter((item) => isNeeded(item, answers)).map(({ id }) => id).join(' ');
}

function told({ item, way }: { item: Item; way: Answers }): string {
  return `${item.id}: ${JSON.stringify(way)}`;
}
