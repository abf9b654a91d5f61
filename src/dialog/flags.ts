import { holds, questionsIn } from './condition.ts';
import type { Dialog, Item } from './dialog.ts';
import type { RedFlag } from './schema.ts';
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

/** What is known of a flag from the answers: judged by every question that the rules raising it rest on. */
export function stateOf(flag: string, dialog: Dialog, answers: Answers): FlagState {
  const rules = dialog.items.flatMap((item) => (item.question.redFlags ?? []).filter((rule) => rule.flag === flag).map((rule) => ({ item, rule })));
  if (rules.some(({ item, rule }) => holds(rule.when, answers, item.each?.option.id))) return 'positive';
  const given = [...new Set(rules.flatMap(({ rule }) => questionsIn(rule.when)))].flatMap((id) => answers[id] ?? []);
  if (given.some(isUnsure)) return 'unsure';
  return given.length > 0 ? 'denied' : 'not-asked';
}

/** Whether an answer says "I'm not sure", alone or among others. */
export function isUnsure(value: Value): boolean {
  return value === 'unsure' || (Array.isArray(value) && value.includes('unsure'));
}
