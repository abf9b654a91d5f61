import { findPhoneNumbersInText, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Language } from '../language.ts';
import { exact, read, unread, type Reading } from '../reading.ts';
import type { Said } from '../text/said.ts';

/** A phone number in E.164, written or said digit by digit. @param country two letters, whose numbers need no prefix */
export function readPhone({ text, typed }: Said, language: Language, country: string): Reading {
  const home = isSupportedCountry(country) ? { defaultCountry: country } : {};
  const written = findPhoneNumbersInText(text, home);
  const [first] = written;
  if (first && written.length === 1 && first.number.isPossible()) return /\p{L}/u.test(text) ? read(first.number.number) : exact(first.number.number);
  if (written.length > 1) return unread('not-a-phone', written.map((found) => found.number.number));
  const digits = spokenDigits(typed.map((word) => word.text), language);
  const spoken = parsePhoneNumberFromString(digits, home);
  return spoken?.isValid() ? read(spoken.number) : unread('not-a-phone');
}

/** "six oh two, five five five" as digits; tens count as two digits, and "double" is not guessed at. */
function spokenDigits(words: readonly string[], language: Language): string {
  return words
    .map((word) => (/^\d+$/u.test(word) ? word : word === 'oh' || word === 'o' ? '0' : (language.numbers.words[word] ?? '')))
    .join('');
}
