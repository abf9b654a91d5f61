import { isNeeded } from '../dialog/dialog.ts';
import { isUnsure, raisedBy, type Raised } from '../dialog/flags.ts';
import { usualAlerts } from '../dialog/schema.ts';
import { givenIn } from '../dialog/walk.ts';
import { watchFor } from '../understanding/emergency.ts';
import { mentionedOf } from './beside/also-said.ts';
import { answerText } from './answer.ts';
import { voiceOf, type Content } from './content.ts';
import { hear, otherLanguageOf } from './hear.ts';
import type { Entry, EntryOf } from './log.ts';
import type { Message } from './message.ts';
import type { Line, Place, Reply } from './reply.ts';
import { isCarer, moreUrgent, raisedOn, standingAfter, unopened, type Standing } from './status.ts';
import { replyFor } from './wording.ts';

type Flagged = EntryOf<'flagged'>;

/** Greets: what goes on record when a conversation opens, the first question included. */
export function greet(opened: EntryOf<'opened'>, content: Content): Entry[] {
  const standing = standingAfter(unopened(content), [opened], content);
  return [opened, ...replies([{ say: 'tell', key: 'welcome' }, ...openQuestion(standing, content)], standing, content)];
}

/**
 * One turn. Reads no clock, no database, no network.
 * Order of precedence: an emergency phrase, in every state · with a nurse already: passed on · an option named outright · a command ·
 * an answer in free words · neither: the question again.
 * @returns the entries to append, replies among them in the order in which they are shown.
 */
export function takeTurn(standing: Standing, message: Message, content: Content): Entry[] {
  const heard = hear(standing, message, content);
  const alarms = heard.exact ? [] : alarmsIn(message.text, standing, content);
  const answered = standingAfter(standing, [...heard.happened, ...alarms], content);
  const raised = newlyRaised(raisedOn(answered.walk), answered, content);
  const flagged = standingAfter(answered, raised, content);
  const flags = [...alarms, ...raised];
  const ending = endingOf(standing, flagged);
  const after = standingAfter(flagged, ending, content);
  const lines = after.status === 'emergency' && standing.status !== 'emergency' ? [] : heard.lines;
  return [
    said(message),
    ...heard.happened,
    ...flags,
    ...ending,
    ...replies([...lines, ...alertFor(flags, after, content, otherLanguageOf(message, standing, content)), ...lastWords(heard.happened, ending, after), ...openQuestion(after, content)], after, content),
  ];
}

/**
 * What the pages of today change in a conversation that began under earlier ones: the flags that its answers raise by now, with all
 * that follows from them, and the open question, where it is not what the patient last read. Empty if nothing changes.
 */
export function reconsider(standing: Standing, content: Content): Entry[] {
  const flags = newlyRaised(raisedToday(standing, content), standing, content);
  const flagged = standingAfter(standing, flags, content);
  const ending = endingOf(standing, flagged);
  const after = standingAfter(flagged, ending, content);
  const question = openQuestion(after, content);
  const asks = replies(question, after, content).some((entry) => entry.type === 'replied' && !wasRead(entry.reply, after));
  const news: Line[] = asks && !question.some(({ say }) => say === 'tell') ? [{ say: 'tell', key: 'pages-changed' }] : [];
  const lines = [...alertFor(flags, after, content), ...lastWords([], ending, after), ...news];
  return [...flags, ...ending, ...replies(lines.length > 0 || asks ? [...lines, ...question] : [], after, content)];
}

/** What goes on record, and is said, when something of ours has failed while a patient waits: a nurse takes over. */
export function apologise(standing: Standing, message: Message, content: Content): Entry[] {
  const urgency = moreUrgent(standing.urgency, 'same-day');
  const happened: Entry[] = [said(message), { type: 'failed', code: 'turn-failed' }, { type: 'handed-over', urgency, reason: 'failed' }];
  return [...happened, ...replies([{ say: 'tell', key: 'failed' }], standingAfter(standing, happened, content), content)];
}

