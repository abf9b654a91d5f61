import type { Language } from '../language.ts';
import type { Asked } from '../reading.ts';
import { labelsIn, type Label } from '../text/labels.ts';
import { measuresIn } from '../text/measures.ts';
import { ofAnother } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { find, findAll, findAt, type Found } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';
import type { Sentence, Told } from './told.ts';

type Mark = { kind: 'place' | 'effect'; label: string; from: number; to: number; noun?: true };
type YesNo = 'yes' | 'no';
/** "I don't have to sit": with no more words than these it is said of the sentence before. */
const shortest = 2;
/** A part of a sentence that names positions and what comes of them; `limited`: it says when, how long or how far. */
type Part = { places: Mark[]; effects: Mark[]; limited: boolean };

const questionOf: Readonly<Record<string, string>> = { upright: 'worse_standing_walking', seated: 'relief_sitting', forward: 'relief_leaning', still: 'relief_standing_still' };
/** Symptoms that come and go with a position; a poor balance or a stiff back is told for other reasons. */
const passing = new Set(['pain', 'numbness', 'tingling', 'weakness', 'cramping', 'heaviness', 'burning']);

/**
 * What a sentence says walking, standing, sitting and leaning do: a position and its effect, side by side or one after
 * the other. A position with two effects, or an effect of two opposite positions, tells nothing.
 */
export function positionsIn(sentence: Sentence, asked: readonly Asked[], language: Language): Told[] {
  const { words, asks } = sentence;
  const { past, mustSit, mustSitElse, mustNotSit } = language.positions;
  if (asks || find(past, words) || ofAnother(words, words.length - 1, language)) return [];
  const notSitting = findAll(mustNotSit, words);
  const otherwise = [...notSitting, ...findAll(mustSitElse, words)];
  const sitting = findAll(mustSit, words).filter((one) => !otherwise.some((not) => overlaps(one, not)) && !denied(words, one.from, language));
  const bare = words.filter((_, at) => ![...notSitting, ...sitting].some(({ from, to }) => at >= from && at < to));
  const marks = marksIn(bare, language);
  const found = toldBy(partsOf(bare, marks, language), language, bare);
  if (notSitting.length > 0 && (bare.length <= shortest || marks.some(({ label }) => label === 'still' || label === 'rest' || label === 'ease'))) found.push(['still', 'yes']);
  if (sitting.length > 0) {
    found.push(['seated', 'yes']);
    if (marks.some(({ label }) => label === 'upright') || bare.some(({ text }) => language.distances.units.has(text))) found.push(['upright', 'yes']);
  }
  const values = Map.groupBy(found, ([place]) => place);
  return [...values].flatMap(([place, all]) => {
    const [first] = all;
    const question = questionOf[place];
    const agreed = first && all.every(([, value]) => value === first[1]);
    return agreed && question !== undefined && asked.some(({ id }) => id === question) ? [{ question, value: first[1] }] : [];
  });
}

/** Whether a sentence speaks of positions in a way that a phrase found in it may be misread: "when I stand up from sitting". */
export function isMuddled({ words }: Sentence, language: Language): boolean {
  return find(language.positions.past, words) !== undefined || marksIn(words, language).some(({ label }) => label === 'apart' || label === 'same');
}

function marksIn(words: readonly Word[], language: Language): Mark[] {
  const { places, effects } = language.positions;
  const told = labelsIn(effects, words).map((one) => ({ ...one, kind: 'effect' as const }));
  const symptoms = language.options.get('symptoms');
  const hurts = (symptoms ? labelsIn(symptoms, words) : []).filter(({ label }) => passing.has(label)).map((one) => ({ ...one, label: 'hurt', kind: 'effect' as const, noun: true as const }));
  const where = labelsIn(places, words).map((one: Label) => ({ ...one, kind: 'place' as const }));
  // "55M with burning feet" is a man, and walks nowhere.
  const far = measuresIn(words, language.distances.units, language).filter(({ from, to }) => from > 0 || words[to - 1]?.text !== 'm').map(({ from, to }) => ({ label: 'upright', from, to, kind: 'place' as const }));
  const own = [...told, ...where];
  const others = [...hurts, ...far].filter((one) => !own.some((mark) => overlaps(one, mark)));
  const effected = told.filter((one) => !where.some((place) => overlaps(one, place) && place.to - place.from > one.to - one.from));
  const placed = where.filter((one) => !effected.some((effect) => overlaps(one, effect)));
  return [...effected, ...placed, ...others].toSorted((one, other) => one.from - other.from);
}

function overlaps(one: Pick<Found, 'from' | 'to'>, other: Pick<Found, 'from' | 'to'>): boolean {
  return one.from < other.to && other.from < one.to;
}

/** A new part begins with a clause, after an "and", and where a position and its effect are followed by another pair. */
function partsOf(words: readonly Word[], marks: readonly Mark[], language: Language): Part[] {
  const parts: Part[] = [];
  let last: Mark | undefined;
  let began: Mark['kind'] | undefined;
  for (const mark of marks) {
    const open = parts.at(-1);
    const split = last && words.slice(last.to, mark.from).some(({ text }) => language.positions.joints.includes(text));
    const full = open && open.places.length > 0 && open.effects.length > 0 && mark.kind === began && last?.kind !== mark.kind;
    if (!open || !last || split || full || words[last.from]?.clause !== words[mark.from]?.clause) {
      parts.push({ places: [], effects: [], limited: false });
      began = mark.kind;
    }
    const part = parts.at(-1);
    if (mark.kind === 'place') part?.places.push(mark);
    else part?.effects.push(mark);
    if (part) part.limited ||= isLimited(mark, words, language);
    last = mark;
  }
  return parts;
}

