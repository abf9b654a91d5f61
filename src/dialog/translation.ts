import { z } from 'zod';
import { fingerprintOf } from './fingerprint.ts';

const Words = z.string().trim().min(1);

/**
 * One file of locales/<lng>, beside the first language's: what each line says in this language, by its place in the document.
 * `of` is the fingerprint of the line it was translated from, so that yesterday's words are never taken for today's.
 */
export const Translation = z.record(
  z.string(),
  z.strictObject({
    of: z.string(),
    /** Empty as long as nobody has translated it. */
    say: z.string(),
    /** Who stands behind an emergency or consent text in this language; null means nobody has yet. */
    reviewed_by: Words.nullable().optional(),
    /** For the translator: the line in the first language, and what there is to know about it. */
    from: Words.optional(),
    note: Words.optional(),
    /** What it said before the line in the first language changed. */
    was: Words.optional(),
  }),
);

/** Words somebody reads, in their place in a document. */
export interface SourceLine {
  /** For example `questions.relief_leaning.options.yes.label`. */
  readonly at: string;
  readonly text: string;
  /** A nurse may read it in the first language; a patient is told that it is. */
  readonly reader: 'patient' | 'nurse';
  /** An emergency or consent text: a person has to put a name to it in every language. */
  readonly needsReview: boolean;
}

export type Translation = z.infer<typeof Translation>;

/** What keeps a line from being said in a language. */
export type Lack = 'missing' | 'stale' | 'unreviewed';

const forPatients = new Set(['title', 'ask', 'askCarer', 'short', 'why', 'label', 'low', 'high', 'say', 'sayCarer', 'hours']);
const forNurses = new Set(['because', 'name', 'says', 'text', 'caveat', 'population', 'otherwise', 'indeterminate', 'gated', 'notScorable']);
/** Facts and sources: what stands in them are ids, or names of papers. */
const notWords = new Set(['when', 'onlyIf', 'unknownIf', 'reviewed', 'accuracy']);

/** The lines of a document of dialogs/, in their order. */
export function linesOfDialog(document: unknown): SourceLine[] {
  return linesIn(document, [], false, (key) => (forPatients.has(key) ? 'patient' : forNurses.has(key) ? 'nurse' : undefined));
}

/** The lines of a file of words in locales/: every string is one. */
export function linesOfWords(document: unknown, reader: SourceLine['reader']): SourceLine[] {
  return linesIn(document, [], false, () => reader);
}

/** Why this line can not be said in the language of the translation; undefined if it can. */
export function lackOf({ at, text, needsReview }: SourceLine, translation: Translation, mustBeReviewed: boolean): Lack | undefined {
  const found = translation[at];
  if (!found || found.say.trim() === '') return 'missing';
  if (found.of !== fingerprintOf(text)) return 'stale';
  return mustBeReviewed && needsReview && !found.reviewed_by ? 'unreviewed' : undefined;
}

/** The same document with other words at the places given, and everything else as it was. */
export function inOtherWords(document: unknown, says: ReadonlyMap<string, string>): unknown {
  return replaced(document, [], says);
}

type Reader = (key: string) => SourceLine['reader'] | undefined;

function linesIn(value: unknown, path: readonly string[], needsReview: boolean, readerOf: Reader): SourceLine[] {
  if (typeof value === 'string') {
    const reader = readerOf(path.at(-1) ?? '');
    return reader ? [{ at: path.join('.'), text: value, reader, needsReview }] : [];
  }
  if (!isGroup(value)) return [];
  const reviewed = needsReview || 'reviewed_by' in value;
  return stepsIn(value).flatMap(([step, key, inner]) => (notWords.has(key) || key === 'reviewed_by' ? [] : linesIn(inner, [...path, step], reviewed, readerOf)));
}

function replaced(value: unknown, path: readonly string[], says: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return says.get(path.join('.')) ?? value;
  if (!isGroup(value)) return value;
  const steps = stepsIn(value).map(([step, key, inner]) => [key, notWords.has(key) ? inner : replaced(inner, [...path, step], says)] as const);
  return Array.isArray(value) ? steps.map(([, inner]) => inner) : Object.fromEntries(steps);
}

/** What stands in a group, by its own id where it has one: so that a new line in between moves no other. */
function stepsIn(group: object): [step: string, key: string, inner: unknown][] {
  return Object.entries(group).map(([key, inner]: [string, unknown]) => [Array.isArray(group) && isGroup(inner) && 'id' in inner && typeof inner.id === 'string' ? inner.id : key, key, inner]);
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
