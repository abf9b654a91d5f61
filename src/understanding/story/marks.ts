import type { Language } from '../language.ts';
import { labelsIn, type Label } from '../text/labels.ts';
import { measuresIn } from '../text/measures.ts';
import { findAt, type Found } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';

/** A position that a sentence names, or what comes of one; `noun`: a symptom, which may be named for another reason. */
export type Mark = { kind: 'place' | 'effect'; label: string; from: number; to: number; noun?: true };

/** In letters. */
const shortUnit = 2;
/** Symptoms that come and go with a position; a poor balance or a stiff back is told for other reasons. */
const passing = new Set(['pain', 'numbness', 'tingling', 'weakness', 'cramping', 'heaviness', 'burning']);

/** The positions a sentence names and what comes of them, in order. */
export function marksIn(words: readonly Word[], language: Language): Mark[] {
  const { places, effects } = language.positions;
  const told = labelsIn(effects, words).map((one) => ({ ...one, kind: 'effect' as const }));
  const symptoms = language.options.get('symptoms');
  const hurts = (symptoms ? labelsIn(symptoms, words) : []).filter(({ label }) => passing.has(label)).map((one) => ({ ...one, label: 'hurt', kind: 'effect' as const, noun: true as const }));
  const where = labelsIn(places, words).map((one: Label) => ({ ...one, kind: 'place' as const }));
  const far = measuresIn(words, language.distances.units, language).filter((one) => isWalked(one, words)).map(({ from, to }) => ({ label: 'upright', from, to, kind: 'place' as const }));
  const own = [...told, ...where];
  const others = [...hurts, ...far].filter((one) => !own.some((mark) => overlaps(one, mark)));
  const effected = told.filter((one) => !where.some((place) => overlaps(one, place) && place.to - place.from > one.to - one.from));
  const placed = where.filter((one) => !effected.some((effect) => overlaps(one, effect)));
  return ended([...effected, ...placed, ...others].toSorted((one, other) => one.from - other.from), words, language);
}

/** "55M with burning feet" is a man, and "a mi suegra" no mile. */
function isWalked({ from, to }: Pick<Found, 'from' | 'to'>, words: readonly Word[]): boolean {
  const unit = words[to - 1]?.text ?? '';
  return (from > 0 || unit !== 'm') && (unit.length > shortUnit || words[from]?.text.length !== 1 || /\d/u.test(words[from]?.text ?? ''));
}

export function overlaps(one: Pick<Found, 'from' | 'to'>, other: Pick<Found, 'from' | 'to'>): boolean {
  return one.from < other.to && other.from < one.to;
}

/** "They quit aching": a pain that ends is relief, and its "stop" is no place. */
function ended(marks: readonly Mark[], words: readonly Word[], language: Language): Mark[] {
  const turned = marks.map((mark): Mark => {
    const end = mark.label === 'hurt' ? [1, 2].map((back) => findAt(language.positions.ends, words, mark.from - back)).find((found) => found?.to === mark.from) : undefined;
    return end ? { kind: 'effect', label: 'ease', from: end.from, to: mark.to } : mark;
  });
  return turned.filter((mark) => !turned.some((other) => other !== mark && other.label === 'ease' && mark.kind === 'place' && overlaps(mark, other)));
}
