import type { Condition, Facts } from './schema.ts';
import type { Answers, Value } from './value.ts';

/** The id under which a question that is asked again for an option keeps its answer. */
export function repeatedId(question: string, option: string): string {
  return `${question}:${option}`;
}

/**
 * Whether a condition holds. A fact about a question that was not answered, or was skipped, is false, never true.
 * @param here the option a page is being repeated for: the page's own questions answer first, and `each` is the option itself.
 */
export function holds(condition: Condition, answers: Answers, here?: string): boolean {
  return condition.some((facts) => Object.entries(facts).every(([id, wanted]) => fits(wanted, found(id, answers, here))));
}

/** The ids a condition speaks of, `each` not counted. */
export function questionsIn(condition: Condition): string[] {
  return condition.flatMap((facts) => Object.keys(facts)).filter((id) => id !== 'each');
}

function found(id: string, answers: Answers, here: string | undefined): Value {
  if (here === undefined) return answers[id] ?? null;
  return id === 'each' ? here : (answers[repeatedId(id, here)] ?? answers[id] ?? null);
}

function fits(wanted: Facts[string], value: Value): boolean {
  if (value === null) return false;
  if (typeof wanted === 'object' && !Array.isArray(wanted)) {
    return typeof value === 'number' && value >= (wanted.min ?? value) && value <= (wanted.max ?? value);
  }
  const oneOf = Array.isArray(wanted) ? wanted : [wanted];
  const held = Array.isArray(value) ? value : [value];
  return held.some((one) => oneOf.some((option) => option === one));
}
