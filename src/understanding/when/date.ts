import type { Language } from '../language.ts';
import { exact, unread, type Reading } from '../reading.ts';
import { labelsIn } from '../text/labels.ts';
import { find } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';
import { wholeNumbers } from '../text/years.ts';

const longestLife = 120;
/** In years; nobody younger is treated here. */
const youngest = 18;

/**
 * A date of birth as `YYYY-MM-DD`. Of numbers, those that could be day and month either way are month first where the language and the
 * country have it so, and are asked back anywhere else; a year of two digits is the one that makes the patient an adult. Refused: a day
 * that does not exist, the future, and more than 120 years ago.
 * @param country two letters, where the clinic is
 */
export function readDate({ text, words }: Said, language: Language, today: string, country: string): Reading {
  const named = isoDate(text) ?? spoken(words, language, today) ?? onFeast(words, language, today);
  const date = named ?? numeric(text, today);
  if (!date) return unread('not-a-date');
  const reading = checked(date, today);
  const swapped = named || date.day > 12 || date.day === date.month || language.dates.monthFirstIn === country ? undefined : checked({ ...date, month: date.day, day: date.month }, today);
  // No patient is so young: it is the date of something else.
  if (reading.ok && date.year > Number(today.slice(0, 4)) - youngest) return unread('unclear', [reading.value]);
  return reading.ok && swapped?.ok ? unread('unclear', [swapped.value, reading.value]) : reading;
}

function checked({ year, month, day }: Day, today: string): Reading {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const real = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== iso) return unread('not-a-date');
  if (iso > today) return unread('in-the-future');
  if (year < Number(today.slice(0, 4)) - longestLife) return unread('not-a-date');
  return exact(iso);
}

type Day = { year: number; month: number; day: number };

function isoDate(text: string): Day | undefined {
  const [, year, month, day] = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u.exec(text) ?? [];
  return year ? { year: Number(year), month: Number(month), day: Number(day) } : undefined;
}

/** "3/14/48", "03 14 1948", "03141948". */
function numeric(text: string, today: string): Day | undefined {
  const parts = /(?<!\d)(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?'?(\d{4}|\d{2})(?!\d)/u.exec(text) ?? /(?<!\d)(\d{2})(\d{2})(\d{4}|\d{2})(?!\d)/u.exec(text);
  if (!parts) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  const year = fullYear(parts[3] ?? '', today);
  return first > 12 && second <= 12 ? { year, month: second, day: first } : { year, month: first, day: second };
}

/** "March the 3rd 1950", "the fourth of july '56", "15 de mayo de mil novecientos cincuenta". */
function spoken(words: Said['words'], language: Language, today: string): Day | undefined {
  const { months } = language.dates;
  const at = words.findIndex(({ text }) => Object.hasOwn(months, text));
  const month = months[words[at]?.text ?? ''];
  if (month === undefined) return undefined;
  const numbers = (part: Said['words']) => wholeNumbers(withOrdinals(part, language), language);
  const before = numbers(words.slice(Math.max(0, at - 4), at)).at(-1);
  // "February 1, and I am 81" tells no year.
  const age = find(language.times.agedNow, words, at)?.from ?? words.length;
  const after = numbers(words.slice(at + 1, Math.min(at + 10, age)));
  const yearFirst = before?.length === 4;
  const day = before === undefined || yearFirst ? after[0] : before;
  const year = yearFirst ? before : after[before === undefined ? 1 : 0];
  if (!day || !year || !/^\d{1,2}$/u.test(day) || !/^(?:\d{2}|\d{4})$/u.test(year)) return undefined;
  return { year: fullYear(year, today), month, day: Number(day) };
}

/** "Christmas Day 1939": a feast of one day, with its year. */
function onFeast(words: Said['words'], language: Language, today: string): Day | undefined {
  const [feast, ...others] = labelsIn(language.dates.feasts, words);
  const [month = 0, day = 0] = (feast?.label ?? '').split('-').map(Number);
  const years = feast === undefined || others.length > 0 ? [] : wholeNumbers(words.filter((_, at) => at < feast.from || at >= feast.to), language).filter((number) => /^\d{4}$/u.test(number));
  const [year] = years;
  return year !== undefined && years.length === 1 ? { year: fullYear(year, today), month, day } : undefined;
}

/** Days said as words, as digits: "third" is 3, "twenty second" is 22. */
function withOrdinals(words: Said['words'], { dates: { ordinals }, numbers }: Language): Word[] {
  return words.flatMap((word, at) => {
    const unit = ordinals[words[at + 1]?.text ?? ''];
    const tens = numbers.words[word.text] ?? 0;
    if (tens >= 20 && unit !== undefined && unit < 10) return [];
    const before = numbers.words[words[at - 1]?.text ?? ''] ?? 0;
    const day = ordinals[word.text];
    return [day === undefined ? word : { ...word, text: String(before >= 20 && day < 10 ? before + day : day) }];
  });
}

/** Two digits belong to someone over 18. */
function fullYear(digits: string, today: string): number {
  if (digits.length === 4) return Number(digits);
  const year = Number(today.slice(0, 2)) * 100 + Number(digits);
  return year > Number(today.slice(0, 4)) - youngest ? year - 100 : year;
}
