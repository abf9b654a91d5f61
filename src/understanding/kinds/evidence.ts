import type { Language } from '../language.ts';
import { amountsIn } from '../text/amounts.ts';
import { labelsIn, type Label } from '../text/labels.ts';
import { ofAnother } from '../assertion/mention.ts';
import { denied, deniedBehind, deniedWithin } from '../assertion/negation.ts';
import { find, findAt } from '../text/phrases.ts';
import { pastFillers } from '../text/said.ts';
import type { Word } from '../text/words.ts';
import { agoIn } from '../when/ago.ts';
import type { Span } from '../when/span.ts';
import { classOf, medicinesIn } from './medicines.ts';

/** `neither` answers nothing, `doubt` takes the weight from a topic that is only named, `beside` gives it some. */
export type Stance = 'yes' | 'no' | 'unsure' | 'neither' | 'doubt' | 'beside';

/** What a phrase of the question says, and where; `topic`: it only names what the question is about. */
export type Evidence = { stance: Stance; from: number; topic: boolean };

type Figures = Readonly<Record<'yes' | 'no', readonly (readonly [number, number])[]>>;

/**
 * What the question's own phrases say from `start` on. A "not" before one turns its yes round and takes its no away, unless it
 * belongs to another phrase ("can not raise my toes"); the topic alone counts if nothing says more. A medicine that was stopped is a no
 * only if that was long ago.
 */
export function evidenceIn(words: readonly Word[], start: number, id: string, language: Language): Evidence[] {
  const meaning = language.meanings.get(id);
  if (!meaning) return [];
  const past = meaning.medicines.length > 0 && find(language['medicine-words'].longAgo, words) !== undefined;
  let since = 0;
  const evidence = labelsIn(meaning.phrases, words, start).flatMap((said: Label): Evidence[] => {
    const { label, from, to } = said;
    const used = since;
    const stance = label === 'neither' && past ? 'no' : stanceOf(label);
    if (stance !== 'no' && find(language.negation.before, words, from, to)) since = to;
    const within = deniedWithin(words, said, language);
    if (stance === 'no') return within || denied(words, from, language, Math.max(used, start)) ? [] : [{ stance, from, topic: false }];
    // "Never thought about it till my daughter said so" is no longer unsure.
    if (stance === 'unsure' && find(language.positions.until, words, to, to + 3)) return [];
    if (label === 'beside' && (within || denied(words, from, language, used))) return [];
    if (label !== 'yes' && label !== 'topic') return [{ stance, from, topic: false }];
    if (ofAnother(words, from, language)) return [];
    const before = denied(words, from, language, used);
    const isNegative = find(language.negation.before, words, from, to) !== undefined;
    // "I can't get hard and can't feel it" says both; "it's not that I can't feel it" may say anything.
    if (before && isNegative && !language.positions.joints.includes(words[from - 1]?.text ?? '')) return [];
    const not = within || (before && !isNegative) || deniedBehind(words, to, language);
    if (label === 'topic') return not ? [] : [{ stance: 'yes', from, topic: true }];
    return [{ stance: not ? 'no' : 'yes', from, topic: false }];
  });
  const taken = medicinesIn(words, language).filter(({ from, label }) => from >= start && meaning.medicines.includes(classOf(label, language) ?? ''));
  evidence.push(...taken.map(({ from }) => ({ stance: 'yes' as const, from, topic: false })), ...figuresIn(words, start, meaning, language));
  const told = evidence.filter(({ stance, topic }) => !topic && stance !== 'doubt' && stance !== 'beside');
  if (told.length > 0 || evidence.some(({ stance }) => stance === 'doubt')) return told;
  const topics = evidence.filter(({ topic }) => topic);
  return evidence.some(({ stance }) => stance === 'beside') ? topics.map((one) => ({ ...one, topic: false })) : topics;
}

/** "101.4 this morning": a number in figures that says yes or no by itself, and does not count hours or years. */
function figuresIn(words: readonly Word[], start: number, { figures }: { figures: Figures | undefined }, { numbers, times }: Language): Evidence[] {
  if (!figures) return [];
  return amountsIn(words, numbers).flatMap(({ from, to, min, max }): Evidence[] => {
    const lies = (ranges: Figures['yes']) => ranges.some(([low, high]) => min >= low && max <= high);
    if (from < start || to > from + 1 || !/^\d{2,3}(?:\.\d)?$/u.test(words[from]?.text ?? '') || times.units.has(words[to]?.text ?? '')) return [];
    return lies(figures.yes) ? [{ stance: 'yes', from, topic: false }] : lies(figures.no) ? [{ stance: 'no', from, topic: false }] : [];
  });
}

/** "I get blue but not like that": what is said after the "but", if it is one thing. */
export function saidAfterBut(words: readonly Word[], evidence: readonly Evidence[], language: Language): Stance | undefined {
  const but = words.findLastIndex((word) => language.negation.breaks.includes(word.text));
  const after = new Set(evidence.filter((one) => one.from > but).map(({ stance }) => stance));
  return but > 0 && after.size === 1 ? [...after][0] : undefined;
}

/** Something that happened is told by when or how often: yes, and no if all of it was too long ago for the question. */
export function happened(words: readonly Word[], id: string, language: Language, today: string): Stance | undefined {
  const meaning = language.meanings.get(id);
  if (!meaning?.event) return undefined;
  const { within } = meaning;
  const [count] = amountsIn(words, language.numbers);
  if (count?.from === pastFillers(words, 0, language) && count.to === words.length) return count.max > 0 ? 'yes' : 'no';
  const recent = find(language.times.recent, words);
  const times = agoIn(words, language, today);
  const isOver = ({ months }: Span) => months[0] > (within ?? Number.POSITIVE_INFINITY);
  // "Twice since Easter" may have been last week.
  const goesOn = ({ from }: Span) => [1, 2].some((back) => findAt(language.volunteered.since, words, from - back)) || findAt(language.volunteered.since, words, from) !== undefined;
  if (times.length > 0 && times.every((time) => isOver(time) && !goesOn(time))) return 'no';
  const told = [...(recent ? [recent] : []), ...times.filter((time) => !isOver(time))];
  return told.some(({ from }) => !denied(words, from, language) && !ofAnother(words, from, language)) ? 'yes' : undefined;
}

/** The stance a label of the language's files stands for. */
export function stanceOf(label: string): Stance {
  return label === 'yes' || label === 'no' || label === 'neither' || label === 'doubt' || label === 'beside' ? label : 'unsure';
}
