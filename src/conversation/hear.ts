import type { Item } from '../dialog/dialog.ts';
import type { Value } from '../dialog/value.ts';
import { readAnswer, type Reading } from '../understanding/answer.ts';
import { commandLike, readCommand } from '../understanding/command.ts';
import { guessMeant } from '../understanding/guess.ts';
import { saysNothingMore } from '../understanding/kinds/none.ts';
import { hear as hearWords } from '../understanding/text/said.ts';
import { languageOf } from '../understanding/spoken-language.ts';
import { asCarer } from '../understanding/assertion/mention.ts';
import { optionsOf } from './answer.ts';
import { alsoSaid, askedAs, completed, corrected, mentionedOf, namesNone, raisesAlarm } from './beside/also-said.ts';
import { askedFaq, findsTopic, isBareAnswer } from './beside/asked.ts';
import { carryOut, changeLanguage, changeTapped, type Outcome } from './command.ts';
import { voiceOf, type Content } from './content.ts';
import type { EntryOf, How, Tap } from './log.ts';
import type { Message } from './message.ts';
import type { Line } from './reply.ts';
import { isCarer, type Standing } from './status.ts';
import type { Voice } from './voice.ts';
import { questionText } from './wording.ts';

/** An outcome, and whether the message named an option outright: then the pages' own red flags judge it, and no phrase does. */
export interface Heard extends Outcome {
  readonly exact: boolean;
}

/** What a message means, given where the conversation stands. Emergency phrases are not looked for here. */
export function hear(standing: Standing, message: Message, content: Content): Heard {
  const heard = hearInState(standing, message, content);
  const other = heard.exact ? undefined : otherLanguageOf(message, standing, content);
  const changed = heard.happened.some(({ type }) => type === 'language-changed');
  const offer = other !== undefined && !changed && standing.status === 'open' && !standing.offered.includes(other);
  return offer ? { ...heard, lines: [...heard.lines, { say: 'tell', key: 'language.offer', in: other }] } : heard;
}

/** The language a message is clearly written in, if the clinic speaks it and the conversation is in another. */
export function otherLanguageOf({ text, tapped }: Pick<Message, 'text' | 'tapped'>, { language }: Standing, { voices }: Content): string | undefined {
  const written = tapped ? undefined : languageOf(text, [...voices.keys()]);
  return written === language ? undefined : written;
}

function hearInState(standing: Standing, message: Message, content: Content): Heard {
  const command = standing.status === 'open' || message.tapped || message.edited ? undefined : readCommand(message.text, voiceOf(content, standing.language).speech);
  if (command?.do === 'language') return { ...changeLanguage(command.to, standing, content), exact: true };
  if (message.edited && standing.status === 'open') return tell('edited');
  switch (standing.status) {
    case 'closed': return tell('closed');
    case 'handed-over':
    case 'emergency': return hearForNurse(standing, message, content);
    case 'stopped': return hearAfterStop(standing, message, content);
    case 'open': return hearAnswer(standing, message, content);
    default: return standing.status satisfies never;
  }
}

function hearForNurse({ status, passedOn, claimedBy, language }: Standing, { text, tapped, edited }: Message, content: Content): Heard {
  // "I understand" is the first of the buttons under the alert.
  const acknowledges = tapped?.options[0] === 'acknowledge' || (text.trim() === '1' && !edited) || readCommand(text, voiceOf(content, language).speech)?.do === 'acknowledge';
  if (status === 'emergency' && acknowledges) return { happened: [{ type: 'acknowledged' }], lines: [{ say: 'tell', key: 'acknowledged' }], exact: true };
  // Once a nurse has taken the case, people talk to each other and nothing of ours comes between.
  if (passedOn && claimedBy) return { happened: [], lines: [], exact: false };
  return tell(status === 'emergency' ? 'passed-on.emergency' : 'passed-on.routine');
}

