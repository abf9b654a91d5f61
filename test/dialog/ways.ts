import { holds, repeatedId } from '../../src/dialog/condition.ts';
import type { Dialog, Item } from '../../src/dialog/dialog.ts';
import { raisedBy } from '../../src/dialog/flags.ts';
import type { Chart } from '../../src/dialog/machine.ts';
import type { Condition, Facts, Question } from '../../src/dialog/schema.ts';
import type { Answers, Value } from '../../src/dialog/value.ts';
import { walk, type Held, type Walk } from '../../src/dialog/walk.ts';

/**
 * Every way in which an item comes to be asked and a condition about it to hold: for each alternative, and each option it lists, the
 * fewest answers that bring it about, with those that bring about the questions they belong to, back to the first. Ways that
 * contradict themselves are left out. It asks the pages alone; whether the chart goes that way is for a walk to show.
 */
export function waysTo(target: Item, when: Condition, dialog: Dialog): Answers[] {
  const ways = when.flatMap((facts) => satisfied({}, facts, target, dialog)).flatMap((so) => completed(so, target.id, dialog));
  return [...new Map(ways.map((way) => [JSON.stringify(Object.entries(way).toSorted(([one], [other]) => one.localeCompare(other))), way])).values()];
}

/** The same condition as its smallest parts: one alternative each, and one option for each fact. */
export function partsOf(when: Condition): Condition[] {
  return when.flatMap((facts) =>
    Object.entries(facts)
      .reduce<Facts[]>((parts, [id, wanted]) => parts.flatMap((part) => (Array.isArray(wanted) ? wanted : [wanted]).map((one) => ({ ...part, [id]: one }))), [{}])
      .map((part) => [part]),
  );
}

/** Adds what it takes for each question that a way speaks of to be asked, the target's own first. */
function completed(so: Answers, target: string, dialog: Dialog, settled: readonly string[] = []): Answers[] {
  const next = [target, ...Object.keys(so)].find((id) => !settled.includes(id));
  const item = next === undefined ? undefined : dialog.byId.get(next);
  if (!item) return [so];
  return neededFor(item).flatMap((facts) => satisfied(so, facts, item, dialog)).flatMap((more) => completed(more, target, dialog, [...settled, item.id]));
}

function neededFor({ question, each }: Item): Condition {
  const chosen: Facts = each ? { [each.of]: each.option.id } : {};
  return (question.onlyIf ?? [{}]).map((facts) => ({ ...chosen, ...facts }));
}

/** All ways to add to some answers what makes the facts hold; none if they contradict each other. */
function satisfied(so: Answers, facts: Facts, { each }: Item, dialog: Dialog): Answers[] {
  const here = each?.option.id;
  return Object.entries(facts).reduce<Answers[]>(
    (ways, [id, wanted]) =>
      ways.flatMap((way) => {
        if (holds([{ [id]: wanted }], way, here)) return [way];
        const asked = dialog.byId.get(here === undefined ? id : repeatedId(id, here)) ?? dialog.byId.get(id);
        return asked ? valuesFor(wanted).flatMap((value) => withAnswer(way, asked, value)) : [];
      }),
    [so],
  );
}

function valuesFor(wanted: Facts[string]): (string | number)[] {
  if (Array.isArray(wanted)) return wanted;
  return typeof wanted === 'object' ? [wanted.min ?? wanted.max ?? 0] : [wanted];
}

function withAnswer(so: Answers, { id, question }: Item, value: string | number): Answers[] {
  const before = so[id];
  if (question.type !== 'choices') return before === undefined || before === value ? [{ ...so, [id]: value }] : [];
  const chosen = [...new Set([...(Array.isArray(before) ? before : []), String(value)])];
  const alone = question.options?.some(({ id: option, exclusive }) => exclusive && chosen.includes(option));
  return alone && chosen.length > 1 ? [] : [{ ...so, [id]: chosen }];
}

/**
 * Walks the chart, answering as told, and where nothing is told with what raises no red flag and does not stop, until an item is
 * open or the walk ends.
 */
export function visit(so: Answers, dialog: Dialog, chart: Chart, until?: string): { walk: Walk; held: ReadonlyMap<string, Held> } {
  const held = new Map<string, Held>();
  let now = walk(dialog, chart, held);
  while (now.rest.at === 'question' && now.rest.item.id !== until) {
    const { item } = now.rest;
    held.set(item.id, { value: so[item.id] ?? calm(item, now.answers), of: item.of });
    now = walk(dialog, chart, held, now);
  }
  return { walk: now, held };
}

/** The first answer that raises nothing, or if there is none, the first that raises the least. */
function calm(item: Item, answers: Answers): Value {
  const order = ['note', 'same-day', 'emergency'];
  const worst = (value: Value): number => {
    const so = { ...answers, [item.id]: value };
    const stops = item.question.stopIf !== undefined && holds(item.question.stopIf.when, so, item.each?.option.id);
    return stops ? order.length : Math.max(-1, ...raisedBy(item, so).map(({ level }) => order.indexOf(level)));
  };
  return answersTo(item.question).toSorted((one, other) => worst(one) - worst(other))[0] ?? null;
}

/** Some answers to a question, the most ordinary first. */
function answersTo({ type, options = [], range }: Question): Value[] {
  switch (type) {
    case 'yes-no': return ['no', 'yes'];
    case 'yes-no-unsure': return ['no', 'yes', 'unsure'];
    case 'choice': return options.map(({ id }) => id);
    case 'choices': return options.toSorted((one, other) => Number(other.exclusive ?? false) - Number(one.exclusive ?? false)).map(({ id }) => [id]);
    case 'check': return ['send'];
    case 'number': return [range?.min ?? 0];
    case 'duration': return [{ months: [36, 36] }];
    case 'distance-or-time': return [{ minutes: [5, 5] }];
    case 'date': return ['1948-03-05'];
    case 'month': return ['2025-03'];
    case 'phone': return ['+16085550134'];
    case 'email': return ['ann@example.org'];
    case 'medicines': return [['apixaban']];
    case 'name':
    case 'text': return ['Ann Example'];
    default: return type satisfies never;
  }
}
