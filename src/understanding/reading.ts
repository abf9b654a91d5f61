import type { Option, QuestionType } from '../dialog/schema.ts';
import type { Value } from '../dialog/value.ts';

/** The open question, as far as its answer's meaning depends on it. `options` are in the order they are shown. */
export type Asked = {
  id: string;
  type: QuestionType;
  options: readonly Pick<Option, 'id' | 'label' | 'exclusive'>[];
  range?: { min: number; max: number };
  unsure?: boolean;
};

export type Unread = 'empty' | 'not-an-option' | 'out-of-range' | 'not-a-date' | 'in-the-future' | 'not-a-phone' | 'not-an-email' | 'too-vague' | 'unclear';

/**
 * What an answer was understood to be. `exact`: a number of an option, its label, or a plain word; `read`: interpreted, to be
 * repeated back; `mended`: it takes back what was said before it in the same message; `missed`: what else the message lists, as written, that means
 * nothing to us. Not understood: why, and up to two guesses to ask about.
 */
export type Reading = { ok: true; value: Value; how: 'exact' | 'read'; sure: boolean; mended?: true; missed?: readonly string[] } | { ok: false; why: Unread; perhaps?: Value[] };

/** Said in so many words. */
export function exact(value: Value): Reading {
  return { ok: true, value, how: 'exact', sure: true };
}

/** Interpreted from what was said. */
export function read(value: Value, sure = true): Reading {
  return { ok: true, value, how: 'read', sure };
}

/** Not understood, with guesses worth asking about. */
export function unread(why: Unread, perhaps: readonly Value[] = []): Reading {
  return perhaps.length > 0 ? { ok: false, why, perhaps: perhaps.slice(0, 2) } : { ok: false, why };
}
