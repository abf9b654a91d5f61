import type { Value } from '../../dialog/value.ts';
import type { Language } from '../language.ts';
import { exact, read, unread, type Asked, type Reading } from '../reading.ts';
import { amountsIn } from '../text/amounts.ts';
import { labelAt, labelsIn, type Label } from '../text/labels.ts';
import { isElsewhere, ofAnother, saidOfNow } from '../assertion/mention.ts';
import { denied, deniedBehind, deniedWithin } from '../assertion/negation.ts';
import { leavesOut, saidInstead, unspared } from '../assertion/spared.ts';
import { find, findAt } from '../text/phrases.ts';
import { pastFillers, type Said } from '../text/said.ts';
import { plain, type Word } from '../text/words.ts';
import { labelsNamed } from './label.ts';

/** An option by its number or its label, or several of them for `choices`; undefined when the words are neither. */
export function readOption(said: Said, asked: Asked, language: Language): Reading | undefined {
  if (asked.options.length === 0) return undefined;
  const label = asked.options.find((option) => bare(option.label) === bare(said.text) || option.id === bare(said.text));
  if (label) return exact(valueOf([label.id], asked));
  const numbers = optionNumbers(said, language);
  if (!numbers) return undefined;
  // Where the options are numbers themselves, a number is what it says and no place in the list.
  const counted = asked.options.some((option) => /^\d+$/u.test(option.label));
  const chosen = numbers.map((number) => (counted ? countedBy(number, asked) : asked.options[number - 1]));
  if (counted && (chosen.length > 1 || chosen.includes(undefined))) return undefined;
  if (chosen.some((option) => option === undefined) || (numbers.length > 1 && asked.type !== 'choices')) return unread('not-an-option');
  return exact(valueOf(chosen.flatMap((option) => option?.id ?? []), asked));
}

/** The option that is this number, or the last one that begins with a number where it is no less: "4 or more" for a five. */
function countedBy(number: number, { options }: Asked): Asked['options'][number] | undefined {
  const open = options.findLast(({ label }) => /^\d/u.test(label));
  const least = /^\d+(?= \D)/u.exec(open?.label ?? '')?.[0];
  return options.find(({ label }) => label === String(number)) ?? (least !== undefined && number >= Number(least) ? open : undefined);
}

