import type { Language } from '../language.ts';
import type { Asked } from '../reading.ts';
import { labelsIn } from '../text/labels.ts';
import { ofAnother } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { find, findAll, findAt } from '../text/phrases.ts';
import { pastFillers } from '../text/said.ts';
import type { Word } from '../text/words.ts';
import { eased, isRemedy, together, waitingIn, type Tells } from './effects.ts';
import { marksIn, overlaps, type Mark } from './marks.ts';
import { isTimed, partsOf, type Part } from './parts.ts';
import type { Sentence, Told } from './told.ts';

/** Places that walking and standing bear on. */
const bearing = new Set(['leg', 'thigh', 'calf', 'shin', 'buttock', 'low_back']);
const easing = new Set(['ease', 'free', 'long']);
/** Effects of a position that makes no difference. */
const unchanging = new Set(['same', 'always', 'equal']);
/** "I don't have to sit": with no more words than these it is said of the sentence before. */
const shortest = 2;
/** In words, from a "not" to the "have to lean" it denies; "I can't shop unless I lean" denies none. */
const nearest = 2;
/** In words, from a position to what comes of it. */
const farthest = 18;

const questionOf: Readonly<Record<string, string>> = { upright: 'worse_standing_walking', seated: 'relief_sitting', forward: 'relief_leaning', still: 'relief_standing_still' };

/**
 * What a sentence says walking, standing, sitting and leaning do: a position and its effect, side by side or one after
 * the other. A position with two effects, or an effect of two opposite positions, tells nothing.
 */
