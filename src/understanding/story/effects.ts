import type { Language } from '../language.ts';
import { denied } from '../assertion/negation.ts';
import { labelsIn } from '../text/labels.ts';
import { find, findAt } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';
import type { Mark } from './marks.ts';
import type { Part } from './parts.ts';

type YesNo = 'yes' | 'no';
/** A position, and whether the question about it is answered with yes or no. */
export type Tells = readonly [place: string, value: YesNo];

const unavoidable: ReadonlyMap<string, Tells> = new Map([['upright', ['upright', 'yes']], ['seated', ['seated', 'no']]]);

/** The positions whose effect is told in the next part: "walk a bit, legs go dead", "fine for ten minutes, then they go". */
export function waitingIn({ places, effects, limited, leads }: Part, timed: boolean, words: readonly Word[], language: Language): Mark[] {
  if (isRemedy({ places, effects }, words, language)) return places;
  if (effects.some(({ label }) => label !== 'ease')) return [];
  if (effects.length > 0) return limited && places.every(({ label }) => label === 'upright') ? places : [];
  return places.every(({ label }) => label !== 'upright') || leads || timed ? places : [];
}

/** "I sit when they tire, and they are fine": what one does when it hurts. */
export function isRemedy({ places, effects }: Pick<Part, 'places' | 'effects'>, words: readonly Word[], language: Language): boolean {
  const whenever = ({ from }: Mark) => [1, 2, 3, 4].some((back) => findAt(language.positions.whenever, words, from - back));
  return effects.length > 0 && effects.every((effect) => effect.label === 'hurt' && whenever(effect) && places.every(({ label, to }) => label !== 'upright' && to < effect.from));
}

/** What one part tells: better or worse, of the one position it names. */
export function together({ places, effects, limited, short }: Part, words: readonly Word[], language: Language): Tells[] {
  const names = new Set(places.map(({ label }) => label));
  const free = effects.filter((effect) => isFree(effect, words, language));
  const eases = [...effects.filter(({ label }) => label === 'ease'), ...(names.has('seated') ? free.filter(({ label }) => label === 'free') : free)];
  const hurts = effects.filter(({ label }) => label === 'hurt' || label === 'worse');
  if (isUnavoidable(places, [...hurts, ...effects.filter((effect) => isPainless(effect, words, language))], words, language)) return names.size === 1 ? [...unavoidable].filter(([name]) => names.has(name)).map(([, tells]) => tells) : [];
  const turns = places.filter(({ from }) => [1, 2, 3].some((back) => findAt(language.positions.until, words, from - back))).map(({ label }) => label);
  // "I am fine until I walk" tells the opposite of "it hurts until I sit".
  if (turns.length > 0 && eases.length > 0) return turns.includes('upright') && hurts.length === 0 ? [['upright', 'yes']] : [];
  if (turns.includes('upright')) return [];
  if (turns.includes('seated')) return [['seated', 'yes'], ...(names.has('upright') && hurts.length > 0 ? [['upright', 'yes'] as const] : [])];
  const opposite = names.has('upright') && names.has('seated');
  if (opposite || names.has('apart') || names.has('start') || (eases.length > 0 && hurts.some(({ label }) => label === 'worse'))) return [];
  if (effects.some(({ label }) => label === 'none')) return eases.length > 0 ? [] : eased(names, true, true, false);
  if (eases.length > 0) return eased(names, eases.every(({ from }) => denied(words, from, language)), eases.some(({ from }) => denied(words, from, language)), free.length > 0 ? !short && places.some(({ from }) => findAt(language.positions.walking, words, from)) : !limited && byWalking(places, eases, words, language));
  if (hurts.length === 0) return [];
  const worse = hurts.some(({ label }) => label === 'worse');
  // "No standing's murder" denies nothing: a "not" belongs to the effect when it stands after the position.
  if (hurts.some(({ from }) => denied(words, from, language, places.findLast((place) => place.to <= from)?.to))) return worse && names.has('upright') && names.size === 1 ? [['upright', 'no']] : painless(places, hurts, words, language);
  if (names.has('upright') && !names.has('rest') && !names.has('forward') && !names.has('still')) return [['upright', 'yes']];
  if (names.has('still') && names.size === 1) return [['upright', 'yes'], ['still', 'no']];
  // "If I sit the pain leaves me" has a pain and a seat too.
  const sits = places.some(({ label, from }) => label === 'seated' && hurts.some((hurt) => !isNamed(hurt, from, words, language) && (hurt.noun === undefined || (hurt.to <= from && from - hurt.to <= 3))));
  if (names.size !== 1) return [];
  if (names.has('forward')) return worse ? [['forward', 'no']] : [];
  return names.has('seated') && (worse || sits) ? [['seated', 'no']] : [];
}