/** Puts an unfinished conversation before a nurse, because the patient has fallen silent under a red flag. */
export function handOverSilent(standing: Standing, content: Content): Entry[] {
  const happened: Entry[] = [{ type: 'handed-over', urgency: standing.urgency, reason: 'silence' }];
  return [...happened, ...replies([{ say: 'tell', key: 'handed-over.silence-same-day' }], standingAfter(standing, happened, content), content)];
}

/** What the patient is told when a nurse closes the case. */
export function farewell(standing: Standing, closed: EntryOf<'closed'>, content: Content): Entry[] {
  return [closed, ...replies([{ say: 'tell', key: 'closed' }], standingAfter(standing, [closed], content), content)];
}

function said({ id, text, tapped }: Message): Entry {
  return { type: 'said', text, message: id, ...(tapped && { tapped }) };
}

function alarmsIn(text: string, standing: Standing, { emergencies }: Content): Flagged[] {
  const { rest } = standing.walk;
  const open = standing.status === 'open' && rest.at === 'question' ? rest.item.id : undefined;
  return watchFor(text, emergencies, open, isCarer(standing))
    .map(({ flag, level, because, quote, sure }): Flagged => ({ type: 'flagged', flag, level, because, by: 'phrase', certain: sure, quote }))
    // What was said before the case was closed was dealt with; said again, it is another emergency.
    .filter((flag) => isNews(flag, standing) || (standing.closed && flag.level === 'emergency'));
}

/** What the pages' rules of today make of every answer that still stands, on the way or not. */
function raisedToday({ held }: Standing, { dialog }: Content): Raised[] {
  const { items, answers } = givenIn(dialog, held);
  return items.flatMap((item) => raisedBy(item, answers));
}

/** Of the flags that the pages' own rules raise, those that they had not raised before. */
function newlyRaised(raisedNow: readonly Raised[], standing: Standing, content: Content): Flagged[] {
  const voice = voiceOf(content, standing.language);
  return raisedNow.flatMap((raised): Flagged[] => {
    const answer = standing.held.get(raised.question);
    const item = content.dialog.byId.get(raised.question);
    const quote = !answer || !item ? '' : answer.how === 'read' || answer.how === 'confirmed' ? answer.words : answerText(answer.value, item, voice);
    const flag: Flagged = { type: 'flagged', ...raised, by: 'rule', certain: !isUnsure(answer?.value ?? null), quote };
    return isNews(flag, standing) ? [flag] : [];
  });
}

/** Not raised before, or raised less urgently. */
function isNews({ flag, level }: Flagged, { flagged }: Standing): boolean {
  return !flagged.some((known) => known.flag === flag && (known.level === level || known.level === 'emergency' || level === 'note'));
}

/** How the turn ends the questions, if it does. Asked of what has happened, so that a handover is never made twice. */
function endingOf(before: Standing, now: Standing): Entry[] {
  const isNew = !before.closed || now.flagged.slice(before.flagged.length).some(({ level }) => level === 'emergency');
  if (now.urgency === 'emergency' && before.status !== 'emergency' && isNew) return [{ type: 'handed-over', urgency: 'emergency', reason: 'emergency' }];
  if (before.handedOver && before.urgency !== now.urgency) return [{ ...before.handedOver, urgency: now.urgency }];
  if (now.status !== 'open') return [];
  if (now.walk.rest.at === 'stopped') return [{ type: 'stopped', question: now.walk.rest.by.id }];
  return now.walk.rest.at === 'finished' ? [{ type: 'handed-over', urgency: now.urgency, reason: 'finished' }] : [];
}

/**
 * The text for the worst of the new flags, unless the patient has read it already; in the conversation's language, and in the one
 * the patient wrote it in.
 */
