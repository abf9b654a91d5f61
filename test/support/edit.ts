import type { Page, Question } from '../../src/dialog/schema.ts';

/** The pages with one question changed, as a clinician would in the file; `null` takes the question out. */
export function withQuestion(pages: readonly Page[], id: string, change: Partial<Question> | null): Page[] {
  return edited(pages, id, (question) => (change === null ? [] : [{ ...question, ...change }]));
}

/** The pages with a new question right before the one named. */
export function withNew(pages: readonly Page[], before: string, question: Question): Page[] {
  return edited(pages, before, (next) => [question, next]);
}

function edited(pages: readonly Page[], id: string, edit: (question: Question) => Question[]): Page[] {
  if (!pages.some(({ questions }) => questions.some((question) => question.id === id))) throw new Error(`There is no question "${id}" to edit.`);
  return pages.map((page) => ({ ...page, questions: page.questions.flatMap((question) => (question.id === id ? edit(question) : [question])) }));
}
