import { likelyNone, likelyWish, type Wishes } from './command/likeness.ts';
import type { Language } from './language.ts';
import { denied } from './assertion/negation.ts';
import { find, findAt, findAll, type Phrases } from './text/phrases.ts';
import { hear, type Said } from './text/said.ts';
import type { Word } from './text/words.ts';

export { wishesFrom, Wishing, wishes, type WishExample, type Wishes } from './command/likeness.ts';

const plainDeeds = ['why', 'stop', 'skip', 'already-told', 'person', 'help', 'repeat', 'save', 'start-again', 'forget', 'acknowledge', 'back'] as const;

/** What a patient wants the conversation to do; `what` are the words that name the answer to change, possibly none. */
export type Command = { do: (typeof plainDeeds)[number] } | { do: 'language'; to: string } | { do: 'change'; what: string };

/** A question the message answers, and whether it takes something back in the same breath. */
export type Answered = { question: string; mended?: boolean };

/** A longer message tells something; only its answer matters. */
const mostWords = 40;
const longestCommand = 300;

/**
 * The command a message gives, if it is one: the whole message, or words in it that leave no doubt ("can I talk to a
 * real person"). A word of a command inside an answer ("my back hurts", "I had to stop walking") is not one. Where a message is all but
 * certainly like those of one wish, that is what it is.
 * @param answer the open question, if the message answers it too: "have someone call me" says how one wants to be reached, and "no
 * wait" before the answer that counts changes no other one
 * @param wishes what is known of how people tell their wishes
 */
export function readCommand(text: string, language: Language, answer?: Answered, wishes?: Wishes): Command | undefined {
  const found = commandIn(text, language, answer === undefined, wishes);
  if (!found || !answer) return found?.command;
  const { command, isWithin: within } = found;
  const { answers, besideAnswer } = language.commands;
  // "I told you, none": the answer is given again, and nothing else is wished.
  const isAnswer = answers[answer.question]?.includes(command.do) || (within && besideAnswer.includes(command.do)) || (command.do === 'change' && answer.mended);
  return isAnswer ? undefined : command;
}

/** The command a message is most like that answers nothing, for those that no phrase tells ("could you put that to me once more"). */
export function commandLike(text: string, wishes: Wishes): Command | undefined {
  return likeIn(text, wishes, wishes.wishing.sure.alone);
}

function likeIn(text: string, wishes: Wishes, enough: number): Command | undefined {
  if (text.length > longestCommand) return undefined;
  const wish = likelyWish(text, enough, wishes);
  switch (wish) {
    case undefined: return undefined;
    case 'lang_en': return { do: 'language', to: 'en' };
    case 'lang_es': return { do: 'language', to: 'es' };
    case 'change': return { do: 'change', what: text };
    default: return { do: wish };
  }
}

/** The command a message gives, and whether it only stands within a longer message. */
function commandIn(text: string, language: Language, answersNothing: boolean, wishes: Wishes | undefined): { command: Command; isWithin: boolean } | undefined {
  const said = hear(text, language);
  if (said.words.length === 0 || said.words.length > mostWords) return undefined;
  const { commands } = language;
  const to = Object.entries(commands.languages).find(([, { whole, within }]) => isWhole(whole, said, language) || isWished(within, said, language))?.[0];
  if (to !== undefined) return { command: { do: 'language', to }, isWithin: false };
  if (isWhole(commands.aboutChat, said, language)) return undefined;
  const whole = plainDeeds.find((one) => isWhole(commands[one].whole, said, language));
  if (whole) return { command: { do: whole }, isWithin: false };
  const like = wishes && likeIn(text, wishes, wishes.wishing.sure.certain);
  if (like) return { command: like, isWithin: like.do === deedIn(said, language, answersNothing) };
  const change = changeIn(said, language);
  if (change) return { command: change, isWithin: true };
  // "I go back and forth to the barn": words of a command in what is like no command at all.
  if (wishes && !answersNothing && likelyNone(text, wishes)) return undefined;
  const deed = deedIn(said, language, answersNothing);
  return deed && { command: { do: deed }, isWithin: true };
}

/** A command within a longer message. */
function deedIn(said: Said, language: Language, answersNothing: boolean): (typeof plainDeeds)[number] | undefined {
  const { commands } = language;
  // "Depends what you call easy" asks for no help.
  const within = plainDeeds.find((one) => isWithin(commands[one].within, said) && !(one === 'help' && said.evades));
  return within ?? (answersNothing ? plainDeeds.find((one) => isClause(commands[one].clause, said, language)) : undefined);
}

/** The phrase, or several of them, fill the message, courtesies aside. */
function isWhole(list: Phrases, { words }: Said, language: Language): boolean {
  return isWholeFrom(list, words, pastCourtesies(words, 0, language), language);
}

function isWholeFrom(list: Phrases, words: readonly Word[], start: number, language: Language): boolean {
  const found = findAt(list, words, start);
  if (!found) return false;
  const next = pastCourtesies(words, found.to, language);
  return next === words.length || isWholeFrom(list, words, next, language);
}

function isWithin(list: Phrases | undefined, { words }: Said): boolean {
  return list !== undefined && findAll(list, words).length > 0;
}

/** "In Spanish please", but not "I don't speak Spanish". */
function isWished(list: Phrases | undefined, { words }: Said, language: Language): boolean {
  return list !== undefined && findAll(list, words).some(({ from, to }) => !denied(words, from, language) || find(language.negation.before, words, from, to) !== undefined);
}

/** "My ride's here, got to go", "why, is it bad?": the first or the last clause is a command by itself. */
function isClause(list: Phrases | undefined, said: Said, language: Language): boolean {
  const clauses = list ? [...Map.groupBy(said.words, ({ clause }) => clause).values()] : [];
  return list !== undefined && [clauses[0], clauses.at(-1)].some((words) => words !== undefined && isWhole(list, { ...said, words }, language));
}

function pastCourtesies(words: readonly Word[], from: number, language: Language): number {
  let at = from;
  for (let found = findAt(language.commands.courtesies, words, at); found; found = findAt(language.commands.courtesies, words, at)) at = found.to;
  return at;
}

/** "change my phone number": what follows the words for changing names the answer. */
function changeIn(said: Said, language: Language): Command | undefined {
  const { before, things, slips } = language.commands.change;
  const start = pastCourtesies(said.words, 0, language);
  const found = findAt(before, said.words, start);
  const next = found && said.words[found.to]?.text;
  if (found && (next === undefined || things.includes(next))) return { do: 'change', what: wordsFrom(said, found.to) };
  const [slip] = findAll(slips, said.words);
  // "The name should be Anne": the slip names the answer itself.
  const naming = slip && said.words.slice(slip.from, slip.to).some(({ text }) => things.includes(text));
  return slip ? { do: 'change', what: wordsFrom(said, naming ? slip.from : slip.to) } : undefined;
}

function wordsFrom({ text, words }: Said, at: number): string {
  const first = words[at];
  return first ? text.slice(first.start).trim().replace(/[.!?]+$/u, '') : '';
}