function hearAfterStop(standing: Standing, { text }: Message, content: Content): Heard {
  const voice = voiceOf(content, standing.language);
  const command = readCommand(text, voice.speech);
  const last = standing.walk.path.at(-1)?.item;
  if (last && (command?.do === 'person' || command?.do === 'start-again' || command?.do === 'back')) {
    return { ...carryOut(command, last, standing, content, voice), exact: false };
  }
  return tell('stopped');
}

function hearAnswer(standing: Standing, message: Message, content: Content): Heard {
  const { rest } = standing.walk;
  if (rest.at !== 'question') throw new Error(`An open conversation rests at "${rest.at}".`);
  // Somebody who answers in Spanish to a question in English is understood in Spanish.
  const spoken = voiceOf(content, otherLanguageOf(message, standing, content) ?? standing.language);
  const voice = isCarer(standing) ? { ...spoken, speech: asCarer(spoken.speech) } : spoken;
  if (message.tapped) return hearTap(message.tapped, message.text, rest.item, standing, content);
  const told = mentionedOf(rest.item, standing, content);
  if (told && standing.guesses.length === 0 && !namesNone(message.text, rest.item, voice) && saysNothingMore(message.text, voice.speech)) return accept(rest.item, { ok: true, value: [...told.value], how: 'confirmed', sure: true }, message.text, standing, content);
  const reading = readAnswer(askedAs(rest.item, voice), message.text, voice.speech, message.at.slice(0, 10), content.card.country);
  // An option outranks a command: to "your back or your legs?", "back" is an answer.
  if (reading.ok && namesOption(reading.how, rest.item, voice)) return accept(rest.item, reading, message.text, standing, content);
  const meant = guessMeant(message.text, standing.guesses, voice.speech, message.at.slice(0, 10), content.card.country);
  if (meant !== undefined) return accept(rest.item, { ok: true, value: meant, how: 'confirmed', sure: true }, message.text, standing, content);
  // "Not now" at a list of warning signs may mean none of them, and is asked back.
  const answers = reading.ok || (reading.perhaps !== undefined && raisesAlarm(rest.item));
  const command = readCommand(message.text, voice.speech, answers ? { question: rest.item.id, ...(reading.ok && reading.mended && { mended: true }) } : undefined, content.wishes);
  // Only where it is said to be one: "my neighbor has had it 10 years" corrects nothing.
  const mended = command?.do === 'change' ? corrected(message, standing, content, voice) : undefined;
  if (mended) return { ...mended, exact: false };
  if (command) return { ...carryOut(command, rest.item, standing, content, voice), exact: false };
  const evades = !reading.ok && hearWords(message.text, voice.speech).evades;
  const asking = evades || ((reading.ok || reading.perhaps !== undefined) && isBareAnswer(message.text, voice)) ? undefined : askedFaq(message.text, voice, standing);
  // On the check page, words that name an answer are about that answer.
  if (rest.item.question.type === 'check' && !asking && (reading.ok || !reading.perhaps)) return { ...carryOut({ do: 'change', what: message.text }, rest.item, standing, content, voice), exact: false };
  const likely = reading.ok || reading.perhaps || findsTopic(asking) ? undefined : commandLike(message.text, content.wishes);
  if (takesAnyWords(rest.item) && !likely) return asking ?? (reading.ok ? accept(rest.item, reading, message.text, standing, content) : notUnderstood(reading, rest.item, standing));
  // Said with the answer to a warning sign, "since yesterday" is about that sign and nothing else.
  const aboutThis = reading.ok && raisesAlarm(rest.item);
  const also = aboutThis ? { answers: [], lines: [] } : alsoSaid(message, rest.item, standing, content, voice);
  if (likely && also.lines.length === 0) return { ...carryOut(likely, rest.item, standing, content, voice), exact: false };
  const answered = reading.ok ? accept(rest.item, reading, message.text, standing, content) : undefined;
  if (!answered && !asking && also.lines.length === 0) return notUnderstood(reading, rest.item, standing);
  const parts = [answered, { happened: also.answers, lines: also.lines }, asking].filter((part) => part !== undefined);
  return { happened: parts.flatMap(({ happened }) => happened), lines: parts.flatMap(({ lines }) => lines), exact: false };
}

