import type { Value } from '../../dialog/value.ts';
import type { Language } from '../language.ts';
import { exact, unread, type Asked, type Reading } from '../reading.ts';
import { amountsIn } from '../text/amounts.ts';
import type { Said } from '../text/said.ts';
import { plain } from '../text/words.ts';
import { pastFillers } from './yes-no.ts';

/** An option by its number or its label, or several of them for `choices`; undefined when the words are neither. */
export function readOption(said: Said, asked: Asked, language: Language): Reading | undefined {
  if (asked.options.length === 0) return undefined;
  const label = asked.options.find((option) => bare(option.label) === bare(said.text) || option.id === bare(said.text));
  if (label) return exact(valueOf([label.id], asked));
  const numbers = optionNumbers(said, language);
  if (!numbers) return undefined;
  const chosen = numbers.map((number) => asked.options[number - 1]);
  if (chosen.some((option) => option === undefined) || (numbers.length > 1 && asked.type !== 'choices')) return unread('not-an-option');
  return exact(valueOf(chosen.flatMap((option) => option?.id ?? []), asked));
}

/** One option, or for `choices` the list; an exclusive option stands alone. */
export function valueOf(ids: readonly string[], asked: Asked): Value {
  if (asked.type !== 'choices') return ids[0] ?? null;
  const exclusive = asked.options.find((option) => option.exclusive && ids.includes(option.id));
  return exclusive && ids.length === 1 ? [exclusive.id] : [...new Set(ids)].filter((id) => id !== exclusive?.id);
}

/** The whole numbers of a message that holds nothing else: "2", "#2", "option two", "1 and 3". */
function optionNumbers({ typed }: Said, language: Language): number[] | undefined {
  const joints = new Set(['#', '+', '-', '/', ...language.choosing.joints]);
  const words = typed.slice(pastFillers(typed, 0, language)).filter((word) => !joints.has(word.text));
  const found = amountsIn(words, language.numbers);
  const covered = found.reduce((sum, amount) => sum + amount.to - amount.from, 0);
  if (found.length === 0 || covered !== words.length) return undefined;
  const numbers = found.map(({ min, max }) => (min === max ? min : Number.NaN));
  return numbers.every((number) => Number.isInteger(number)) ? numbers : undefined;
}

function bare(text: string): string {
  return plain(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