/** The option or options the patient's words mean, by the phrases the language holds for the question; one that is the whole message is exact. */
export function readChoice({ words, asks }: Said, asked: Asked, language: Language): Reading {
  const meanings = language.options.get(asked.id);
  const offered = new Set(asked.options.map((option) => option.id));
  const all = meanings ? labelsIn(meanings, words) : [];
  const known = all.filter(({ label }) => label === 'none' || offered.has(label) || unionsOf(label, asked, language).length > 0);
  const isPlace = language.choosing.ofPlace.includes(asked.id);
  const labels = isPlace ? unspared(known, words, language) : known;
  if (asks || (isPlace && leavesOut(words, language))) return unread('unclear');
  if (asked.type === 'choices') {
    const open = labels.filter((one) => one.label === 'none' || !(denied(words, one.from, language) || deniedBehind(words, one.to, language) || deniedWithin(words, one, language)));
    // "A walker after surgery, nothing now", "was on a walker, now a cane", but not "now and then".
    const changed = open.some(({ label }) => label === 'none') || find(language.choosing.before, words) !== undefined;
    const today = changed && !find(language.choosing.often, words) ? saidOfNow(open, words, language) : open;
    // "No MRI because of my pacemaker" says nothing of other scans.
    const denies = ({ label, to }: Label) => label === 'none' && labels.some((other) => other.label !== 'none' && other.from === to);
    const named = today.filter((one) => !denies(one) && (one.label === 'none' || !isElsewhere(words, one.from, language))).map(({ label }) => label);
    // A rollator is no walker beside it, although it is called one "with a seat".
    const apart = words.filter((_, at) => !all.some(({ from, to }) => to - from > 1 && at >= from && at < to));
    const refused = new Set(known.map(({ label }) => label).filter((label) => !named.includes(label)));
    const several = [...named, ...labelsNamed(apart, asked, language).filter((id) => !refused.has(id))];
    if (find(language.outcomes.allBut, words)) return unread('unclear');
    const doubted = several.some((id) => id !== 'none') ? isTakenBack(open, words, language) : open.length > named.length || isHedged(words, language);
    const perhaps = doubted ? severalOf(open.map(({ label }) => label), asked) : undefined;
    return doubted ? unread('unclear', perhaps?.ok ? [perhaps.value] : []) : severalOf(several, asked);
  }
  const instead = isPlace ? saidInstead(labels, words, language) : undefined;
  if (instead && offered.has(instead.label)) return read(instead.label);
  const own = language.choosing.ofSelf.includes(asked.id) ? labels.filter(({ from }) => !ofAnother(words, from, language)) : labels;
  const held = own.filter((label, at) => holds(label, own[at - 1]?.to ?? 0, words, language));
  const chosen = held.length > 1 ? held.filter(({ to }) => !findAt(language.choosing.fine, words, to)) : held;
  const named = [...new Set(meanings ? chosen.map(({ label }) => label) : labelsNamed(words, asked, language))];
  // "I am the daughter, my mother can not see": who is only named beside what was meant.
  const meant = named.filter((label) => offered.has(label) || !unionsOf(label, asked, language).some((whole) => named.includes(whole)));
  const one = together(meant, chosen, words, asked, language) ?? prevailing(meant, own, words, language) ?? lastWord(own, words, language);
  const [only] = labels;
  const whole = labels.length === 1 && only?.from === pastFillers(words, 0, language) && pastFillers(words, only.to, language) === words.length;
  if (one && offered.has(one)) return whole ? exact(one) : read(one, meant.length === 1);
  const guesses = meant.flatMap((id) => (offered.has(id) ? [id] : unionsOf(id, asked, language)));
  return guesses.length > 1 ? unread('unclear', [...new Set(guesses)]) : unread(guesses.length === 0 ? 'not-an-option' : 'unclear', guesses);
}

/** The message begins with a phrase for an option: "no problem" is not the "no" it begins with. */
export function beginsWithOption({ words }: Said, asked: Asked, language: Language): boolean {
  const meanings = language.options.get(asked.id);
  return meanings !== undefined && [0, pastFillers(words, 0, language)].some((at) => labelAt(meanings, words, at) !== undefined);
}

/** "They gave me a walker but I don't use it": what was named is not so after all. */
function isTakenBack(labels: readonly Label[], words: readonly Word[], language: Language): boolean {
  const first = labels.find(({ label }) => label !== 'none');
  return first !== undefined && find(language.mentions.unused, words, first.to) !== undefined;
}

/** "None, well maybe 2" counts something after all. */
function isHedged(words: readonly Word[], language: Language): boolean {
  return amountsIn(words, language.numbers).length > 0;
}

function severalOf(meant: readonly string[], asked: Asked): Reading {
  const none = asked.options.find((option) => option.exclusive || option.id === 'none')?.id;
  const chosen = meant.filter((id) => id !== 'none' && id !== none);
  if (chosen.length > 0) return read(valueOf(chosen, asked));
  return none !== undefined && (meant.includes('none') || meant.includes(none)) ? read([none]) : unread('not-an-option');
}

/** Neither denied nor over: "used to be the back". */
function holds(one: Label, since: number, words: readonly Word[], language: Language): boolean {
  const { from, label } = one;
  const over = [1, 2, 3, 4, 5].some((back) => {
    const past = findAt(language.choosing.before, words, from - back);
    return past !== undefined && past.to >= from - 1 && words[past.from]?.clause === words[from]?.clause;
  });
  return label === 'none' || (!over && !denied(words, from, language, since) && !deniedWithin(words, one, language));
}

