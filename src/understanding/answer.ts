import type { Language } from './language.ts';
import { beginsWithOption, readChoice, readOption } from './kinds/choice.ts';
import { readCareTime } from './when/care.ts';
import { readDate } from './when/date.ts';
import { readDuration } from './when/duration.ts';
import { readEmail } from './kinds/email.ts';
import { readMedicines } from './kinds/medicines.ts';
import { readMonth } from './when/month.ts';
import { missedIn } from './missed.ts';
import { readName } from './kinds/name.ts';
import { readNumber } from './kinds/number.ts';
import { readPhone } from './kinds/phone.ts';
import { readTreated } from './history/treated.ts';
import { readReach } from './kinds/reach.ts';
import { saysNone } from './kinds/none.ts';
import { readYesNo } from './kinds/yes-no.ts';
import { exact, read, unread, type Asked, type Reading } from './reading.ts';
import { correctionIn, isRevised, type Correction } from './assertion/correction.ts';
import { asAnswered } from './assertion/mention.ts';
import { denied } from './assertion/negation.ts';
import { labelsIn } from './text/labels.ts';
import { hear, type Said } from './text/said.ts';

export type { Asked, Reading } from './reading.ts';

/** Longer messages are not answers; reading them would only guess. */
const longestAnswer = 1000;

/**
 * What a patient's words mean as an answer to the open question.
 * @param today `YYYY-MM-DD`, for ages and "since"
 * @param country two letters, whose phone numbers need no prefix
 */
export function readAnswer(question: Asked, text: string, spoken: Language, today: string, country: string): Reading {
  if (text.trim() === '') return unread('empty');
  if (text.length > longestAnswer) return unread('unclear');
  const said = hear(text, spoken);
  const asked = { ...question, id: question.id.split(':')[0] ?? question.id };
  const language = asked.type === 'name' || asked.type === 'choice' ? spoken : asAnswered(said.words, asked.id, spoken);
  const corrected = correctionIn(said, language);
  const reading = corrected ? mended(corrected, said, (part) => byType(asked, part, language, today, country)) : byType(asked, said, language, today, country);
  const counts = asked.type === 'number' || asked.type === 'duration' || asked.type === 'distance-or-time';
  if (reading.ok && counts && !reading.mended && isRevised(said, language)) return unread('unclear', [reading.value]);
  if (reading.ok && reading.how === 'read' && !reading.mended) {
    const missed = missedIn(said, asked, language, (part) => byType(asked, part, language, today, country).ok);
    return missed.length > 0 ? { ...reading, missed } : reading;
  }
  if (reading.ok) return reading;
  const before = beforeQuestion(said, language, (part) => byType(asked, part, language, today, country));
  return before ?? unsureOf(said, asked, language, today) ?? onlyOption(said, asked, language) ?? reading;
}

/** "Legs, and by the way can I bring my wife?": what is said before the clause that asks. */
function beforeQuestion({ text, asks, words }: Said, language: Language, readPart: (part: Said) => Reading): Reading | undefined {
  const last = words.findLast(({ clause }) => clause === words[0]?.clause);
  if (!asks || !last || last === words.at(-1) || !text.trim().endsWith('?')) return undefined;
  const first = hear(text.slice(0, last.end), language);
  const reading = first.asks ? undefined : readPart(first);
  return reading?.ok ? { ...reading, how: 'read' } : undefined;
}

/** "1" at a question that is answered in free words and shows "1. I'm not sure" alone: asked back where it could be an amount as well. */
function onlyOption(said: Said, asked: Asked, language: Language): Reading | undefined {
  const [only, ...others] = asked.options;
  if (asked.type !== 'month' && asked.type !== 'duration' && asked.type !== 'distance-or-time') return undefined;
  const option = only?.id === 'unsure' && others.length === 0 ? readOption(said, asked, language) : undefined;
  if (!option?.ok) return undefined;
  return asked.type === 'month' ? option : unread('unclear', [option.value]);
}

/** Of an answer that is taken back in the same breath the second counts; if only the first can be read, neither does. A yes that turns into a no is asked back. */
function mended({ before, after, sure }: Correction, said: Said, readPart: (part: Said) => Reading): Reading {
  const [first, second] = [readPart(before), readPart(after)];
  if (!first.ok || (!sure && !second.ok)) return readPart(said);
  const turned = second.ok && (first.value === 'yes' || first.value === 'no') && second.value !== first.value;
  if (turned) return unread('unclear', [second.value, first.value]);
  return second.ok ? { ...second, how: 'read', mended: true } : unread('unclear', second.perhaps ?? []);
}

