import { holds, repeatedId } from './condition.ts';
import { fingerprint } from './fingerprint.ts';
import type { Option, Page, Question } from './schema.ts';
import type { Answers } from './value.ts';

/** A question in its place. A page that repeats gives one item for each of its questions and each option it repeats over. */
export interface Item {
  /** The question's id, or `question:option` where the page repeats. */
  readonly id: string;
  readonly question: Question;
  readonly page: Page;
  readonly each: { readonly of: string; readonly option: Option } | null;
  /** The fingerprint of the question's meaning. */
  readonly of: string;
}

/** The pages as one list of items, in the order in which they may be asked. */
export interface Dialog {
  readonly pages: readonly Page[];
  readonly items: readonly Item[];
  readonly byId: ReadonlyMap<string, Item>;
}

/** Lays the pages out. They must have passed `check`. */
export function dialogFrom(pages: readonly Page[]): Dialog {
  const questions = pages.flatMap((page) => page.questions);
  const items = pages.flatMap((page) => {
    const over = page.forEach;
    if (over === undefined) return page.questions.map((question) => itemFor(question, page, null));
    const options = questions.find(({ id }) => id === over)?.options?.filter(({ exclusive }) => !exclusive) ?? [];
    return options.flatMap((option) => page.questions.map((question) => itemFor(question, page, { of: over, option })));
  });
  return { pages, items, byId: new Map(items.map((item) => [item.id, item])) };
}

/** Whether the item is to be asked, given what has been answered before it. */
export function isNeeded({ question, each }: Item, answers: Answers): boolean {
  return (
    (each === null || holds([{ [each.of]: each.option.id }], answers)) &&
    (question.onlyIf === undefined || holds(question.onlyIf, answers, each?.option.id))
  );
}

function itemFor(question: Question, page: Page, each: Item['each']): Item {
  return { id: each ? repeatedId(question.id, each.option.id) : question.id, question, page, each, of: fingerprint(question) };
}
