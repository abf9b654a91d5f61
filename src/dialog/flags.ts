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
 * Unsure: a question it rests on was answered "I'm not sure".
 */
export type FlagState = 'positive' | 'denied' | 'unsure' | 'not-asked';

/** The red flags that an item's answer raises. `answers` holds the new answer too. */
export function raisedBy(item: Item, answers: Answers): Raised[] {
  return (item.question.redFlags ?? [])
    .filter(({ when }) => holds(when, answers, item.each?.option.id))
    .map(({ flag, level, because }) => ({ flag, level, because, question: item.id }));
}

/**
 * What is known of a flag. Denied only if something was said to it, and every rule that could raise it is ruled out: by an answer,
 * or because the way went past its question with good reason. A skipped question says nothing, and as long as one rule is still
 * open, the flag was not asked.
 * @param reached how many items of the dialog the way has come past
 */
export function stateOf(flag: string, dialog: Dialog, answers: Answers, reached: number): FlagState {
  const rules = dialog.items.flatMap((item) => (item.question.redFlags ?? []).filter((rule) => rule.flag === flag).map(({ when }) => ({ when, here: item.each?.option.id })));
  if (rules.some(({ when, here }) => holds(when, answers, here))) return 'positive';
  const restsOn = rules.flatMap(({ when }) => questionsIn(when));
  if (restsOn.some((id) => isUnsure(answers[id] ?? null))) return 'unsure';
  const past = new Set(dialog.items.slice(0, reached).map(({ question }) => question.id));
  const isSettled = (id: string): boolean => answers[id] !== null && (past.has(id) || id in answers);
  const ruledOut = (facts: Facts, here: string | undefined): boolean => Object.entries(facts).some(([id, wanted]) => isSettled(id) && !holds([{ [id]: wanted }], answers, here));
  const wasAsked = restsOn.some((id) => (answers[id] ?? null) !== null);
  return wasAsked && rules.every(({ when, here }) => when.every((facts) => ruledOut(facts, here))) ? 'denied' : 'not-asked';
}

/** Whether an answer says "I'm not sure", alone or among others. */
export function isUnsure(value: Value): boolean {
  return value === 'unsure' || (Array.isArray(value) && value.includes('unsure'));
}