/** "I can't walk without my legs going to jelly": two of them are none. */
function isUnavoidable(places: readonly Mark[], hurts: readonly Mark[], words: readonly Word[], language: Language): boolean {
  return places.some((place) => denied(words, place.from, language) && hurts.some((hurt) => words.slice(place.to, hurt.from + 1).some(({ text, clause }) => clause === words[place.from]?.clause && language.positions.without.includes(text))));
}

/** "The aching in my legs leaves when I sit": what a pain does that is named first, a verb must tell. */
function isNamed({ from, to }: Mark, place: number, words: readonly Word[], language: Language): boolean {
  return to <= place && language.positions.named.includes(words[from - 1]?.text ?? '');
}

/** "Walking is no problem", "I can stand all day"; but somebody on his feet all day need not be free of pain. */
function isFree({ label, from }: Mark, words: readonly Word[], language: Language): boolean {
  const clause = words.filter((word) => word.clause === words[from]?.clause);
  return (label === 'free' || (label === 'long' && find(language.positions.able, clause) !== undefined)) && !denied(words, language.positions.without.includes(words[from]?.text ?? '') ? from - 1 : from, language);
}

/** "Without pain"; what goes "without stopping" need not be free of it. */
function isPainless({ label, from, to }: Mark, words: readonly Word[], language: Language): boolean {
  const symptoms = language.options.get('symptoms');
  return label === 'free' && symptoms !== undefined && language.positions.without.includes(words[from]?.text ?? '') && labelsIn(symptoms, words.slice(from, to)).length > 0;
}

/** "They don't burn when I sit"; but "I can't sit without pain" denies the sitting too. */
function painless(places: readonly Mark[], hurts: readonly Mark[], words: readonly Word[], language: Language): Tells[] {
  // "Nothing hurts when I sit": the "not" is the pain's.
  const used = (from: number) => hurts.findLast(({ to }) => to <= from)?.to;
  const plain = places.every(({ label, from }) => (label === 'seated' || label === 'forward') && !denied(words, from, language, used(from)));
  return plain && hurts.every(({ from }) => denied(words, from, language, from - 2)) ? places.map(({ label }) => [label, 'yes'] as const) : [];
}

/** "Better when I walk", "walking helps"; "I walk better" may have another reason. */
function byWalking(places: readonly Mark[], eases: readonly Mark[], words: readonly Word[], language: Language): boolean {
  return places.some((place) => findAt(language.positions.doing, words, place.from) !== undefined || eases.some((ease) => ease.to <= place.from));
}

export function eased(names: ReadonlySet<string>, none: boolean, some: boolean, walkingEases: boolean): Tells[] {
  if (some && !none) return [];
  const value: YesNo = none ? 'no' : 'yes';
  const helped = (['seated', 'forward', 'still'] as const).filter((place) => names.has(place)).map((place) => [place, value] as const);
  if (helped.length > 0) return helped;
  // What eases after some steps or at a stop is not eased by walking, and walking that does not help need not hurt.
  return names.has('upright') && names.size === 1 && !none && walkingEases ? [['upright', 'no']] : [];
}
