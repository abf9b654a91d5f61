import type { Value } from '../dialog/value.ts';
import { asCarer } from './assertion/mention.ts';
import { readDate } from './when/date.ts';
import { readEmail } from './kinds/email.ts';
import { readPhone } from './kinds/phone.ts';
import type { Language } from './language.ts';
import type { Asked, Reading } from './reading.ts';
import { ageIn, durationIn, painIn, reachIn } from './story/figures.ts';
import { hangsOnLast, leadsUp, muddled, positionsIn } from './story/positions.ts';
import { namedIn } from './story/lists.ts';
import { statementsIn } from './story/statements.ts';
import { isForAnother } from './story/teller.ts';
import { parted, type Sentence, type Told } from './story/told.ts';
import { find, type Phrases } from './text/phrases.ts';
import { hear } from './text/said.ts';
import { sentencesOf } from './text/sentences.ts';

/** An answer to a question that was not the open one, and the words it was told in. */
export type Volunteered = { question: string; value: Value; quote: string };

/** In characters; a longer text tells nothing that could be trusted. */
export const longestStory = 10_000;

/**
 * What a message tells besides the answer asked for, or a whole story: only what is said so clearly that the question
 * need not be asked. What is told twice in different ways is left out. Lists hold what was named, which may not be all.
 * A story told for somebody else is that person's ("this is about my mother", "my husband is 72").
 * @param questions those that may be filled; others are not looked for
 */
export function readAll(text: string, questions: readonly Asked[], plain: Language, today: string, country: string): Volunteered[] {
  if (text.length > longestStory) return [];
  const ids = new Map(questions.map((asked) => [asked.id, asked]));
  const sentences = sentencesOf(text).map((quote) => ({ quote, sentence: parted(hear(quote, plain)) }));
  const forAnother = isForAnother(text, plain);
  const language = forAnother ? asCarer(plain) : plain;
  const told = sentences.flatMap(({ quote, sentence }, at) => {
    const last = hangsOnLast(sentence, language) ? sentences[at - 1]?.quote : undefined;
    const positions = positionsIn(last === undefined ? sentence : parted(hear(`${last} ${quote}`, language)), questions, language);
    const before = sentences[at - 1]?.sentence;
    const eased = positions.some(({ question, value }) => value === 'yes' && (question === 'relief_sitting' || question === 'relief_leaning'));
    const broughtOn = eased && before && leadsUp(before, language) ? [{ question: 'worse_standing_walking', value: 'yes' }] : [];
    const answered = new Set([...positions.map(({ question }) => question), ...muddled(sentence, language)]);
    const found = [
      ...(forAnother && at === 0 ? [{ question: 'respondent', value: 'other' }] : []),
      ...positions,
      ...broughtOn,
      ...questions.filter(({ id }) => !answered.has(id)).flatMap((asked) => [...statementsIn(sentence, asked, language), ...namedIn(sentence, asked, language, today)]),
      ...ageIn(sentence, language, at === 0),
      ...durationIn(sentence, language, today),
      ...reachIn(sentence, language),
      ...painIn(sentence, language),
      ...contactsIn(sentence, language, today, country),
    ];
    return found.filter(({ question }) => ids.has(question)).map((one) => ({ ...one, quote }));
  });
  return [...Map.groupBy(told, ({ question }) => question).values()].flatMap((all) => joined(all) ?? []);
}

/** One answer of several to the same question: a list of all named, the only value, or none if they differ. */
function joined(all: readonly Volunteered[]): Volunteered | undefined {
  const [first] = all;
  if (!first) return undefined;
  if (all.every(({ value }) => Array.isArray(value))) return { ...first, value: [...new Set(all.flatMap(({ value }) => (Array.isArray(value) ? value : [])))] };
  return all.every(({ value }) => JSON.stringify(value) === JSON.stringify(first.value)) ? first : undefined;
}

/** A date of birth, a phone number or an e-mail address, each only beside the words that say what it is. */
function contactsIn(sentence: Sentence, language: Language, today: string, country: string): Told[] {
  const { born, phone } = language.volunteered;
  const beside = (cue: Phrases, question: string, read: () => Reading): Told[] => {
    const reading = find(cue, sentence.words) ? read() : undefined;
    return reading?.ok ? [{ question, value: reading.value }] : [];
  };
  const email = /\S@\S/u.test(sentence.text) ? readEmail(sentence, language) : undefined;
  return [
    ...beside(born, 'dob', () => readDate(sentence, language, today, country)),
    ...(/\d{3}/u.test(sentence.text) ? beside(phone, 'phone', () => readPhone(sentence, language, country)) : []),
    ...(email?.ok ? [{ question: 'email', value: email.value }] : []),
  ];
}