function alertFor(flags: readonly Flagged[], standing: Standing, content: Content, written?: string): Line[] {
  const worst = flags.find(({ level }) => level === 'emergency') ?? flags.find(({ level }) => level === 'same-day');
  if (!worst || worst.level === 'note') return [];
  const alert = content.safety.flags[worst.flag]?.alert[worst.level] ?? usualAlerts[worst.level];
  const line: Line = { say: 'alert', alert, level: worst.level, carer: isCarer(standing) };
  const borrowed: Line[] = voiceOf(content, standing.language).borrowedAlerts.has(alert) ? [{ say: 'tell', key: `not-translated-alert.${worst.level}` }] : [];
  return standing.alerted.includes(alert) ? [] : [...(written === undefined ? [] : [{ ...line, in: written }]), ...borrowed, line];
}

function lastWords(happened: readonly Entry[], ending: readonly Entry[], after: Standing): Line[] {
  return [...happened, ...ending].flatMap((entry): Line[] => {
    if (entry.type === 'stopped') return [{ say: 'stop', question: entry.question }];
    if (entry.type !== 'handed-over' || entry.reason === 'emergency') return [];
    return [{ say: 'tell', key: `handed-over.${entry.reason}-${after.urgency === 'routine' ? 'routine' : 'same-day'}` }];
  });
}

function openQuestion(standing: Standing, content: Content): Line[] {
  const { rest, answers, path } = standing.walk;
  if (standing.status !== 'open' || rest.at !== 'question') return [];
  const { id, question, page } = rest.item;
  const carer = isCarer(standing);
  const apology: Line[] = isBorrowed(page.id, standing, content) ? [{ say: 'tell', key: 'not-translated' }] : [];
  const told = mentionedOf(rest.item, standing, content);
  const before: Line[] = told ? [{ say: 'echo', key: 'told-before', answers: [[id, [...told.value]]] }] : [];
  const again: Line[] = [...apology, ...before, ...(standing.held.has(id) ? [{ say: 'tell', key: 'asked-again' } as const] : [])];
  if (question.type !== 'check') return [...again, { say: 'ask', question: id, carer }];
  return [...again, { say: 'check', question: id, carer, answers: path.map(({ item }) => [item.id, answers[item.id] ?? null]) }];
}

/** Whether the page is in the first language because its translation is not whole, and the patient comes to it now. */
function isBorrowed(page: string, { asked, language }: Standing, content: Content): boolean {
  const before = asked === null ? undefined : content.dialog.byId.get(asked.question)?.page.id;
  return before !== page && voiceOf(content, language).borrowed.has(page);
}

/** Whether the patient last read just this question. A tap or a word would otherwise answer one that was never read. */
function wasRead(reply: Reply, { asked }: Standing): boolean {
  if (reply.type !== 'ask' && reply.type !== 'check') return true;
  return asked !== null && wordsOfQuestion(asked) === wordsOfQuestion(reply);
}

function wordsOfQuestion({ question, text, options }: NonNullable<Standing['asked']>): string {
  return JSON.stringify([question, text, options.map(({ id, label }) => [id, label])]);
}

function replies(lines: readonly Line[], standing: Standing, content: Content): Entry[] {
  const place = placeOf(standing, content);
  return lines.map((line) => (isCarer(standing) ? toCarer(line) : line)).flatMap((line): Entry[] => {
    const reply = replyFor(line, standing.language, content);
    if (!reply) throw new Error(`There is nothing to show for "${line.say}".`);
    return [{ type: 'replied', line, reply, place }];
  });
}

/** i18next takes the words of `key_carer` where there are any: for sentences that would speak to the patient. */
function toCarer(line: Line): Line {
  return line.say === 'tell' ? { ...line, with: { ...line.with, context: 'carer' } } : line;
}

/** How far along: what is answered, and of what is still to come all that is sure to be asked as things stand. */
function placeOf({ status, language, walk: { path, rest, answers } }: Standing, { dialog }: Content): Place {
  if (rest.at !== 'question' || status !== 'open') return { question: null, type: null, progress: { at: path.length, of: path.length }, status, language };
  const later = dialog.items.slice(dialog.items.indexOf(rest.item) + 1).filter((item) => isNeeded(item, answers));
  return { question: rest.item.id, type: rest.item.question.type, progress: { at: path.length + 1, of: path.length + 1 + later.length }, status, language };
}
