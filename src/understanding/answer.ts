import type { Language } from './language.ts';
import { exact, unread, type Asked, type Reading } from './reading.ts';
import { readOption } from './kinds/choice.ts';
import { readDate } from './kinds/date.ts';
import { readEmail } from './kinds/email.ts';
import { readName } from './kinds/name.ts';
import { readNumber } from './kinds/number.ts';
import { readPhone } from './kinds/phone.ts';
import { readYesNo } from './kinds/yes-no.ts';
import { hear, type Said } from './text/said.ts';

export type { Asked, Reading, Unread } from './reading.ts';

/** Longer messages are not answers; reading them would only guess. */
const longestAnswer = 1000;

/**
 * What a patient's words mean as an answer to the open question.
 * @param today `YYYY-MM-DD`, for ages and "since"
 * @param country two letters, whose phone numbers need no prefix
 */
export function readAnswer(question: Asked, text: string, language: Language, today: string, country: string): Reading {
  if (text.trim() === '') return unread('empty');
  if (text.length > longestAnswer) return unread('unclear');
  const said = hear(text, language);
  const reading = byType(question, said, language, today, country);
  if (reading.ok || !question.unsure) return reading;
  const plain = readYesNo(said, language);
  return plain.ok && plain.value === 'unsure' ? plain : reading;
}

function byType(question: Asked, said: Said, language: Language, today: string, country: string): Reading {
  switch (question.type) {
    case 'yes-no':
    case 'yes-no-unsure':
      return readOption(said, question, language) ?? offered(readYesNo(said, language), question);
    case 'choice':
    case 'choices':
    case 'check':
      return readOption(said, question, language) ?? unread('not-an-option');
    case 'number':
      return readNumber(said, question, language);
    case 'date':
      return readDate(said, language, today);
    case 'name':
      return readName(said, language);
    case 'phone':
      return readPhone(said, language, country);
    case 'email':
      return readEmail(said, language);
    case 'text':
      return exact(said.text.trim());
    case 'duration':
    case 'distance-or-time':
    case 'month':
    case 'medicines':
      return unread('unclear');
    default:
      return question.type satisfies never;
  }
}

/** A yes-or-no question without "not sure" cannot hold it. */
function offered(reading: Reading, question: Asked): Reading {
  if (!reading.ok || question.options.length === 0 || question.options.some((option) => option.id === reading.value)) return reading;
  return unread('unclear');
}
