import type { Language } from '../language.ts';
import { exact, read, unread, type Reading } from '../reading.ts';
import { labelAt, labelsIn, type Label } from '../text/labels.ts';
import { amountsIn } from '../text/amounts.ts';
import { denied, ofAnother } from '../text/negation.ts';
import { find } from '../text/phrases.ts';
import { pastFillers, type Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';
import { agoIn } from '../when/ago.ts';
import { classOf, medicinesIn } from './medicines.ts';

type Stance = 'yes' | 'no' | 'unsure' | 'neither' | 'doubt';

/**
 * Yes, no or not sure: a plain word at the beginning, or what the question's own phrases say ("my toes get numb").
 * When the two disagree nothing is stored and both are offered, unless a "but" says which one counts.
 * @param id the question, whose phrases the language may hold
 * @param today `YYYY-MM-DD`, for what happened too long ago to count
 */
export function readYesNo({ text, words, asks }: Said, id: string, language: Language, today: string): Reading {
  const letter = language['yes-no'].letters[text.trim().toLowerCase()];
  if (letter) return exact(letter);
  const start = pastFillers(words, 0, language);
  const plain = plainAt(words, start, id, language);
  if (plain && pastFillers(words, plain.to, language) >= words.length) return exact(plain.stance);
  if (asks && !plain) return unread('unclear');
  const evidence = evidenceIn(words, plain?.to ?? 0, id, language);
  if (evidence.some(({ stance }) => stance === 'neither')) return unread('unclear');
  const said = new Set(evidence.map(({ stance }) => stance));
  const last = lastWord(words, language);
  const clear = plain?.stance === 'unsure' && plain.alone && said.size === 1 && evidence.some(({ topic }) => !topic) ? evidence[0] : undefined;
  if (clear) return read(clear.stance, false);
  if (plain) return last === plain.stance ? read(last) : withEvidence(plain.stance, words, plain.to, evidence, language);
  if (said.has('unsure') || (said.has('yes') && said.has('no'))) return afterBut(words, evidence, language) ?? (said.has('unsure') ? read('unsure') : unread('unclear', ['yes', 'no']));
  const [only] = said;
  if (last && (only === undefined || evidence.every(({ topic }) => topic))) return read(last);
  const when = happened(words, id, language, today);
  if (when && only !== 'no') return read(when);
  if (only) return last && last !== only ? unread('unclear', ['yes', 'no']) : read(only);
  return unread('unclear');
}

/** What a plain beginning and the question's own phrases say together. */
function withEvidence(stance: Stance, words: readonly Word[], from: number, evidence: readonly Evidence[], language: Language): Reading {
  const against = evidence.filter((one) => one.stance !== stance && one.stance !== 'unsure' && !one.topic);
  if (against.length === 0 || stance === 'unsure') return read(stance);
  const agreed = evidence.some((one) => one.stance === stance);
  const but = words.findIndex((word, at) => at >= from && language.negation.breaks.includes(word.text));
  if (but >= 0 && !agreed && against.every((one) => one.from > but)) return read(against[0]?.stance ?? stance, false);
  return agreed ? read(stance, false) : unread('unclear', ['yes', 'no']);
}

type Evidence = { stance: Stance; from: number; topic: boolean };

/** What the question's own phrases say, turned round by a "not" before them; its topic alone counts if nothing says more. */
function evidenceIn(words: readonly Word[], start: number, id: string, language: Language): Evidence[] {
  const meaning = language.meanings.get(id);
  if (!meaning) return [];
  let said = 0;
  const evidence = labelsIn(meaning.phrases, words, start).flatMap((label: Label): Evidence[] => {
    const before = said;
    said = label.to;
    const { from } = label;
    if (label.label !== 'yes' && label.label !== 'topic') return [{ stance: stanceOf(label.label), from, topic: false }];
    if (meaning.own && ofAnother(words, from, language)) return [];
    const not = denied(words, from, language, before);
    return label.label === 'topic' ? (not ? [] : [{ stance: 'yes', from, topic: true }]) : [{ stance: not ? 'no' : 'yes', from, topic: false }];
  });
  const taken = medicinesIn(words, language).filter(({ from, label }) => from >= start && meaning.medicines.includes(classOf(label, language) ?? ''));
  evidence.push(...taken.map(({ from }) => ({ stance: 'yes' as const, from, topic: false })));
  const told = evidence.filter(({ stance, topic }) => !topic && stance !== 'doubt');
  return told.length > 0 || evidence.some(({ stance }) => stance === 'doubt') ? told : evidence;
}

/** "I get blue but not like that": what stands after the "but" counts, if it is clear. */
function afterBut(words: readonly Word[], evidence: readonly Evidence[], language: Language): Reading | undefined {
  const but = words.findLastIndex((word) => language.negation.breaks.includes(word.text));
  const after = new Set(evidence.filter((one) => one.from > but).map(({ stance }) => stance));
  const [only] = after;
  return but >= 0 && after.size === 1 && only ? read(only, false) : undefined;
}

/** The plain yes, no or unsure that begins at this word, if no longer phrase of the question itself does. */
function plainAt(words: readonly Word[], at: number, id: string, language: Language): { stance: Stance; to: number; alone: boolean } | undefined {
  const own = language.meanings.get(id);
  const plain = labelAt(language['yes-no'].plain, words, at);
  const alone = labelAt(language['yes-no'].alone, words, at);
  const chosen = alone && endsThere(words, alone.to, language) && alone.to >= (plain?.to ?? 0) ? alone : plain;
  const longer = own && labelAt(own.phrases, words, at);
  return !chosen || (longer && longer.to > chosen.to) ? undefined : { stance: stanceOf(chosen.label), to: chosen.to, alone: chosen === alone };
}

/** The clause ends here, or goes on to say when or why: "a little, when I sit". */
function endsThere(words: readonly Word[], at: number, language: Language): boolean {
  return words[at]?.clause !== words[at - 1]?.clause || language['yes-no'].goesOn.includes(words[at]?.text ?? '');
}

/** "It takes five minutes but yeah", "débiles no": the last words are a plain yes or no. */
function lastWord(words: readonly Word[], language: Language): Stance | undefined {
  const clause = words.at(-1)?.clause;
  const start = words.findIndex((word) => word.clause === clause);
  const ends = (label: Label) => pastFillers(words, label.to, language) === words.length && label.label !== 'unsure';
  const last = labelsIn(language['yes-no'].plain, words, start).find(ends) ?? [labelAt(language['yes-no'].alone, words, start)].find((label) => label && ends(label));
  return last && stanceOf(last.label);
}

/** Something that happened is told by when or how often: yes, and no if that was too long ago for the question. */
function happened(words: readonly Word[], id: string, language: Language, today: string): Stance | undefined {
  const meaning = language.meanings.get(id);
  if (!meaning?.event) return undefined;
  const [count] = amountsIn(words, language.numbers);
  if (count?.from === pastFillers(words, 0, language) && count.to === words.length) return count.max > 0 ? 'yes' : 'no';
  const time = find(language.times.recent, words);
  const [when] = agoIn(words, language, today);
  if (meaning.within !== undefined && when && when.months[0] > meaning.within) return 'no';
  return (time && !denied(words, time.from, language)) || (when && !denied(words, when.from, language)) ? 'yes' : undefined;
}

function stanceOf(label: string): Stance {
  return label === 'yes' || label === 'no' || label === 'neither' || label === 'doubt' ? label : 'unsure';
}