/** Free words are never an option, however exactly they are kept: "back", or a call for help, may stand in them. */
function namesOption(how: How, item: Item, voice: Voice): boolean {
  return how === 'tapped' || (how === 'exact' && optionsOf(item, voice).length > 0);
}

function takesAnyWords({ question: { type } }: Item): boolean {
  return type === 'text' || type === 'name';
}

function hearTap(tap: Tap, text: string, open: Item, standing: Standing, content: Content): Heard {
  const changed = changeTapped(tap, standing);
  if (changed) return { ...changed, exact: true };
  const value = valueOf(tap, open, voiceOf(content, standing.language));
  return value === undefined ? { ...tell('stale-tap'), exact: true } : accept(open, { ok: true, value, how: 'tapped', sure: true }, text, standing, content);
}

/** The value a tap stands for; undefined if its button belongs to another question, or cannot be. */
function valueOf({ question, options }: Tap, open: Item, voice: Voice): Value | undefined {
  const known = optionsOf(open, voice).map(({ id }) => id);
  if (question !== open.id || !options.every((id) => known.includes(id))) return undefined;
  const [first] = options;
  if (first === undefined) return undefined;
  if (open.question.type === 'number' && first !== 'unsure') return Number(first);
  if (open.question.type !== 'choices') return options.length === 1 ? first : undefined;
  const alone = open.question.options?.some(({ id, exclusive }) => exclusive && options.includes(id)) ?? false;
  return alone && options.length > 1 ? undefined : [...new Set(options)];
}

function accept(item: Item, { value, how, missed = [] }: { ok: true; value: Value; how: How; sure: boolean; missed?: readonly string[] }, text: string, standing: Standing, content: Content): Heard {
  const voice = voiceOf(content, standing.language);
  const exact = namesOption(how, item, voice);
  if (value === 'change' && item.question.type === 'check') return { ...carryOut({ do: 'change', what: '' }, item, standing, content, voice), exact };
  const carer = isCarer(standing);
  const told = mentionedOf(item, standing, content);
  const whole = told && how !== 'confirmed' ? completed(told.value, value, item) : undefined;
  if (told && how !== 'confirmed' && !whole && standing.guesses.length === 0) return { happened: [], lines: [{ say: 'perhaps', question: item.id, guesses: [[...told.value], value] }], exact };
  const kept = told && (whole ?? how === 'confirmed');
  const answered: EntryOf<'answered'> = {
    type: 'answered',
    question: item.id,
    value: whole ? [...whole] : value,
    of: item.of,
    words: kept ? `${told.words} … ${text}` : text,
    how: kept ? 'confirmed' : how,
    by: carer ? 'carer' : 'patient',
    asked: questionText(item, carer, voice),
  };
  const isRepeated = kept ? true : how === 'read' && !takesAnyWords(item);
  const noted: Line[] = isRepeated ? [{ say: 'echo', key: 'noted', answers: [[item.id, answered.value]] }] : [];
  const lines: Line[] = missed.length > 0 ? [...noted, { say: 'tell', key: 'missed', with: { words: missed.join(', ') } }] : noted;
  return { happened: [answered], lines, exact };
}

function notUnderstood(reading: Reading, item: Item, { misses }: Standing): Heard {
  if (reading.ok) throw new Error('What was understood is not asked again.');
  const { why: reason, perhaps = [] } = reading;
  const why = reason === 'out-of-range' && !item.question.range ? 'unclear' : reason;
  const retry: Line =
    perhaps.length > 0
      ? { say: 'perhaps', question: item.id, guesses: perhaps }
      : { say: 'tell', key: why === 'too-vague' && item.question.type === 'month' ? 'retry.no-month' : `retry.${why}`, with: { min: item.question.range?.min ?? 0, max: item.question.range?.max ?? 0 } };
  return { happened: [], lines: misses > 0 ? [retry, { say: 'tell', key: item.question.optional ? 'offer-skip' : 'offer-person' }] : [retry], exact: false };
}

function tell(key: string): Heard {
  return { happened: [], lines: [{ say: 'tell', key }], exact: false };
}