/** The options that are this and another thing together: what gets worse is in one leg or in both. */
function unionsOf(part: string, asked: Asked, { choosing }: Language): string[] {
  return asked.options.map(({ id }) => id).filter((id) => choosing.together[id]?.includes(part));
}

/** "Left and right, both": the one that holds although others are named, but for "both the same, but more the back". */
function prevailing(meant: readonly string[], labels: readonly Label[], words: readonly Word[], language: Language): string | undefined {
  const { choosing } = language;
  const whole = choosing.prevailing.find((id) => meant.includes(id));
  const after = whole !== undefined && choosing.joined.includes(whole) ? lastWord(labels, words, language) : undefined;
  return after ?? whole;
}

/** The only option meant, or the one that the others together are: "left and right". */
function together(meant: readonly string[], labels: readonly Label[], words: readonly Word[], asked: Asked, language: Language): string | undefined {
  if (meant.length === 1) return meant[0];
  const union = Object.entries(language.choosing.together).find(([, parts]) => meant.length > 1 && meant.every((id) => parts.includes(id)))?.[0];
  const offered = union !== undefined && asked.options.some((option) => option.id === union);
  // "The back is nothing to the legs" names both, and does not say that they are equal.
  return offered && (!language.choosing.joined.includes(union) || areJoined(labels, words, language)) ? union : undefined;
}

/** Nothing stands between the options but what joins them, and nothing is told of the last: "left and right", but not "the legs, the back I can live with". */
function areJoined(labels: readonly Label[], words: readonly Word[], language: Language): boolean {
  const { joints, or, small } = language.choosing;
  const joining = new Set([...joints, ...or, ...small]);
  const between = labels.every(({ from }, at) => at === 0 || words.slice(labels[at - 1]?.to, from).every(({ text }) => joining.has(text)));
  return between && pastFillers(words, labels.at(-1)?.to ?? 0, language) >= words.length;
}

/** "It was the left, but now it is the right": the option that stands alone after the "but". */
function lastWord(labels: readonly { label: string; from: number }[], words: readonly Word[], language: Language): string | undefined {
  const but = words.findLastIndex((word) => language.negation.breaks.includes(word.text));
  const after = new Set(labels.filter(({ from }) => from > but && !denied(words, from, language)).map(({ label }) => label));
  return but >= 0 && after.size === 1 ? [...after][0] : undefined;
}

/** One option, or for `choices` the list; an exclusive option stands alone. */
export function valueOf(ids: readonly string[], asked: Asked): Value {
  if (asked.type !== 'choices') return ids[0] ?? null;
  const exclusive = asked.options.find((option) => option.exclusive && ids.includes(option.id));
  return exclusive && ids.length === 1 ? [exclusive.id] : [...new Set(ids)].filter((id) => id !== exclusive?.id);
}

/** The whole numbers of a message that holds nothing else: "2", "#2", "option two", "1 and 3", "the second one". */
function optionNumbers({ typed }: Said, language: Language): number[] | undefined {
  const { joints: around, places, one } = language.choosing;
  const joints = new Set(['#', '+', '-', '/', ...around]);
  const placeOf = (at: number) => places[typed[at]?.text ?? ''];
  const start = pastFillers(typed, 0, language);
  const words = typed.flatMap((word, at) => {
    const place = placeOf(at);
    const left = at < start || joints.has(word.text) || (one.includes(word.text) && placeOf(at - 1) !== undefined);
    return left ? [] : [place === undefined ? word : { ...word, text: String(place) }];
  });
  const found = amountsIn(words, language.numbers);
  const covered = found.reduce((sum, amount) => sum + amount.to - amount.from, 0);
  if (found.length === 0 || covered !== words.length) return undefined;
  const numbers = found.map(({ min, max }) => (min === max ? min : Number.NaN));
  return numbers.every((number) => Number.isInteger(number)) ? numbers : undefined;
}

function bare(text: string): string {
  return plain(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