function byType(question: Asked, said: Said, language: Language, today: string, country: string): Reading {
  switch (question.type) {
    case 'yes-no':
    case 'yes-no-unsure':
      return readOption(said, question, language) ?? (language.options.has(question.id) ? chosen(said, question, language, today) : offered(readYesNo(said, question.id, language, today), question));
    case 'choice':
    case 'choices': {
      const option = readOption(said, question, language);
      // "2015" is no place in the list, and tells when.
      return option?.ok ? option : option ? (readCareTime(said, question, language, today) ?? option) : chosen(said, question, language, today);
    }
    case 'check':
      return readOption(said, question, language) ?? checked(said, question, language, today);
    case 'number':
      return readNumber(said, question, language);
    case 'duration':
      return readDuration(said, language, today);
    case 'distance-or-time':
      return readReach(said, language);
    case 'date':
      return readDate(said, language, today, country);
    case 'month':
      return readMonth(said, language, today);
    case 'name':
      return readName(said, language);
    case 'phone':
      return readPhone(said, language, country);
    case 'email':
      return readEmail(said, language);
    case 'medicines':
      return readMedicines(said, language);
    case 'text':
      return read(said.text.trim());
    default:
      return question.type satisfies never;
  }
}

/** By the language's phrases for the question; a message that is all "no" to a list is its "none of these", and a choice between yes and no is a yes-or-no question. */
function chosen(said: Said, question: Asked, language: Language, today: string): Reading {
  const named = readTreated(said, question, language, today) ?? readChoice(said, question, language);
  const choice = named.ok ? named : (readCareTime(said, question, language, today) ?? howMuchHelped(said, question, language, today) ?? named);
  const none = question.type === 'choices' ? question.options.find((option) => option.exclusive && option.id === 'none') : undefined;
  if (!choice.ok && none) {
    if (!said.asks && saysNone(said, language)) return exact([none.id]);
    const plain = readYesNo(said, question.id, language, today);
    return plain.ok && plain.value === 'no' ? unread('unclear', [[none.id]]) : choice;
  }
  const yesOrNo = question.type !== 'choices' && ['yes', 'no'].every((id) => question.options.some((option) => option.id === id));
  if (!yesOrNo) return choice;
  const plain = offered(readYesNo(said, question.id, language, today), question);
  if (!choice.ok) return plain;
  const agree = plain.ok ? choice.value === plain.value : plain.perhaps === undefined;
  return agree || beginsWithOption(said, question, language) ? choice : unread('unclear', ['yes', 'no']);
}

/** Whether it helped: "yes" does not say how much, or for how long. */
function howMuchHelped(said: Said, question: Asked, language: Language, today: string): Reading | undefined {
  if (!['helped', 'partial', 'none'].every((id) => question.options.some((option) => option.id === id))) return undefined;
  const plain = readYesNo(said, question.id, language, today);
  const likeliest = plain.ok && plain.value === 'yes' ? ['helped', 'partial'] : plain.ok && plain.value === 'no' ? ['none'] : [];
  return likeliest.length > 0 ? unread('unclear', likeliest) : undefined;
}

/** "Yes", "all correct" and "looks good, send it" are asked back: what was sent cannot be taken back. */
function checked(said: Said, question: Asked, language: Language, today: string): Reading {
  const choice = readChoice(said, question, language);
  if (choice.ok && choice.how !== 'exact' && choice.value === 'send') return unread('unclear', ['send']);
  if (choice.ok || said.asks) return choice;
  const yes = readYesNo(said, question.id, language, today);
  const right = language.options.get(question.id);
  const agrees = right !== undefined && labelsIn(right, said.words).some(({ label, from }) => label === 'right' && !denied(said.words, from, language));
  return agrees || (yes.ok && yes.value === 'yes') ? unread('unclear', ['send']) : choice;
}

/** "I'm not sure", where the question offers it. */
function unsureOf(said: Said, question: Asked, language: Language, today: string): Reading | undefined {
  const offers = question.unsure === true || question.options.some((option) => option.id === 'unsure');
  const plain = offers ? readYesNo(said, question.id, language, today) : undefined;
  if (!plain?.ok || plain.value !== 'unsure') return undefined;
  return question.type === 'choices' ? { ...plain, value: ['unsure'] } : plain;
}

/** A yes-or-no question without "not sure" cannot hold it. */
function offered(reading: Reading, question: Asked): Reading {
  if (!reading.ok || question.options.length === 0 || question.options.some((option) => option.id === reading.value)) return reading;
  return unread('unclear');
}
