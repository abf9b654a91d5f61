import type { Value } from '../dialog/value.ts';
import { readAnswer } from './answer.ts';
import type { Language } from './language.ts';

/**
 * The guess a message settles on, after "Did you mean …?": the only one by "yes", one of several by its place.
 * @param today as YYYY-MM-DD
 * @returns undefined if it settles on none
 */
export function guessMeant(text: string, guesses: readonly Value[], language: Language, today: string, country: string): Value | undefined {
  const [first, ...others] = guesses;
  if (first === undefined) return undefined;
  if (others.length === 0) {
    const reading = readAnswer({ id: '', type: 'yes-no', options: [] }, text, language, today, country);
    return reading.ok && reading.value === 'yes' ? first : undefined;
  }
  // A number may be an answer of its own, "the second one" is none.
  if (/\d/u.test(text)) return undefined;
  const options = guesses.map((_, place) => ({ id: String(place), label: `#${place}` }));
  const reading = readAnswer({ id: '', type: 'choice', options }, text, language, today, country);
  return reading.ok && reading.how === 'exact' ? guesses[Number(reading.value)] : undefined;
}
