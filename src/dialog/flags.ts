import { holds, questionsIn } from './condition.ts';
import type { Dialog, Item } from './dialog.ts';
import type { Facts, RedFlag } from './schema.ts';
import type { Answers, Value } from './value.ts';

export interface Raised {
  readonly flag: string;
  readonly level: RedFlag['level'];
  readonly because: string;
  /** The item whose answer raised it. */
  readonly question: string;
}

/**
 * Denied and not asked are different things: "no" was said to one, the other never came up.
 * Unsure: a question it rests on was answered "I'm not sure". Told: the sign is there, and nothing more was said of it that raises the flag,
 * as with a weakness that comes with walking and goes with rest.
 */
export type FlagState = 'positive' | 'denied' | 'unsure' | 'told' | 'not-asked';

/** The red flags that an item's answer raises. `answers` holds the new answer too. */
export function raisedBy(item: Item, answers: Answers): Raised[] {
  return (item.question.redFlags ?? [])
    .filter(({ when }) => holds(when, answers, item.each?.option.id))
    .map(({ flag, level, because }) => ({ flag, level, because, question: item.id }));
}

/**
 * What is known of a flag. Denied only if something was said to it, and every rule of the page that asks for it first is ruled out: by
 * an answer, or because the way went past its question with good reason. Later pages can still raise it. A skipped question says
 * nothing, and as long as one of those rules is open, the flag was not asked.
 * @param reached how many items of the dialog the way has come past
 */
export function stateOf(flag: string, dialog: Dialog, answers: Answers, reached: number): FlagState {
  const rules = dialog.items.flatMap((item) => (item.question.redFlags ?? []).filter((rule) => rule.flag === flag).map(({ when }) => ({ item, when, here: item.each?.option.id })));
  if (rules.some(({ when, here }) => holds(when, answers, here))) return 'positive';
  if (rules.some(({ when }) => questionsIn(when).some((id) => isUnsure(answers[id] ?? null)))) return 'unsure';
  const past = new Set(dialog.items.slice(0, reached).map(({ question }) => question.id));
  const isSettled = (id: string): boolean => answers[id] !== null && (past.has(id) || id in answers || isRuledOut(id));
  const ruledOut = (facts: Facts, here: string | undefined): boolean => Object.entries(facts).some(([id, wanted]) => isSettled(id) && !holds([{ [id]: wanted }], answers, here));
  // A question whose condition is settled already will not be asked, even if the way has not come past it yet.
  const isRuledOut = (id: string): boolean => dialog.byId.get(id)?.question.onlyIf?.every((facts) => ruledOut(facts, undefined)) ?? false;
  const first = rules.filter(({ item }) => item.page === rules[0]?.item.page);
  // A follow-up that was left out was still asked by the list before it, on which the sign stood to be chosen.
  const lists = (item: Item): string[] => questionsIn(item.question.onlyIf ?? []).filter((id) => dialog.byId.get(id)?.question.type === 'choices');
  const wasAsked = first.some(({ item, when }) => [...questionsIn(when), ...lists(item)].some((id) => (answers[id] ?? null) !== null));
  if (!wasAsked || !first.every(({ when, here }) => when.every((facts) => ruledOut(facts, here)))) return 'not-asked';
  return rules.some(({ item, when, here }) => isTold(item, when, answers, here)) ? 'told' : 'denied';
}

/** A follow-up was asked because the sign was told, and answered with something; nothing told elsewhere keeps its rule from holding. */
function isTold({ id, question: { onlyIf } }: Item, when: RedFlag['when'], answers: Answers, here: string | undefined): boolean {
  const value = answers[id] ?? null;
  if (onlyIf === undefined || value === null || saysNo(value)) return false;
  return when.some((facts) => id in facts && Object.entries(facts).every(([fact, wanted]) => fact === id || holds([{ [fact]: wanted }], answers, here)));
}

function saysNo(value: Value): boolean {
  return value === 'no' || value === 'none' || (Array.isArray(value) && value.every((one) => one === 'none'));
}

/** Whether an answer says "I'm not sure", alone or among others. */
export function isUnsure(value: Value): boolean {
  return value === 'unsure' || (Array.isArray(value) && value.includes('unsure'));
}
