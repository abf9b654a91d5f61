import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Item } from '../dialog/dialog.ts';
import type { Value } from '../dialog/value.ts';
import type { Choice } from './reply.ts';
import { spoken, type Voice } from './voice.ts';

const weeksInAMonth = 52 / 12;
const metresInAFoot = 0.3048;
/** The countries without the metric system, by ISO 3166-1. */
const countInFeet = new Set(['US', 'LR', 'MM']);

/** The options an item is answered from, in the voice's language. Empty where it is answered in free words. */
export function optionsOf(item: Item, voice: Voice): Choice[] {
  const { question } = spoken(item, voice);
  const yes = { id: 'yes', label: voice.t('answer.yes') };
  const no = { id: 'no', label: voice.t('answer.no') };
  const unsure = { id: 'unsure', label: voice.t('answer.unsure') };
  switch (question.type) {
    case 'yes-no': return [yes, no, ...(question.unsure ? [unsure] : [])];
    case 'yes-no-unsure': return [yes, no, unsure];
    case 'check': return [{ id: 'send', label: voice.t('check.send') }, { id: 'change', label: voice.t('check.change') }];
    case 'number': return [...scale(question.range), ...(question.unsure ? [unsure] : [])];
    default: return [...(question.options ?? []), ...(question.unsure ? [unsure] : [])];
  }
}

/** An answer in words a patient or a nurse reads. Of a question that is gone, an option has only its id left. */
export function answerText(value: Value, item: Item | undefined, voice: Voice): string {
  if (value === null) return voice.t('answer.not-provided');
  // Labels hold commas and "or" of their own, so nothing less than a semicolon keeps them apart.
  if (Array.isArray(value)) return value.map((one) => labelOf(one, item, voice)).join('; ');
  if (typeof value === 'object') return measureText(value, voice);
  if (typeof value === 'number') return new Intl.NumberFormat(voice.locale).format(value);
  if (value === 'unsure') return voice.t('answer.unsure');
  switch (item?.question.type) {
    case 'date': return dateText(value, voice, { dateStyle: 'long' });
    case 'month': return dateText(`${value}-01`, voice, { month: 'long', year: 'numeric' });
    case 'phone': return parsePhoneNumberFromString(value)?.formatNational() ?? value;
    default: return labelOf(value, item, voice);
  }
}

function labelOf(id: string, item: Item | undefined, voice: Voice): string {
  if (item?.question.type === 'medicines' && id === 'none') return voice.t('answer.no-medicines');
  return (item && optionsOf(item, voice).find((option) => option.id === id)?.label) ?? id;
}

/** Every whole number of a short scale is a button of its own; a long one is typed. */
function scale(range: Item['question']['range']): Choice[] {
  if (!range || range.max - range.min > 10) return [];
  return Array.from({ length: range.max - range.min + 1 }, (_, step) => ({ id: String(range.min + step), label: String(range.min + step) }));
}

function measureText(measure: Exclude<Value, string | number | null | string[]>, voice: Voice): string {
  if ('unlimited' in measure) return voice.t('answer.unlimited');
  if ('cannot' in measure) return voice.t('answer.cannot');
  const [unit, [from, to]] = 'months' in measure ? inTheirUnit(measure.months) : 'feet' in measure ? inTheirLength(measure.feet, voice.card.country) : (['minutes', measure.minutes] as const);
  if (unit === 'weeks' && to < 1) return voice.t('answer.days');
  const [least, most] = [unit === 'weeks' ? Math.max(1, Math.round(from)) : Math.round(from), Math.round(to)];
  return least === most || isAbout(from, to) ? voice.t(`answer.${unit}`, { count: Math.round((from + to) / 2) }) : voice.t(`answer.${unit}-between`, { least, most });
}

/** A time in the unit people say it in: under a month in weeks, from two years on in years. */
function inTheirUnit([low, high]: readonly [number, number]): readonly ['weeks' | 'months' | 'years', readonly [number, number]] {
  if (high < 1) return ['weeks', [low * weeksInAMonth, high * weeksInAMonth]];
  const years = [low / 12, high / 12] as const;
  return low >= 24 || (low + high >= 48 && isAbout(...years)) ? ['years', years] : ['months', [low, high]];
}

/** Feet where people count in feet, else metres, to two digits: nobody walked 91 metres who said 300 feet. */
function inTheirLength([low, high]: readonly [number, number], country: string): readonly ['feet' | 'metres', readonly [number, number]] {
  return countInFeet.has(country) ? ['feet', [low, high]] : ['metres', [metresIn(low), metresIn(high)]];
}

function metresIn(feet: number): number {
  return Number((feet * metresInAFoot).toPrecision(2));
}

/** A range this narrow around a whole number is how "ten minutes" is held: to show "9 to 11" would put words into a mouth. */
function isAbout(from: number, to: number): boolean {
  const middle = (from + to) / 2;
  return Math.abs(middle - Math.round(middle)) <= 0.1 && to - middle <= middle / 5;
}

function dateText(date: string, voice: Voice, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(voice.locale, { ...format, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
