import { medicinesIn } from '../kinds/medicines.ts';
import { readAllergies } from '../history/allergies.ts';
import { optionFor, typesNamed } from '../history/treatments.ts';
import type { Language } from '../language.ts';
import type { Asked } from '../reading.ts';
import { labelsIn, type Labelled } from '../text/labels.ts';
import { isElsewhere } from '../assertion/mention.ts';
import { denied, deniedBehind, deniedWithin } from '../assertion/negation.ts';
import { measuresIn } from '../text/measures.ts';
import { find } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import type { Sentence, Told } from './told.ts';

/**
 * What a sentence names of a list: symptoms and places, treatments, aids and scans, allergies, medicines taken now. Never "none of
 * these" and never "something else": what is named in passing need not be all there is, and must be among what is offered.
 */
export function namedIn(sentence: Sentence, asked: Asked, language: Language, today: string): Told[] {
  const isList = asked.type === 'choices' || asked.type === 'medicines';
  const value = isList && !sentence.asks ? [...new Set(idsIn(sentence, asked, language, today))] : [];
  return value.length > 0 ? [{ question: asked.id, value }] : [];
}

function idsIn(sentence: Sentence, asked: Asked, language: Language, today: string): string[] {
  const { words } = sentence;
  const { lists, taking } = language.volunteered;
  if (asked.type === 'medicines') return asked.id === 'medications' && find(taking, words) ? medicinesIn(words, language).map(({ label }) => label) : [];
  if (asked.id === 'symptoms' || asked.id === 'locations') return feltIn(sentence, asked, language);
  const offered = new Set(asked.options.filter(({ id, exclusive }) => !exclusive && id !== 'other' && id !== 'none' && id !== 'unsure').map(({ id }) => id));
  const own = lists.get(asked.id);
  if (own) return labelled(own, sentence, language).filter((id) => offered.has(id));
  if (asked.id === 'allergies') return allergiesIn(sentence, offered, language, today);
  return typesNamed(sentence, offered, language)?.flatMap((type) => optionFor(type, offered, language.outcomes.groups) ?? []) ?? [];
}

/** Symptoms or places that a sentence about symptoms names. */
function feltIn(sentence: Sentence, asked: Asked, language: Language): string[] {
  const [symptoms, table] = [language.options.get('symptoms'), language.options.get(asked.id)];
  if (!table || !symptoms || (labelled(symptoms, sentence, language).length === 0 && !sentence.clauses.some((clause) => namesOnly(table, clause, language)))) return [];
  const offered = new Set(asked.options.filter(({ id, exclusive }) => !exclusive && id !== 'none').map(({ id }) => id));
  // "300 feet" are no feet.
  const far = measuresIn(sentence.words, language.distances.units, language);
  const words = sentence.words.filter((_, at) => !far.some(({ from, to }) => at >= from && at < to));
  return labelled(table, { ...sentence, words }, language).filter((id) => offered.has(id));
}

/** "Low back plus the right hip": a clause of places and nothing else. "Back" alone is said of much, and "both legs" of a side. */
function namesOnly(table: Labelled, { words }: Said, { choosing: { or, small, joints }, options }: Language): boolean {
  const places = labelsIn(table, words);
  const sides = options.get('side');
  const sided = sides ? labelsIn(sides, words) : [];
  const named = [...places, ...sided];
  const little = new Set([...or, ...small, ...joints]);
  return places.some(({ from, to }) => to - from > 1 && !sided.some((one) => one.from < to && from < one.to)) && words.every(({ text }, at) => little.has(text) || named.some(({ from, to }) => at >= from && at < to));
}

function labelled(table: Labelled, { words }: Said, language: Language): string[] {
  return labelsIn(table, words)
    .filter((one) => !denied(words, one.from, language) && !deniedBehind(words, one.to, language) && !deniedWithin(words, one, language) && !isElsewhere(words, one.from, language))
    .map(({ label }) => label);
}

/** Only beside the word itself: who eats shellfish says nothing of an allergy. */
function allergiesIn(said: Said, offered: ReadonlySet<string>, language: Language, today: string): string[] {
  if (!find(language.volunteered.allergic, said.words)) return [];
  return readAllergies(said, language, today)?.flatMap((thing) => optionFor(thing, offered, language.allergies.groups) ?? []) ?? [];
}