function isLimited({ from, to }: Mark, words: readonly Word[], language: Language): boolean {
  const clause = words[from]?.clause;
  const near = words.slice(Math.max(0, from - 3), to + 5).filter((word) => word.clause === clause);
  return find(language.positions.conditions, near) !== undefined || measuresIn(near, language.times.units, language).length + measuresIn(near, language.distances.units, language).length > 0;
}

function toldBy(parts: readonly Part[], language: Language, words: readonly Word[]): (readonly [string, YesNo])[] {
  return parts.flatMap((part, at) => {
    const before = parts[at - 1];
    if (part.effects.some(({ label }) => label === 'same')) {
      const around = part.places.length > 0 ? parts.slice(at + 1).filter(({ effects }) => effects.length === 0) : parts.slice(0, at).filter(({ effects }) => effects.every(({ label }) => label === 'hurt'));
      const where = [part, ...around].flatMap(({ places }) => places);
      const forward = where.some(({ label }) => label === 'forward' || label === 'still');
      return where.filter(({ label }) => !forward || label !== 'upright').map(({ label }) => [label, 'no'] as const);
    }
    // "I push the cart, because I walk better with it": the cart is what eases.
    const pushed = before && part.effects.some(({ label }) => label === 'ease') && part.places.every(({ label }) => label === 'upright') ? waitingIn(before).filter(({ label }) => label === 'forward') : [];
    if (part.places.length > 0) return together(pushed.length > 0 ? { ...part, places: pushed } : part, words, language);
    return before ? together({ ...part, places: waitingIn(before), limited: true }, words, language).filter(([, value]) => value === 'yes') : [];
  });
}

/** The positions whose effect is told in the next part: "walk a bit, legs go dead", "fine for ten minutes, then they go". */
function waitingIn({ places, effects, limited }: Part): Mark[] {
  if (effects.some(({ label }) => label !== 'ease')) return [];
  if (effects.length > 0) return limited && places.every(({ label }) => label === 'upright') ? places : [];
  return places.every(({ label }) => label !== 'upright') || limited ? places : [];
}

/** What one part tells: better or worse, of the one position it names. */
function together({ places, effects, limited }: Part, words: readonly Word[], language: Language): (readonly [string, YesNo])[] {
  const names = new Set(places.map(({ label }) => label));
  const eases = effects.filter(({ label }) => label === 'ease');
  const hurts = effects.filter(({ label }) => label === 'hurt' || label === 'worse');
  const turns = places.filter(({ from }) => [1, 2, 3].some((back) => findAt(language.positions.until, words, from - back))).map(({ label }) => label);
  // "I am fine until I walk" tells the opposite of "it hurts until I sit".
  if (turns.length > 0 && eases.length > 0) return turns.includes('upright') && hurts.length === 0 ? [['upright', 'yes']] : [];
  if (turns.includes('upright')) return [];
  if (turns.includes('seated')) return [['seated', 'yes'], ...(names.has('upright') && hurts.length > 0 ? [['upright', 'yes'] as const] : [])];
  const opposite = names.has('upright') && names.has('seated');
  if (opposite || names.has('apart') || (eases.length > 0 && hurts.some(({ label }) => label === 'worse'))) return [];
  if (effects.some(({ label }) => label === 'none')) return eases.length > 0 ? [] : eased(names, true, true, false);
  if (eases.length > 0) return eased(names, eases.every(({ from }) => denied(words, from, language)), eases.some(({ from }) => denied(words, from, language)), !limited && byWalking(places, eases, words, language));
  if (hurts.length === 0) return [];
  const worse = hurts.some(({ label }) => label === 'worse');
  // "No standing's murder" denies nothing: a "not" belongs to the effect when it stands after the position.
  if (hurts.some(({ from }) => denied(words, from, language, places.findLast((place) => place.to <= from)?.to))) return worse && names.has('upright') && names.size === 1 ? [['upright', 'no']] : [];
  if (names.has('upright') && !names.has('rest') && !names.has('forward') && !names.has('still')) return [['upright', 'yes']];
  // "If I sit the pain leaves me" has a pain and a seat too.
  const sits = places.some(({ label, from }) => label === 'seated' && hurts.some((hurt) => hurt.noun === undefined || (hurt.to <= from && from - hurt.to <= 3)));
  return names.has('seated') && names.size === 1 && (worse || sits) ? [['seated', 'no']] : [];
}

/** "Better when I walk", "walking helps"; "I walk better" may have another reason. */
function byWalking(places: readonly Mark[], eases: readonly Mark[], words: readonly Word[], language: Language): boolean {
  return places.some((place) => findAt(language.positions.doing, words, place.from) !== undefined || eases.some((ease) => ease.to <= place.from));
}

function eased(names: ReadonlySet<string>, none: boolean, some: boolean, walkingEases: boolean): (readonly [string, YesNo])[] {
  if (some && !none) return [];
  const value: YesNo = none ? 'no' : 'yes';
  const helped = (['seated', 'forward', 'still'] as const).filter((place) => names.has(place)).map((place) => [place, value] as const);
  if (helped.length > 0) return helped;
  // What eases after some steps or at a stop is not eased by walking, and walking that does not help need not hurt.
  return names.has('upright') && names.size === 1 && !none && walkingEases ? [['upright', 'no']] : [];
}
