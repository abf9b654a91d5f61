import type { Language } from '../language.ts';
import { amountsIn, type Amount } from './amounts.ts';
import type { Word } from './words.ts';

/**
 * The whole numbers said, as digits, with years said in two halves put together: "nineteen fifty two" is `1952`,
 * "nineteen oh six" `1906`, "two thousand nineteen" `2019`.
 */
export function wholeNumbers(words: readonly Word[], language: Language): string[] {
  const amounts = amountsIn(words.map((word) => (word.text === 'oh' || word.text === 'o' ? { ...word, text: '0' } : word)), language.numbers);
  const digits: string[] = [];
  for (let at = 0; at < amounts.length; at += 1) {
    const [here, next, last] = [amounts[at], amounts[at + 1], amounts[at + 2]];
    if (!here) break;
    const century = here.min === 18 || here.min === 19 || here.min === 20;
    if (century && next && touch(here, next) && next.min === 0 && last && touch(next, last) && last.min < 10) {
      digits.push(`${here.min}0${last.min}`);
      at += 2;
    } else if (century && next && touch(here, next) && next.min >= 10 && next.min < 100 && isWord(words, next)) {
      digits.push(`${here.min}${next.min}`);
      at += 1;
    } else digits.push(words[here.from]?.text.startsWith('0') ? (words[here.from]?.text ?? '') : String(here.min));
  }
  return digits;
}

function touch(one: Amount, other: Amount): boolean {
  return one.to === other.from;
}

function isWord(words: readonly Word[], amount: Amount): boolean {
  return !/^\d/u.test(words[amount.from]?.text ?? '');
}
