import { plain, sentencesOf } from './plain.ts';
import type { Questions } from './questions.ts';

/**
 * Whether a message asks something: it has a question mark, a sentence of it begins the way questions begin,
 * or it is a bare topic ("side effects"). Most messages of an intake answer: "both legs", "it helps when I sit".
 */
export function isQuestion(text: string, { asking }: Questions): boolean {
  if (/[?¿]/u.test(text)) return true;
  const whole = ` ${plain(text)} `;
  const has = (phrase: string) => whole.includes(` ${phrase} `);
  if (asking.anywhere.some(has) || asking.persons.some((person) => has(person) && asking.helps.some((help) => has(`${help} ${person}`)))) return true;
  if (whole.trim().split(' ').length <= asking.aloneUpTo && asking.alone.some(has)) return true;
  return sentencesOf(text.replaceAll(',', '.')).some((sentence) => {
    const said = withoutCourtesy(`${plain(sentence)} `, asking.courtesies);
    const begins = (phrase: string) => said.startsWith(`${phrase} `);
    return asking.opens.some(begins) || asking.helps.some((help) => begins(help) && asking.subjects.some((subject) => begins(`${help} ${subject}`)));
  });
}

function withoutCourtesy(sentence: string, courtesies: readonly string[]): string {
  const courtesy = courtesies.find((one) => sentence.startsWith(`${one} `));
  return courtesy === undefined ? sentence : withoutCourtesy(sentence.slice(courtesy.length + 1), courtesies);
}
