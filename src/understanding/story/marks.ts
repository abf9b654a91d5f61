import type { Language } from '../language.ts';
import { labelsIn, type Label } from '../text/labels.ts';
import { measuresIn } from '../text/measures.ts';
import { findAt, type Found } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';

/** A position that a sentence names, or what comes of one; `noun`: a symptom, which may be named for another reason. */
export type Mark = { kind: 'place' | 'effect'; label: string; from: number; to: number; noun?: true };

/** In words, from what goes or comes back to the position named behind it. */
const nearest = 4;
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
  return meant(ended([...effected, ...placed, ...others].toSorted((one, other) => one.from - other.from), words, language), words);
}

/** "They come back", "it goes when I sit": better or worse by what is told before, and by the position. */
function meant(marks: readonly Mark[], words: readonly Word[]): Mark[] {
  return marks.flatMap((mark, at) => {
    if (mark.label !== 'returns' && mark.label !== 'goes') return [mark];
    const earlier = marks.slice(0, at);
    const [last] = earlier.slice(-1);
    const [next] = marks.slice(at + 1);
    const near = next?.kind === 'place' && next.from - mark.to <= nearest && words[next.from]?.clause === words[mark.from]?.clause ? next : undefined;
    const label = mark.label === 'goes' ? going(earlier, near, mark, words) : returning(earlier, near ?? last, mark);
    return label === undefined ? [] : [{ ...mark, label }];
  });
}

/** "The pain goes when I sit"; but "my leg goes when I walk". */
function going(earlier: readonly Mark[], place: Mark | undefined, mark: Mark, words: readonly Word[]): 'ease' | 'hurt' | undefined {
  if (!place) return undefined;
  const pain = earlier.findLast(({ label }) => label === 'hurt');
  const same = pain !== undefined && words[pain.from]?.clause === words[mark.from]?.clause && !earlier.some(({ kind, from }) => kind === 'place' && from > pain.from);
  if (place.label === 'upright') return same ? 'ease' : 'hurt';
  return pain === undefined ? undefined : 'ease';
}

/** "They go numb on my feet, then I sit and they come back"; but "the pain comes back". */
function returning(earlier: readonly Mark[], place: Mark | undefined, mark: Mark): 'ease' | undefined {
  const gone = earlier.some(({ label }) => label === 'upright') && earlier.some(({ label }) => label === 'hurt') && !earlier.some(({ label }) => label === 'ease');
  const subject = earlier.some(({ noun, to }) => noun && mark.from - to <= 1);
  return gone && !subject && (place?.label === 'seated' || place?.label === 'forward') ? 'ease' : undefined;
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
