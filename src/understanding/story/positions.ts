import type { Language } from '../language.ts';
import type { Asked } from '../reading.ts';
import { ofAnother } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { find, findAll, findAt } from '../text/phrases.ts';
import { pastFillers } from '../text/said.ts';
import type { Word } from '../text/words.ts';
import { marksIn, overlaps, type Mark } from './marks.ts';
import { isTimed, partsOf, type Part } from './parts.ts';
import type { Sentence, Told } from './told.ts';

type YesNo = 'yes' | 'no';
/** "I don't have to sit": with no more words than these it is said of the sentence before. */
const shortest = 2;
/** In words, from a position to what comes of it. */
const farthest = 14;

const questionOf: Readonly<Record<string, string>> = { upright: 'worse_standing_walking', seated: 'relief_sitting', forward: 'relief_leaning', still: 'relief_standing_still' };

/**
 * What a sentence says walking, standing, sitting and leaning do: a position and its effect, side by side or one after
 * the other. A position with two effects, or an effect of two opposite positions, tells nothing.
 */
export function positionsIn(sentence: Sentence, asked: readonly Asked[], language: Language): Told[] {
  const words = sinceNow(sentence.words, language);
  const { past, mustSit, mustSitElse, mustNotSit } = language.positions;
  if (sentence.asks || find(past, words) || ofAnother(words, words.length - 1, language)) return [];
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

/**
 * Whether a sentence tells what came of a position that the sentence before it named: "I stand at the sink. Ten minutes and they burn",
 * "I bend over the counter. That helps.", "So does sitting."
 */
export function hangsOnLast({ words }: Sentence, language: Language): boolean {
  const marks = marksIn(words, language);
  const first = marks.find(({ kind }) => kind === 'effect');
  const begins = pastFillers(words, 0, language);
  if (!first) return marks.length > 0 && findAt(language.positions.alike, words, begins) !== undefined;
  if (marks.some(({ kind }) => kind === 'place')) return false;
  const opens = findAt(language.positions.carries, words, begins) !== undefined;
  return first.label === 'ease' ? opens : first.label === 'hurt' && isTimed(words, 0, first.from, language);
}

/** Of "she used to walk for miles and now her legs give out", what holds now. */
function sinceNow(words: readonly Word[], language: Language): readonly Word[] {
  const past = find(language.positions.past, words);
  const now = past && find(language.mentions.now, words, past.to);
  return now ? words.slice(now.from) : words;
}

/** The questions that a phrase found in this sentence may answer wrongly, because of how it speaks of positions: "when I stand up from sitting". */
export function muddled({ words }: Sentence, language: Language): string[] {
  const marks = marksIn(words, language);
  if (find(language.positions.past, words) !== undefined || marks.some(({ label }) => label === 'same' || label === 'equal')) return Object.values(questionOf);
  return marks.some(({ label }) => label === 'apart' || label === 'start') ? ['worse_standing_walking', 'relief_sitting'] : [];
}

function toldBy(parts: readonly Part[], language: Language, words: readonly Word[]): (readonly [string, YesNo])[] {
  return parts.flatMap((part, at) => {
    const before = parts[at - 1];
    if (part.effects.some(({ label }) => label === 'same' || label === 'equal')) {
      const around = part.places.length > 0 ? parts.slice(at + 1).filter(({ effects }) => effects.length === 0) : parts.slice(0, at).filter(({ effects }) => effects.every(({ label }) => label === 'hurt'));
      const where = [part, ...around].flatMap(({ places }) => places);
      const forward = where.some(({ label }) => label === 'forward' || label === 'still');
      // "Standing is just as bad" says that it hurts.
      const alone = part.effects.some(({ label }) => label === 'equal') && where.every(({ label }) => label === 'upright');
      return alone ? [] : where.filter(({ label }) => !forward || label !== 'upright').map(({ label }) => [label, 'no'] as const);
    }
    // "Worse sitting and bending"; but "when I walk and sit down, it goes" tells only of the sitting what comes next.
    if (part.alike && part.effects.length === 0) return before && parts[at + 1]?.places.length !== 0 ? alike(part, before, words, language) : [];
    // "The first steps are murder, then it frees up": walking is what eases.
    const loosens = part.effects.some(({ label, from }) => label === 'ease' && !denied(words, from, language));
    if (loosens && (isStart(part) || (part.places.length === 0 && before !== undefined && isStart(before)))) return [['upright', 'no'] as const];
    // "I push the cart, because I walk better with it": the cart is what eases.
    const pushed = before && isReason(before, part, words, language) && part.effects.some(({ label }) => label === 'ease') && part.places.every(({ label }) => label === 'upright') ? waitingIn(before, false, words, language).filter(({ label }) => label === 'forward') : [];
    if (part.places.length > 0 && isRemedy(part, words, language)) return [];
    if (part.places.length > 0) return [...together(pushed.length > 0 ? { ...part, places: pushed } : part, words, language), ...stood(part, before, words, language)];
    return before && isNear(before, part) ? together({ ...part, places: waitingIn(before, part.timed, words, language), limited: true }, words, language).filter(([, value]) => value === 'yes') : [];
  });
}

function isReason(before: Part, { places, effects }: Part, words: readonly Word[], language: Language): boolean {
  const from = Math.max(...before.places.map(({ to }) => to), 0);
  return find(language.positions.reasons, words, from, Math.min(...[...places, ...effects].map((mark) => mark.from))) !== undefined;
}

/** "I sit with my friend" and, many words later, "any afternoon is all right" have nothing to do with one another. */
function isNear({ places, effects }: Part, after: Part): boolean {
  const end = Math.max(...[...places, ...effects].map(({ to }) => to));
  return (after.effects[0]?.from ?? 0) - end <= farthest;
}

/** "Walking hurts, and sitting too": the effect of the part before. */
function alike({ places }: Part, { effects }: Part, words: readonly Word[], language: Language): (readonly [string, YesNo])[] {
  if (effects.length === 0 || effects.some(({ from }) => denied(words, from, language))) return [];
  const names = new Set(places.map(({ label }) => label));
  if (effects.every(({ label }) => label === 'ease')) return eased(names, false, false, false);
  if (names.size !== 1 || effects.some(({ label }) => label !== 'hurt' && label !== 'worse')) return [];
  return [...names].map((name) => [name, name === 'upright' ? 'yes' : 'no'] as const);
}

/** "I can't stand in my kitchen, ten minutes and they burn until I sit": standing was told before the burning. */
function stood({ places, effects, timed }: Part, before: Part | undefined, words: readonly Word[], language: Language): (readonly [string, YesNo])[] {
  const [first] = effects;
  const behind = first && timed && before && effects.every(({ label }) => label === 'hurt') && places.every(({ from, label }) => from > first.from && label !== 'upright');
  return behind && waitingIn(before, true, words, language).some(({ label }) => label === 'upright') ? [['upright', 'yes']] : [];
}

function isStart({ places }: Part): boolean {
  return places.some(({ label }) => label === 'start');
}

/** The positions whose effect is told in the next part: "walk a bit, legs go dead", "fine for ten minutes, then they go". */
function waitingIn({ places, effects, limited }: Part, timed: boolean, words: readonly Word[], language: Language): Mark[] {
  if (isRemedy({ places, effects }, words, language)) return places;
  if (effects.some(({ label }) => label !== 'ease')) return [];
  if (effects.length > 0) return limited && places.every(({ label }) => label === 'upright') ? places : [];
  return places.every(({ label }) => label !== 'upright') || limited || timed ? places : [];
}

/** "I sit when they tire, and they are fine": what one does when it hurts. */
function isRemedy({ places, effects }: Pick<Part, 'places' | 'effects'>, words: readonly Word[], language: Language): boolean {
  const whenever = ({ from }: Mark) => [1, 2, 3, 4].some((back) => findAt(language.positions.whenever, words, from - back));
  return effects.length > 0 && effects.every((effect) => effect.label === 'hurt' && whenever(effect) && places.every(({ label, to }) => label !== 'upright' && to < effect.from));
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
  if (opposite || names.has('apart') || names.has('start') || (eases.length > 0 && hurts.some(({ label }) => label === 'worse'))) return [];
  if (effects.some(({ label }) => label === 'none')) return eases.length > 0 ? [] : eased(names, true, true, false);
  if (eases.length > 0) return eased(names, eases.every(({ from }) => denied(words, from, language)), eases.some(({ from }) => denied(words, from, language)), !limited && byWalking(places, eases, words, language));
  if (hurts.length === 0) return [];
  const worse = hurts.some(({ label }) => label === 'worse');
  // "No standing's murder" denies nothing: a "not" belongs to the effect when it stands after the position.
  if (hurts.some(({ from }) => denied(words, from, language, places.findLast((place) => place.to <= from)?.to))) return worse && names.has('upright') && names.size === 1 ? [['upright', 'no']] : painless(places, hurts, words, language);
  if (names.has('upright') && !names.has('rest') && !names.has('forward') && !names.has('still')) return [['upright', 'yes']];
  // "If I sit the pain leaves me" has a pain and a seat too.
  const sits = places.some(({ label, from }) => label === 'seated' && hurts.some((hurt) => hurt.noun === undefined || (hurt.to <= from && from - hurt.to <= 3)));
  if (names.size !== 1) return [];
  if (names.has('forward')) return worse ? [['forward', 'no']] : [];
  return names.has('seated') && (worse || sits) ? [['seated', 'no']] : [];
}

/** "They don't burn when I sit"; but "I can't sit without pain" denies the sitting too. */
function painless(places: readonly Mark[], hurts: readonly Mark[], words: readonly Word[], language: Language): (readonly [string, YesNo])[] {
  const plain = places.every(({ label, from }) => (label === 'seated' || label === 'forward') && !denied(words, from, language));
  return plain && hurts.every(({ from }) => denied(words, from, language, from - 2)) ? places.map(({ label }) => [label, 'yes'] as const) : [];
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
