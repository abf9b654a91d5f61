import { readAnswer } from './answer.ts';
import { commandLike, readCommand, type Command, type Wishes } from './command.ts';
import { readAllergies } from './history/allergies.ts';
import { readInjections } from './history/injections.ts';
import { readSurgery } from './history/surgery.ts';
import { readThinner } from './history/thinner.ts';
import { readTherapy } from './history/therapy.ts';
import { answererOf, treatmentsIn } from './history/treatments.ts';
import { agoIn } from './when/ago.ts';
import type { Language } from './language.ts';
import { asAnswered } from './assertion/mention.ts';
import { allAsked, askedAs } from './rows.ts';
import { historyIn } from './story/history.ts';
import { asTold } from './story/teller.ts';
import { hear, type Said } from './text/said.ts';
import { longestStory, readAll } from './volunteered.ts';

/** A line of an evaluation file: a question's id and what somebody answered. */
export type RowAsked = { question: string; text: string; lang: string };

const intents: Partial<Record<Command['do'], string>> = {
  why: 'why', skip: 'skip', back: 'back', 'already-told': 'already_told', person: 'human', help: 'help', repeat: 'repeat', stop: 'stop', save: 'save_later', change: 'correct',
};

/** What else a conversation knows of a message: whether it asks a question, whether a topic is found for it, and how people tell their wishes. */
export interface Around {
  asks(text: string): boolean;
  finds(text: string): boolean;
  readonly wishes?: Wishes;
}

/**
 * An evaluation row in the evaluation's own vocabulary: a value, `UNCLEAR`, or `INTENT:<id>`, and in `extra` what else was said.
 */
export function readRow({ question, text, lang }: RowAsked, languages: ReadonlyMap<string, Language>, today: string, around: Around): { value: unknown; extra: Record<string, unknown> } {
  const language = languages.get(lang) ?? languages.get('en');
  if (!language) throw new Error(`no language "${lang}"`);
  const { [question]: own, ...extra } = readStory(text, language, today);
  const value = inItsWords(meant(question, text, language, today, around));
  // Who takes an earlier answer back tells the new one beside it.
  return { value, extra: value === 'INTENT:correct' && own !== undefined ? { ...extra, [question]: own } : extra };
}

/** Everything a text tells without being asked, by the evaluation's question ids, in its vocabulary. */
export function readStory(text: string, language: Language, today: string): Record<string, unknown> {
  if (text.length > longestStory) return {};
  const told = readAll(text, allAsked, language, today, 'US').map(({ question, value }) => [question, value] as const);
  return Object.fromEntries([...told.map(([question, value]) => [question, inItsWords(value)] as const), ...historyIn(text, asTold(text, language), today)]);
}

/** The evaluation has no shin: what is felt there stands under the calf. */
function inItsWords(value: unknown): unknown {
  return Array.isArray(value) ? [...new Set(value.map((one: unknown) => (one === 'shin' ? 'calf' : one)))] : value;
}

function meant(question: string, text: string, language: Language, today: string, around: Around): unknown {
  const value = valueOf(question, text, language, today);
  const plain = value.exact && !text.includes('?');
  const answers = value.value !== undefined;
  const told = plain ? undefined : readCommand(text, language, answers ? { question, mended: value.mended } : undefined, around.wishes);
  const command = told ?? (plain || answers || value.guessed || !around.wishes || around.finds(text) ? undefined : commandLike(text, around.wishes));
  const intent = command && intentOf(command);
  if (intent) return `INTENT:${intent}`;
  const said = hear(text, language);
  if (!plain && (said.asks || (value.value === undefined && !value.guessed && !said.evades && around.asks(text)))) return 'INTENT:faq';
  return value.value ?? 'UNCLEAR';
}

function intentOf(command: Command): string | undefined {
  return command.do === 'language' ? `lang_${command.to}` : intents[command.do];
}

function valueOf(question: string, text: string, language: Language, today: string): { value: unknown; exact: boolean; guessed: boolean; mended: boolean } {
  const said = hear(text, language);
  const composite = compositeOf(question, said, language, today);
  if (composite) return { value: composite.value, exact: false, guessed: false, mended: false };
  const asked = askedAs(question);
  if (!asked) return { value: undefined, exact: false, guessed: false, mended: false };
  const reading = readAnswer(asked, text, language, today, 'US');
  return reading.ok ? { value: reading.value, exact: reading.how === 'exact', guessed: false, mended: reading.mended ?? false } : { value: undefined, exact: false, guessed: reading.perhaps !== undefined, mended: false };
}

/** The answers that are more than one value; undefined for a question that is not of that kind. */
function compositeOf(question: string, said: Said, plain: Language, today: string): { value: unknown } | undefined {
  const language = asAnswered(said.words, question, plain);
  switch (question) {
    case 'treatments_tried': {
      const treatments = treatmentsIn(said.text, answererOf(said, language));
      return { value: treatments.length > 0 ? treatments : undefined };
    }
    case 'injections':
      return { value: readInjections(said, language, today, true) };
    case 'pt':
      return { value: readTherapy(said, language, today, true) };
    case 'prior_surgery':
      return { value: readSurgery(said, language, today, true) };
    case 'blood_thinner':
      return { value: readThinner(said, language, today, true) };
    case 'allergies':
      return { value: readAllergies(said, language, today) };
    case 'imaging_when': {
      const [when, ...others] = agoIn(said.words, language, today);
      return { value: when && others.length === 0 ? { months_ago: when.months } : undefined };
    }
    default:
      return undefined;
  }
}
