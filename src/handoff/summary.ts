import { findPhoneNumbersInText, getCountries, type PhoneNumber } from 'libphonenumber-js/min';
import { answerText } from '../conversation/answer.ts';
import type { Content } from '../conversation/content.ts';
import { rowsOf, type EntryOf, type Log, type Urgency } from '../conversation/log.ts';
import { isCarer, standingOf, type Standing } from '../conversation/status.ts';
import type { Voice } from '../conversation/voice.ts';
import { replyFor, shortText } from '../conversation/wording.ts';
import type { Item } from '../dialog/dialog.ts';
import { screen, type RuleResult } from '../dialog/screening.ts';
import type { Answers } from '../dialog/value.ts';
import { givenIn } from '../dialog/walk.ts';
import { flagLines, type FlagLines } from './flag-lines.ts';
import { situationOf } from './situation.ts';
import { otherWords } from './other-words.ts';
import { referenceOf } from './case.ts';

export interface AnswerLine {
  readonly question: string;
  readonly short: string;
  /** The answer in words a nurse reads; "Not provided" where it was skipped. */
  readonly answer: string;
  /** What the patient typed, where that was not a tap and not the answer itself. */
  readonly words: string | null;
  readonly how: EntryOf<'answered'>['how'];
}

/** One page for a triage nurse with four minutes. Facts and the patient's words; never a verdict. */
export interface Summary {
  readonly reference: string;
  readonly urgency: Urgency;
  readonly reason: EntryOf<'handed-over'>['reason'];
  /** The reason in a sentence. */
  readonly reasonText: string;
  readonly handedOverAt: string;
  readonly lastHeardAt: string;
  readonly who: {
    readonly name: string | null;
    readonly dateOfBirth: string | null;
    readonly age: number | null;
    readonly phone: string | null;
    /** The same number as a machine dials it, E.164. */
    readonly dial: string | null;
    readonly answeredBy: 'patient' | 'carer' | null;
    /** Whoever answers for the patient, as far as they have said. */
    readonly carer: { readonly name: string | null; readonly relation: string | null } | null;
    readonly language: string;
  };
  /**
   * The emergency or same-day text the patient was shown, and when they said they understood. `lost`: it did not reach the patient, or
   * may not have; never so where they said they understood.
   */
  readonly told: { readonly text: string; readonly at: string; readonly acknowledgedAt: string | null; readonly lost: EntryOf<'delivery-failed'>['why'] | null } | null;
  /** Four different things: a flag not asked about is not a flag denied. */
  readonly redFlags: FlagLines;
  /** One line, for example "72 years, both legs, worse walking, eases leaning forward". Empty if nothing was answered. */
  readonly situation: string;
  /** What published rules say, each with its arithmetic; facts for the nurse, never a verdict. */
  readonly screening: readonly RuleResult[];
  readonly sections: { readonly title: string; readonly rows: AnswerLine[] }[];
  /** What was answered to a question that is no longer asked, or not in those words, or not of somebody who answers as they did later. */
  readonly noLongerAsked: readonly { readonly question: string; readonly asked: string; readonly answer: string; readonly words: string }[];
  /** Questions the patient asked that the documents do not answer. */
  readonly askedNotAnswered: string[];
  /** What the patient wrote that was not understood, or was written after the handover. */
  readonly otherWords: { readonly at: string; readonly text: string }[];
}

interface Source {
  readonly conversation: string;
  readonly log: Log;
  readonly content: Content;
  /** In the nurse's language. */
  readonly voice: Voice;
  /** `YYYY-MM-DD`, for the age. */
  readonly today: string;
}

/** Makes the nurse's page of a log. Throws if the conversation was never handed over: there is no page for it then. */
export function summarise({ conversation, log, content, voice, today }: Source): Summary {
  const standing = standingOf(log, content);
  const handedOver = rowsOf(log, 'handed-over').at(-1);
  if (!handedOver) throw new Error('There is no summary of a conversation that was not handed over.');
  const { reason } = handedOver.entry;
  // The pages may have been edited since: what the walk no longer reaches was said all the same.
  const { items, answers } = givenIn(content.dialog, standing.held);
  const others = otherWords(log);
  const patient = who(standing, answers, numberIn(others.map(({ text }) => text), content.card.country), voice, today);
  return {
    reference: referenceOf(conversation),
    urgency: standing.urgency,
    reason,
    reasonText: voice.t(`handoff:reason.${reason}`),
    handedOverAt: handedOver.at,
    lastHeardAt: rowsOf(log, 'said').at(-1)?.at ?? handedOver.at,
    who: patient,
    told: told(log, voice, content),
    redFlags: flagLines(standing, answers, voice),
    situation: situationOf(answers, voice, patient.age),
    screening: screening(standing, answers, voice, patient.age),
    sections: sections(standing, items, voice),
    noLongerAsked: noLongerAsked(standing, items, voice),
    askedNotAnswered: rowsOf(log, 'asked-faq').filter(({ entry }) => !entry.answered).map(({ entry }) => entry.words),
    otherWords: others,
  };
}

