import type { Item } from '../dialog/dialog.ts';
import type { Words } from '../words.ts';
import { answerText, optionsOf } from './answer.ts';
import type { Content } from './content.ts';
import type { Line, Reply } from './reply.ts';

type Voice = Pick<Content, 'dialog' | 'safety' | 'faq'> & { readonly words: Words };

/**
 * Makes of what is meant what is shown, in the voice's language: the same line gives the same reply, today and when the history
 * is drawn again. Undefined where the line speaks of a question, an alert or a topic that is no longer there.
 */
export function replyFor(line: Line, voice: Voice): Reply | undefined {
  const { words } = voice;
  switch (line.say) {
    case 'tell': return { type: 'tell', text: words.t(line.key, line.with) };
    case 'why': return about(line.question, voice, (item) => ({ type: 'tell', text: item.question.why ? filled(item.question.why, item, words) : words.t('why.default') }));
    case 'perhaps': return about(line.question, voice, (item) => ({ type: 'tell', text: words.t('retry.perhaps', { count: line.guesses.length, guesses: orList(line.guesses.map((guess) => answerText(guess, item, words)), words) }) }));
    case 'stop': return about(line.question, voice, (item) => (item.question.stopIf ? { type: 'tell', text: filled(item.question.stopIf.say, item, words) } : undefined));
    case 'quote': return quoted(line.topic, voice);
    case 'ask': return about(line.question, voice, (item) => asked(item, line.carer, words));
    case 'check': return about(line.question, voice, (item) => checked(item, line, voice));
    case 'alert': return alerted(line, voice);
    default: return line satisfies never;
  }
}

/** The question in the words the patient, or whoever answers for the patient, reads. */
export function questionText(item: Item, carer: boolean, words: Words): string {
  return filled(carer ? (item.question.askCarer ?? item.question.ask) : item.question.ask, item, words);
}

/** The row's name on the check page and the nurse's page. */
export function shortText(item: Item, words: Words): string {
  return filled(item.question.short, item, words);
}

function asked(item: Item, carer: boolean, words: Words): Reply {
  const { question, page } = item;
  return {
    type: 'ask',
    question: item.id,
    kind: question.type,
    section: page.title,
    text: questionText(item, carer, words),
    options: optionsOf(item, words),
    several: question.type === 'choices',
    ...(question.range?.low && question.range.high && { ends: { low: question.range.low, high: question.range.high } }),
    canSkip: question.optional ?? false,
    hasWhy: question.why !== undefined,
  };
}

function checked(item: Item, line: Line & { say: 'check' }, { dialog, words }: Voice): Reply {
  const given = line.answers.flatMap(([id, value]) => {
    const at = dialog.byId.get(id);
    return at ? [{ page: at.page, row: { question: id, short: shortText(at, words), answer: answerText(value, at, words) } }] : [];
  });
  const sections = dialog.pages
    .map((page) => ({ title: page.title, rows: given.filter((one) => one.page === page).map(({ row }) => row) }))
    .filter(({ rows }) => rows.length > 0);
  return { type: 'check', question: item.id, text: questionText(item, line.carer, words), sections, options: optionsOf(item, words) };
}

/** The answer with the names of what it rests on. An answer that only says who knows rests on nothing a patient could look up. */
function quoted(topic: string, { faq, words }: Voice): Reply | undefined {
  const { topics, sources } = faq.get(words.language) ?? {};
  const found = topics?.get(topic);
  if (!found || !sources) return undefined;
  const text = words.fill(found.answer, {});
  if (found.kind === 'route') return { type: 'tell', text };
  const names = [...new Set(found.sources.flatMap(({ document }) => document))].flatMap((id) => sources[id]?.name[words.language] ?? []);
  return { type: 'quote', text, source: new Intl.ListFormat(words.language, { type: 'unit' }).format(names) };
}

function alerted(line: Line & { say: 'alert' }, { safety, words }: Voice): Reply | undefined {
  const alert = safety.alerts[line.alert];
  const options = line.level === 'emergency' ? [{ id: 'acknowledge', label: words.t('alert.understood') }, { id: 'person', label: words.t('alert.person') }] : [];
  return alert && { type: 'alert', level: line.level, text: words.fill(line.carer ? alert.sayCarer : alert.say, {}), options };
}

function orList(texts: readonly string[], { language }: Words): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(texts);
}

function filled(text: string, item: Item, words: Words): string {
  return words.fill(text, item.each ? { each: item.each.option.label } : {});
}

function about(question: string, { dialog }: Voice, make: (item: Item) => Reply | undefined): Reply | undefined {
  const item = dialog.byId.get(question);
  return item && make(item);
}