export function positionsIn(sentence: Sentence, asked: readonly Asked[], language: Language): Told[] {
  const words = sinceNow(sentence.words, language);
  const { mustSit, mustLean, mustLeanElse, mustSitElse, mustNotSit } = language.positions;
  if (sentence.asks || isPast(words, language) || ofAnother(words, words.length - 1, language)) return [];
  // "I can't walk a block without sitting down" has to sit.
  const isDoubled = ({ from }: Pick<Mark, 'from'>) => language.positions.without.includes(words[from]?.text ?? '') && denied(words, from - 1, language);
  const without = findAll(mustNotSit, words);
  const notSitting = without.filter((one) => !isDoubled(one));
  const otherwise = [...notSitting, ...findAll(mustSitElse, words)];
  const sitting = [...findAll(mustSit, words).filter((one) => !otherwise.some((not) => overlaps(one, not)) && !denied(words, one.from, language)), ...without.filter(isDoubled)];
  const bare = words.filter((_, at) => ![...notSitting, ...sitting].some(({ from, to }) => at >= from && at < to));
  const marks = marksIn(bare, language);
  const parts = partsOf(bare, marks, language);
  const found = toldBy(parts, language, bare);
  if (notSitting.length > 0 && (bare.length <= shortest || marks.some(({ label }) => label === 'still' || label === 'rest' || label === 'ease'))) found.push(['still', 'yes']);
  if (sitting.length > 0) {
    found.push(['seated', 'yes']);
    const bears = marks.some(({ label }) => label === 'hurt') && bearsOn(bare, language);
    if (bears || marks.some(({ label }) => label === 'upright') || bare.some(({ text }) => language.distances.units.has(text))) found.push(['upright', 'yes']);
  }
  if (find(mustLean, words) !== undefined && !find(mustLeanElse, words) && findAll(mustLean, words).every(({ from }) => !denied(words, from, language, from - nearest))) {
    found.splice(0, found.length, ...found.filter(([place]) => place !== 'forward'), ['forward', 'yes']);
    if (marks.some(({ label }) => label === 'upright') || (marks.some(({ label }) => label === 'hurt') && bearsOn(bare, language))) found.push(['upright', 'yes']);
  }
  if (found.some(([place, value]) => value === 'yes' && (place === 'seated' || place === 'forward')) && !found.some(([place]) => place === 'upright') && comesOn(parts, bare, language)) found.push(['upright', 'yes']);
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

/**
 * Whether a sentence tells what the legs or the back do on walking or standing, in words that are not known: "by the time I have walked
 * down and back my thighs are wet sand". Beside a sentence that tells what eases it, that is where it comes on.
 */
export function leadsUp({ words, asks }: Sentence, language: Language): boolean {
  if (asks || isPast(words, language) || ofAnother(words, words.length - 1, language)) return false;
  const marks = marksIn(words, language);
  return bearsOn(words, language) && marks.every(({ kind, label }) => kind === 'place' && label === 'upright') && partsOf(words, marks, language).some(({ leads, places }) => leads && places.every(({ from }) => !denied(words, from, language)));
}

/** Whether the legs, the buttocks or the low back are named. */
function bearsOn(words: readonly Word[], language: Language): boolean {
  const felt = language.options.get('locations');
  return felt !== undefined && labelsIn(felt, words).some(({ label }) => bearing.has(label));
}

/** Whether a sentence is about another time, or nothing that happened; "I was used to that" is not. */
function isPast(words: readonly Word[], { positions: { past, notPast } }: Language): boolean {
  const still = findAll(notPast, words);
  return findAll(past, words).some((one) => !still.some((not) => overlaps(one, not)));
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
  if (isPast(words, language) || marks.some(({ label }) => unchanging.has(label))) return Object.values(questionOf);
  return marks.some(({ label }) => label === 'apart' || label === 'start') ? ['worse_standing_walking', 'relief_sitting'] : [];
}

function toldBy(parts: readonly Part[], language: Language, words: readonly Word[]): Tells[] {
  return parts.flatMap((part, at) => {
    const before = parts[at - 1];
    if (part.effects.some(({ label }) => unchanging.has(label))) {
      // "It's there whatever I do, and worse at night."
      const always = part.effects.some(({ label }) => label === 'always') && parts.every((one) => one === part || one.places.length === 0 || one.effects.length === 0);
      if (always && part.places.length === 0) return [['upright', 'no'] as const, ['seated', 'no'] as const];
      const around = part.places.length > 0 ? [...parts.slice(at - 1, at), ...parts.slice(at + 1)].filter(({ effects }) => effects.length === 0) : parts.slice(0, at).filter(({ effects }) => effects.every(({ label }) => label === 'hurt'));
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
    // "I mow the whole yard because I lean on the mower."
    const because = before && part.effects.length === 0 && part.places.every(({ label }) => label === 'forward') && before.effects.length > 0 && before.effects.every(({ label, from }) => easing.has(label) && !denied(words, from, language));
    if (because && before.places.every(({ label }) => label === 'upright') && isReason(before, part, words, language)) return [['forward', 'yes'] as const];
    if (part.places.length > 0 && isRemedy(part, words, language)) return [];
    if (part.places.length > 0) return [...together(pushed.length > 0 ? { ...part, places: pushed } : part, words, language), ...stood(part, before, words, language)];
    return before && isNear(before, part) ? together({ ...part, places: waitingIn(before, part.timed, words, language), limited: true }, words, language).filter(([, value]) => value === 'yes') : [];
  });
}

/** "I walk and they go numb", beside what eases it: that is where it comes on. */
function comesOn(parts: readonly Part[], words: readonly Word[], language: Language): boolean {
  return parts.some((part, at) => {
    const next = parts[at + 1];
    const walks = part.effects.length === 0 && part.places.length > 0 && part.places.every(({ label, from }) => label === 'upright' && !denied(words, from, language));
    return walks && next !== undefined && next.places.length === 0 && next.effects.every(({ label, from }) => label === 'hurt' && !denied(words, from, language)) && isNear(part, next);
  });
}

function isReason(before: Part, { places, effects }: Part, words: readonly Word[], language: Language): boolean {
  const from = Math.max(...[...before.places, ...before.effects].map(({ to }) => to), 0);
  return find(language.positions.reasons, words, from, Math.min(...[...places, ...effects].map((mark) => mark.from))) !== undefined;
}

/** "I sit with my friend" and, many words later, "any afternoon is all right" have nothing to do with one another. */
function isNear({ places, effects }: Part, after: Part): boolean {
  const end = Math.max(...[...places, ...effects].map(({ to }) => to));
  return (after.effects[0]?.from ?? 0) - end <= farthest;
}

/** "Walking hurts, and sitting too": the effect of the part before. */
function alike({ places }: Part, { effects }: Part, words: readonly Word[], language: Language): Tells[] {
  if (effects.length === 0 || effects.some(({ from }) => denied(words, from, language))) return [];
  const names = new Set(places.map(({ label }) => label));
  if (effects.every(({ label }) => label === 'ease')) return eased(names, false, false, false);
  if (names.size !== 1 || effects.some(({ label }) => label !== 'hurt' && label !== 'worse')) return [];
  return [...names].map((name) => [name, name === 'upright' ? 'yes' : 'no'] as const);
}

/** "I can't stand in my kitchen, ten minutes and they burn until I sit": standing was told before the burning. */
function stood({ places, effects, timed }: Part, before: Part | undefined, words: readonly Word[], language: Language): Tells[] {
  const [first] = effects;
  const behind = first && timed && before && effects.every(({ label }) => label === 'hurt') && places.every(({ from, label }) => from > first.from && label !== 'upright');
  return behind && waitingIn(before, true, words, language).some(({ label }) => label === 'upright') ? [['upright', 'yes']] : [];
}

function isStart({ places }: Part): boolean {
  return places.some(({ label }) => label === 'start');
}
