import type { Item } from '../dialog/dialog.ts';
import type { Value } from '../dialog/value.ts';
import { answerText, optionsOf } from './answer.ts';
import { voiceOf, type Content } from './content.ts';
import type { Log, Row } from './log.ts';
import type { Line, Reply } from './reply.ts';
import { spoken, type Voice } from './voice.ts';

/**
 * Makes of what is meant what is shown, in this language or in the one the line itself asks for: the same line gives the same reply,
 * today and when the history is drawn again. Undefined where the line speaks of a question, an alert or a topic that is no longer there.
 */
export function replyFor(line: Line, language: string, content: Content): Reply | undefined {
  const voice = voiceOf(content, ('in' in line ? line.in : undefined) ?? language);
  switch (line.say) {
    case 'tell': return { type: 'tell', text: voice.t(line.key, line.with) };
    case 'echo': return { type: 'tell', text: voice.t(line.key, echoed(line.answers, voice)) };
    case 'mentioned': return { type: 'tell', text: voice.t('mentioned', echoed(line.lists.map(({ question, value }) => [question, value]), voice)) };
    case 'why': return about(line.question, voice, (item) => ({ type: 'tell', text: item.question.why ? filled(item.question.why, item, voice) : voice.t('why.default') }));
    case 'perhaps': return about(line.question, voice, (item) => ({ type: 'tell', text: voice.t('retry.perhaps', { count: line.guesses.length, guesses: orList(line.guesses.map((guess) => answerText(guess, item, voice)), voice) }) }));
    case 'stop': return about(line.question, voice, (item) => (item.question.stopIf ? { type: 'tell', text: filled(item.question.stopIf.say, item, voice) } : undefined));
    case 'quote': return quoted(line.topic, voice);
    case 'ask': return about(line.question, voice, (item) => asked(item, line.carer, voice));
    case 'check': return about(line.question, voice, (item) => checked(item, line, voice));
    case 'alert': return alerted(line, voice);
    default: return line satisfies never;
  }
}

/** The same log with every reply in this language; one that can not be drawn again stays as it was shown. */
export function drawnIn(language: string, log: Log, content: Content): Log {
  return log.map((row): Row => {
    const { entry } = row;
    if (entry.type !== 'replied' || entry.place.language === language) return row;
    return { ...row, entry: { ...entry, reply: replyFor(entry.line, language, content) ?? entry.reply, place: { ...entry.place, language } } };
  });
}

/** The question in the words the patient, or whoever answers for the patient, reads. */
export function questionText(item: Item, carer: boolean, voice: Voice): string {
  const { question } = spoken(item, voice);
  return filled(carer ? (question.askCarer ?? question.ask) : question.ask, item, voice);
}

/** The row's name on the check page and the nurse's page. */
export function shortText(item: Item, voice: Voice): string {
  return filled(spoken(item, voice).question.short, item, voice);
}

function asked(item: Item, carer: boolean, voice: Voice): Reply {
  const { question, page } = item;
  return {
    type: 'ask',
    question: item.id,
    kind: question.type,
    section: page.title,
    text: questionText(item, carer, voice),
    options: optionsOf(item, voice),
    several: question.type === 'choices',
    ...(question.range?.low && question.range.high && { ends: { low: question.range.low, high: question.range.high } }),
    canSkip: question.optional ?? false,
    hasWhy: question.why !== undefined,
  };
}

function checked(item: Item, line: Line & { say: 'check' }, voice: Voice): Reply {
  const given = line.answers.flatMap(([id, value]) => {
    const at = voice.dialog.byId.get(id);
    return at ? [{ page: at.page, row: { question: id, short: shortText(at, voice), answer: answerText(value, at, voice) } }] : [];
  });
  const sections = voice.dialog.pages
    .map((page) => ({ title: page.title, rows: given.filter((one) => one.page === page).map(({ row }) => row) }))
    .filter(({ rows }) => rows.length > 0);
  return { type: 'check', question: item.id, text: questionText(item, line.carer, voice), sections, options: optionsOf(item, voice) };
}

/** What was understood, to be seen and set right: the answers alone, and each with the name of its row. */
function echoed(answers: readonly (readonly [string, Value])[], voice: Voice): Record<'answer' | 'answers', string> {
  const given = answers.map(([id, value]) => ({ item: voice.dialog.byId.get(id), value }));
  return {
    answer: given.map(({ item, value }) => answerText(value, item, voice)).join('; '),
    answers: given.flatMap(({ item, value }) => (item ? [voice.t('row', { short: shortText(item, voice), answer: answerText(value, item, voice) })] : [])).join('; '),
  };
}

/** The answer with the names of what it rests on. An answer that only says who knows rests on nothing a patient could look up. */
function quoted(topic: string, voice: Voice): Reply | undefined {
  const { topics, sources } = voice.faq;
  const found = topics.get(topic);
  if (!found) return undefined;
  const text = voice.fill(found.answer, {});
  if (found.kind === 'route') return { type: 'tell', text };
  const names = [...new Set(found.sources.flatMap(({ document }) => document))].flatMap((id) => sources[id]?.name[voice.language] ?? []);
  return { type: 'quote', text, source: new Intl.ListFormat(voice.locale, { type: 'unit' }).format(names) };
}

function alerted(line: Line & { say: 'alert' }, voice: Voice): Reply | undefined {
  const alert = voice.safety.alerts[line.alert];
  const options = line.level === 'emergency' ? [{ id: 'acknowledge', label: voice.t('alert.understood') }, { id: 'person', label: voice.t('alert.person') }] : [];
  return alert && { type: 'alert', level: line.level, text: voice.fill(line.carer ? alert.sayCarer : alert.say, {}), options };
}

function orList(texts: readonly string[], { locale }: Voice): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(texts);
}

function filled(text: string, item: Item, voice: Voice): string {
  const { each } = spoken(item, voice);
  return voice.fill(text, each ? { each: each.option.label } : {});
}

function about(question: string, { dialog }: Voice, make: (item: Item) => Reply | undefined): Reply | undefined {
  const item = dialog.byId.get(question);
  return item && make(item);
}
