import { z } from 'zod';
import { labelled, type Labelled as Table } from './text/labels.ts';
import { phrases } from './text/phrases.ts';
import { spelling } from './text/spelling.ts';

const stances = ['yes', 'no', 'unsure', 'topic', 'neither', 'doubt', 'beside'] as const;
/** YAML reads `true` and `90` as something else; as phrases they are words. */
const Phrase = z.union([z.string().trim().min(1), z.number(), z.boolean()]).transform(String);
const List = z.array(Phrase).min(1);
const Phrases = List.transform(phrases);
const Words = List;
const Lists = z.record(z.string(), List);
/** A list that is left out is an empty one. */
const tableOf = (lists: Readonly<Record<string, readonly string[] | undefined>>) => labelled(Object.fromEntries(Object.entries(lists).map(([label, list]) => [label, list ?? []])));
const tablesOf = (all: Readonly<Record<string, Readonly<Record<string, readonly string[] | undefined>>>>) => new Map(Object.entries(all).map(([id, lists]) => [id, tableOf(lists)]));
const Labelled = Lists.transform(labelled);
const Range = z.tuple([z.number(), z.number()]);
/** `clause`: what gives the command as the first or last clause of a message that answers nothing. */
const Asking = z.strictObject({ whole: Phrases, within: Phrases.optional(), clause: Phrases.optional() });
const Bound = z.strictObject({ before: Phrases.optional(), after: Phrases.optional() });
const TimeUnit = z.enum(['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'decade']);
const mapOf = <Unit extends string>(units: Readonly<Partial<Record<Unit, readonly string[]>>>, names: readonly Unit[]) => new Map(names.flatMap((unit) => (units[unit] ?? []).map((word) => [word, unit] as const)));

/**
 * What people say to a yes-or-no question instead of yes or no. `topic`: yes, if nothing says more. `doubt`: then the
 * topic is not enough. `beside`: then it is, however long the message. `neither`: no answer at all. `event`: a time alone means
 * yes, unless it is more than `within` months ago. `medicines`: naming one of these classes means yes. `figures`: a number between
 * these, as a temperature is. `as`: what is said to these questions counts here too.
 * A no to one of `warnings` must be beyond doubt.
 */
const Meanings = z.record(z.string(), z.strictObject({
  yes: List.optional(), no: List.optional(), unsure: List.optional(), topic: List.optional(), beside: List.optional(), neither: List.optional(), doubt: List.optional(),
  event: z.boolean().optional(), medicines: Words.optional(), within: z.number().positive().optional(),
  figures: z.strictObject({ yes: z.array(Range), no: z.array(Range) }).optional(), as: Words.optional(),
}));
const Options = z.record(z.string(), Lists);
/** Generic names by class, each with its brand names. */
const Medicines = z.record(z.string(), z.record(z.string(), z.array(z.string())));

const Files = z.object({
  allergies: z.strictObject({ groups: Lists, things: Labelled, cannot: Phrases, none: Phrases }),
  asks: z.strictObject({ begins: Phrases, evades: Phrases, rhetorical: Phrases }),
  choosing: z.strictObject({ joints: Words, places: z.record(z.string(), z.number().int().positive()), one: Words, prevailing: Words, joined: Words, together: Lists, before: Phrases, ofSelf: Words, often: Phrases, fine: Phrases, ofPlace: Words, well: Phrases, over: Phrases, also: Phrases, leftOut: Phrases, nothingBut: Phrases, none: Phrases, nothingMore: Phrases, harmless: Phrases, or: Words, small: Words, aside: Words }),
  commands: z.strictObject({
    courtesies: Phrases,
    why: Asking, skip: Asking, back: Asking, 'already-told': Asking, person: Asking, help: Asking, repeat: Asking, stop: Asking, save: Asking,
    'start-again': Asking, forget: Asking, acknowledge: Asking,
    languages: z.record(z.string(), Asking),
    change: z.strictObject({ before: Phrases, things: Words, slips: Phrases }),
    aboutChat: Phrases,
    besideAnswer: Words,
    answers: z.record(z.string(), z.array(z.string())),
  }),
  /** `monthFirstIn`: the country in which 3/12 is March 12; null where that has to be asked. */
  dates: z.strictObject({ monthFirstIn: z.string().length(2).nullable(), feasts: Labelled, months: z.record(z.string(), z.number().int().min(1).max(12)), ordinals: z.record(z.string(), z.number().int().min(1).max(31)) }),
  distances: z.strictObject({ units: Lists.transform((units) => mapOf(units, Object.keys(units))), feet: z.record(z.string(), Range), landmarks: Labelled, beyond: Phrases, reaching: Phrases, unlimited: Phrases, cannot: Phrases, vague: Phrases, neither: Phrases, ends: Phrases, pacedOff: Phrases, unaided: Phrases, varies: Phrases, asideBefore: Phrases, untilEase: Phrases, notOnFoot: Phrases, wished: Phrases, bygone: Phrases, today: Phrases, most: z.strictObject({ feet: z.number(), minutes: z.number() }) }),
  emails: z.strictObject({ before: Words, at: Words, dot: Words, signs: z.record(z.string(), z.string()) }),
  /** Words another language lends. */
  lent: z.array(z.string()).optional(),
  health: Meanings,
  injections: z.strictObject({ elsewhere: Phrases, notRelief: Phrases, ended: Phrases, spacing: Phrases, full: Phrases, counts: Labelled, counted: Phrases, more: Phrases, ordinals: Labelled, notCounted: Phrases, notCounts: Phrases, leads: Phrases }),
  measures: z.strictObject({ between: Words, afterTens: Words, none: Phrases, over: Bound, under: Bound, nearly: Bound }),
  'medicine-words': z.strictObject({ none: Phrases, stopped: Phrases, stoppedIt: Phrases, longAgo: Phrases, only: Phrases, thinning: Words }),
  medicines: Medicines.transform((classes) => ({ names: labelled(namesOf(classes)), classes: classesOf(classes) })),
  names: z.strictObject({ before: Phrases, introduces: Phrases, after: Phrases, titles: Words, particles: Words, not: Words, phrases: Phrases }),
  mentions: z.strictObject({ planned: Phrases, past: Phrases, now: Phrases, notYet: Phrases, gaveUp: Phrases, unused: Phrases, corrections: Phrases, restatements: Phrases }),
  negation: z.strictObject({ before: Phrases, behind: Words, exceptions: Phrases, breaks: Words, others: Phrases, othersBehind: Phrases, own: Phrases, carer: z.strictObject({ others: Phrases, othersBehind: Phrases, own: Phrases }) }),
  numbers: z.strictObject({
    words: z.record(z.string(), z.number()),
    times: z.record(z.string(), z.number()),
    vague: z.record(z.string(), Range),
    parts: z.record(z.string(), z.number()),
    fractions: z.record(z.string(), z.number()),
    partOf: Words,
    one: Words, and: Words, to: Words, up: Words, between: Words,
  }),
  options: Options,
  ordinary: z.strictObject({ oneSlip: z.number().int(), twoSlips: z.number().int(), words: Words }),
  outcomes: z.strictObject({ labels: Labelled, answers: Labelled, lasting: Phrases, dose: Phrases, briefly: Phrases, goesOn: Phrases, afterwards: Phrases, ahead: Phrases, forNext: Phrases, heart: Phrases, howOften: Phrases, tooMuch: Phrases, collective: Phrases, allBut: Phrases, givenUp: Phrases, untaken: Phrases, wasDone: Phrases, meanwhile: Phrases, taking: Phrases, reasons: Phrases, worn: Words, patient: Phrases, either: Phrases, classes: z.record(z.string(), z.string()), groups: Lists, breaks: Words }),
  positions: z.strictObject({ places: Labelled, effects: Labelled, able: Phrases, joints: Words, reasons: Phrases, past: Phrases, notPast: Phrases, conditions: Phrases, ends: Phrases, alike: Phrases, carries: Phrases, whenever: Phrases, walking: Phrases, doing: Phrases, until: Phrases, mustSit: Phrases, mustSitElse: Phrases, mustNotSit: Phrases, mustLean: Phrases, mustLeanElse: Phrases, without: Words, named: Words }),
  scales: z.strictObject({ zero: Phrases, outOf: Phrases, bounds: Phrases, turning: Phrases, soon: Phrases, vague: Words, minus: Words, things: Words, questions: z.record(z.string(), z.strictObject({ prefer: Phrases.optional(), past: Phrases.optional(), whole: z.boolean().optional(), unit: TimeUnit.optional() })) }),
  shorthand: z.record(z.string(), z.string().min(1)).transform((all) => new Map(Object.entries(all).map(([short, long]) => [short, long.split(' ')]))),
  surgery: z.strictObject({ elsewhere: Phrases, here: Phrases, notHere: Phrases, types: Labelled, planned: Phrases, refused: Phrases, done: Phrases }),
  symptoms: Options,
  times: z.strictObject({
    units: z.partialRecord(TimeUnit, List).transform((units) => mapOf(units, TimeUnit.options)),
    care: z.strictObject({ shortEnds: z.number(), longBegins: z.number(), aMonth: z.number(), lately: z.number() }), mostMonths: z.number(), old: Phrases, ago: Phrases, agoBefore: Phrases, ongoing: Phrases, over: Phrases, rate: Phrases, before: Phrases, beforeYear: Phrases, notMonths: Phrases, last: Phrases, vague: Phrases, recent: Phrases,
    beforeLast: Phrases, within: Phrases, lately: Phrases, agedThen: Phrases, agedThenBehind: Phrases, agedNow: Phrases,
    relative: Labelled, named: Labelled, eras: Labelled, parts: Labelled, years: Words,
  }),
  treatments: Labelled,
  volunteered: z.strictObject({
    statements: z.record(z.string(), z.strictObject({ yes: List.optional(), no: List.optional() })).transform(tablesOf),
    options: Options.transform(tablesOf),
    lists: Options.transform(tablesOf),
    allergic: Phrases,
    carer: z.strictObject({ says: Phrases, before: Phrases, does: Phrases, alike: Phrases, own: Phrases, called: Phrases, notCalled: Phrases, inherited: Words }),
    age: z.strictObject({ before: Phrases, carer: Phrases, after: Phrases, lasting: Phrases }),
    walk: Phrases, stand: Phrases, complaint: Phrases, elsewhere: Phrases, since: Phrases, resting: Phrases, taking: Phrases, born: Phrases, phone: Phrases,
    pain: z.strictObject({ words: Phrases, now: Phrases, worst: Phrases }),
  }),
  walking: Meanings,
  warnings: Meanings,
  'yes-no': z.strictObject({
    letters: z.record(z.string(), z.enum(['yes', 'no'])),
    yes: List, no: List, unsure: List,
    alone: z.strictObject({ yes: List, no: List, unsure: List }).transform(labelled),
    goesOn: Words, linking: z.strictObject({ words: Words, goesOn: Words }), partly: Phrases, fillers: Phrases, predicates: Words,
  }).transform(({ yes, no, unsure, ...others }) => ({ ...others, plain: labelled({ unsure, no, yes }) })),
});

/**
 * How people say things in one language: the files of dialogs/language/<lng>, keyed by file name.
 * Phrases are made ready for looking up, and every word of them becomes a word a misspelling may stand for.
 */
export const Language = Files.transform(({ walking, warnings, health, options, symptoms, ...files }) => {
  const all = { ...walking, ...warnings, ...health };
  const meanings = new Map(Object.entries(all).map(([id, { event = false, within, medicines = [], figures, as = [], ...own }]) => {
    const lists = [own, ...as.map((other) => all[other] ?? {})];
    const phrasesOf = (list: (typeof stances)[number]) => lists.flatMap((one) => one[list] ?? []);
    return [id, { event, within, medicines, figures, wary: id in warnings, phrases: tableOf(Object.fromEntries(stances.map((list) => [list, phrasesOf(list)]))) }];
  }));
  const choices = tablesOf({ ...options, ...symptoms });
  const language = { ...files, meanings, options: choices };
  const { numbers, dates } = files;
  const counted = [numbers.words, numbers.times, numbers.vague, numbers.parts, numbers.fractions, dates.months, dates.ordinals].flatMap((words) => Object.keys(words));
  const lent = new Set(files.lent);
  const known = [...literalsIn(language), ...counted];
  return { ...language, spelling: spelling(known.filter((word) => !lent.has(word)), [...known, ...files.ordinary.words], files.ordinary, namesApart(files.medicines.names)) };
});

/** Names of one word, each with what it is a name of. */
function namesApart({ lines, labels }: Table): Map<string, string> {
  return new Map(lines.flatMap((line, at): [string, string][] => (line.includes(' ') ? [] : [[line, labels[at] ?? line]])));
}

export type Language = z.infer<typeof Language>;

/**
 * The files of a language with what another language lends it: people mix them in one sentence. The own words come first, a
 * range of numbers is not mixed, and a misspelling is never taken for a borrowed word, names of medicines aside.
 * Both as read from YAML, before `Language` reads them.
 */
export function borrowing(own: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const mine = new Set(wordsIn(own));
  return { ...mixed(own, other), lent: wordsIn({ ...other, medicines: [] }).filter((word) => !mine.has(word)) };
}

function mixed(own: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries([...Object.keys(other), ...Object.keys(own)].map((key) => [key, mixedPart(own[key], other[key])]));
}

function mixedPart(own: unknown, other: unknown): unknown {
  if (own === undefined) return other;
  if (Array.isArray(own) && Array.isArray(other)) return typeof own[0] === 'number' ? own : [...own, ...other];
  return isRecord(own) && isRecord(other) ? mixed(own, other) : own;
}

function wordsIn(part: unknown): string[] {
  if (typeof part === 'string') return part.split(/[^\p{L}]+/u);
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(wordsIn) : [];
}

function isRecord(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function namesOf(classes: z.infer<typeof Medicines>): Record<string, string[]> {
  return Object.fromEntries(Object.values(classes).flatMap((generics) => Object.entries(generics).map(([generic, brands]) => [generic, [generic.replaceAll('/', ' '), ...brands]])));
}

function classesOf(classes: z.infer<typeof Medicines>): Map<string, string> {
  return new Map(Object.entries(classes).flatMap(([name, generics]) => Object.keys(generics).map((generic) => [generic, name] as const)));
}

function literalsIn(part: unknown): string[] {
  if (part instanceof Map) return [...part].flatMap(([key, value]: [unknown, unknown]) => [...(typeof value === 'string' && typeof key === 'string' ? [key] : []), ...literalsIn(value)]);
  if (!isRecord(part)) return [];
  if ('literals' in part && Array.isArray(part['literals'])) return part['literals'].filter((word) => typeof word === 'string');
  return Object.values(part).flatMap(literalsIn);
}
