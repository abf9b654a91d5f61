import type { Choice, Reply } from '../../../conversation/reply.ts';
import type { Words } from '../../../words.ts';
import type { CardData } from './data.ts';
import { lines, numbers, option, row, send, shortened, tap } from './element.ts';
import type { Element } from './shape.ts';

type Asked = Reply & { type: 'ask' };
type Checked = Reply & { type: 'check' };

/** What stands under a question to answer it with. Nothing is chosen beforehand, and writing works for all of it. */
export function answersTo(reply: Asked | Checked, conversation: string, words: Words): Element[] {
  const tapOn = ({ id }: Choice): CardData => ({ do: 'tap', in: conversation, question: reply.question, option: id });
  const buttons = (options: readonly Choice[]): Element[] => options.map((one) => option(one.label, tapOn(one)));
  // On the check page every row has a Change button of its own.
  if (reply.type === 'check') return buttons(reply.options.filter(({ id }) => id !== 'change'));
  const write = lines(words.t(reply.options.length > 0 ? 'teams:write-too' : 'teams:write'), { isSubtle: true, size: 'small' });
  switch (reply.kind) {
    case 'choices': return [...choices(reply, conversation, words), ...buttons(reply.options.filter(({ exclusive }) => exclusive)), ...write];
    case 'number': return [...scale(reply, tapOn, words), ...buttons(reply.options.filter(({ id }) => !isNumber(id))), ...write];
    case 'date': return [...date(reply, conversation, words), ...buttons(reply.options), ...lines(words.t('teams:write-too'), { isSubtle: true, size: 'small' })];
    case 'month': return [...month(reply, conversation, words), ...buttons(reply.options), ...lines(words.t('teams:write-too'), { isSubtle: true, size: 'small' })];
    default: return [...buttons(reply.options), ...write];
  }
}

/** How much of a card is drawn. */
export interface Fitting {
  /** On the check page, each answer has its Change button. */
  readonly changeable: boolean;
  /** How many letters of what a patient wrote are shown. */
  readonly longest: number;
}

/** Every answer by section, each with its own Change button. */
export function checkRows({ sections }: Checked, conversation: string, words: Words, { changeable, longest }: Fitting): Element[] {
  return sections.flatMap(({ title, rows }): Element[] => [
    ...lines(title, { weight: 'bolder', spacing: 'medium' }),
    ...rows.map(({ question, short, answer }) => {
      const texts = [...lines(short, { isSubtle: true, size: 'small' }), ...lines(fitted(answer, longest) || '–', { spacing: 'none' })];
      const change = { ...tap(words.t('teams:change.button'), { do: 'tap', in: conversation, question, option: 'change' }), tooltip: words.t('teams:change.row', { short }) };
      return row(texts, changeable ? change : undefined);
    }),
  ]);
}

/** Where letters are counted, lines are as well: each would take a block of its own. */
function fitted(answer: string, longest: number): string {
  return longest === Infinity ? answer : shortened(answer.replaceAll(/\s*\n\s*/g, ' '), longest);
}

/** What excludes the others is a button of its own, so that the two are never sent together. */
function choices({ question, options }: Asked, conversation: string, words: Words): Element[] {
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'chosen',
      label: words.t('teams:several.label'),
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      choices: options.filter(({ exclusive }) => !exclusive).map(({ id, label }) => ({ title: label, value: id })),
      isRequired: true,
      errorMessage: words.t('teams:several.none'),
    },
    send(words.t('teams:several.send'), { do: 'choose', in: conversation, question }),
  ];
}

function scale({ ends, options }: Asked, tapOn: (option: Choice) => CardData, words: Words): Element[] {
  const steps = options.filter(({ id }) => isNumber(id));
  const [low, high] = [steps.at(0), steps.at(-1)];
  if (!low || !high) return [];
  const end = (number: string, text: string): Element[] => lines(words.t('teams:end', { number, words: text }), { size: 'small', spacing: 'small' });
  return [...numbers(steps.map((step) => ({ label: step.label, data: tapOn(step) }))), ...(ends ? [...end(low.label, ends.low), ...end(high.label, ends.high)] : [])];
}

function date({ question }: Asked, conversation: string, words: Words): Element[] {
  return [
    { type: 'Input.Date', id: 'date', label: words.t('teams:date.label'), isRequired: true, errorMessage: words.t('teams:date.none') },
    send(words.t('teams:date.send'), { do: 'date', in: conversation, question }),
  ];
}

function month({ question }: Asked, conversation: string, words: Words): Element[] {
  const errorMessage = words.t('teams:month.none');
  const names = Array.from({ length: 12 }, (_, index) => monthName(index + 1, words));
  const choice = names.map((title, index) => ({ title, value: String(index + 1).padStart(2, '0') }));
  return [
    { type: 'Input.ChoiceSet', id: 'month', label: words.t('teams:month.label'), style: 'compact', isMultiSelect: false, wrap: true, choices: choice, isRequired: true, errorMessage },
    { type: 'Input.Number', id: 'year', label: words.t('teams:month.year'), min: 1900, max: 2100, isRequired: true, errorMessage },
    send(words.t('teams:month.send'), { do: 'month', in: conversation, question }),
  ];
}

function monthName(number: number, { language }: Words): string {
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, number - 1, 1)));
}

function isNumber(id: string): boolean {
  return /^\d+$/.test(id);
}