/** Whole years between a date of birth and today, both `YYYY-MM-DD`. */
export function ageOn(dateOfBirth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return today.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

/** The rules' results, with the questions they depend on by the names the nurse reads. */
function screening({ urgency }: Standing, answers: Answers, voice: Voice, age: number | null): RuleResult[] {
  const named = (id: string): string => {
    const item = voice.dialog.byId.get(id);
    return item ? shortText(item, voice) : voice.t(`handoff:fact.${id}`);
  };
  return screen(voice.rules, answers, { age }, urgency === 'emergency').map((result) => ('dependsOn' in result ? { ...result, dependsOn: result.dependsOn.map(named) } : result));
}

/** A number in the patient's own words, where none was given as an answer: after an emergency it is asked for, and not parsed. */
function numberIn(texts: readonly string[], country: string): PhoneNumber | undefined {
  const region = getCountries().find((known) => known === country);
  return texts.flatMap((text) => findPhoneNumbersInText(text, region)).map(({ number }) => number).at(-1);
}

function who({ language }: Standing, answers: Answers, written: PhoneNumber | undefined, voice: Voice, today: string): Summary['who'] {
  const text = (id: string): string | null => {
    const item = voice.dialog.byId.get(id);
    const value = answers[id] ?? null;
    return item && value !== null ? answerText(value, item, voice) : null;
  };
  const born = answers['dob'];
  const byCarer = isCarer({ walk: { answers } });
  return {
    name: text('full_name'),
    dateOfBirth: text('dob'),
    age: typeof born === 'string' ? ageOn(born, today) : null,
    phone: text('phone') ?? written?.formatNational() ?? null,
    dial: typeof answers['phone'] === 'string' ? answers['phone'] : (written?.number ?? null),
    answeredBy: answers['respondent'] === undefined ? null : byCarer ? 'carer' : 'patient',
    carer: byCarer ? { name: text('carer_name'), relation: text('carer_relation') } : null,
    language,
  };
}

/** What the patient was told, in the nurse's language; as it was shown, where that alert is no longer there. */
function told(log: Log, { language }: Voice, content: Content): Summary['told'] {
  const alert = rowsOf(log, 'replied').findLast(({ entry }) => entry.reply.type === 'alert');
  if (alert?.entry.reply.type !== 'alert') return null;
  const acknowledged = rowsOf(log, 'acknowledged').find(({ seq }) => seq > alert.seq);
  const { line, reply } = alert.entry;
  const again = line.say === 'alert' ? replyFor({ ...line, in: language }, language, content) : undefined;
  const failed = acknowledged ? undefined : rowsOf(log, 'delivery-failed').find(({ entry }) => entry.of === alert.seq);
  return { text: again?.type === 'alert' ? again.text : reply.text, at: alert.at, acknowledgedAt: acknowledged?.at ?? null, lost: failed?.entry.why ?? null };
}

function sections({ held }: Standing, items: readonly Item[], voice: Voice): Summary['sections'] {
  const line = (item: Item, answer: EntryOf<'answered'>): AnswerLine => {
    const text = answerText(answer.value, item, voice);
    const inOtherWords = (answer.how === 'read' || answer.how === 'confirmed') && answer.words.trim() !== text;
    return { question: item.id, short: shortText(item, voice), answer: text, words: inOtherWords ? answer.words : null, how: answer.how };
  };
  const rowsFor = (item: Item): AnswerLine[] => [held.get(item.id)].flatMap((answer) => (answer ? [line(item, answer)] : []));
  return voice.dialog.pages
    .map((page) => ({ title: page.title, rows: items.filter((item) => item.page.id === page.id && item.question.type !== 'check').flatMap(rowsFor) }))
    .filter(({ rows }) => rows.length > 0);
}

function noLongerAsked({ held }: Standing, items: readonly Item[], voice: Voice): Summary['noLongerAsked'] {
  const given = new Set(items.map(({ id }) => id));
  return [...held.values()]
    .filter(({ question }) => !given.has(question))
    .map(({ question, asked, value, words: said }) => ({ question, asked, answer: answerText(value, voice.dialog.byId.get(question), voice), words: said }));
}
