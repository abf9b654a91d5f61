import type { Language } from '../language.ts';
import { exact, read, unread, type Reading } from '../reading.ts';
import { labelAt, labelsIn, type Label } from '../text/labels.ts';
import { denied, ofAnother } from '../text/negation.ts';
import { find, findAt } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';

type Stance = 'yes' | 'no' | 'unsure';

/**
 * Yes, no or not sure: a plain word at the beginning, or what the question's own phrases say ("my toes get numb").
 * When the two disagree nothing is stored and both are offered, unless a "but" says which one counts.
 * @param id the question, whose phrases the language may hold
 */
export function readYesNo({ text, words }: Said, id: string, language: Language): Reading {
  const letter = language['yes-no'].letters[text.trim().toLowerCase()];
  if (letter) return exact(letter);
  const start = pastFillers(words, 0, language);
  const plain = plainAt(words, start, id, language);
  if (plain && pastFillers(words, plain.to, language) >= words.length) return exact(plain.stance);
  if (text.trim().endsWith('?') && !plain) return unread('unclear');
  const evidence = evidenceIn(words, plain?.to ?? start, id, language);
  const said = new Set(evidence.map(({ stance }) => stance));
  if (plain) return withEvidence(plain.stance, words, plain.to, evidence, language);
  if (said.has('unsure') || (said.has('yes') && said.has('no'))) return afterBut(words, evidence, language) ?? (said.has('unsure') ? read('unsure') : unread('unclear', ['yes', 'no']));
  const [only] = said;
  if (only) return read(only);
  const last = lastClause(words, id, language);
  if (last) return read(last);
  return language.meanings.get(id)?.event && happened(words, language) ? read('yes') : unread('unclear');
}

/** What a plain beginning and the question's own phrases say together. */
function withEvidence(stance: Stance, words: readonly Word[], from: number, evidence: readonly Evidence[], language: Language): Reading {
  const against = evidence.filter((one) => one.stance !== stance && one.stance !== 'unsure');
  if (against.length === 0 || stance === 'unsure') return read(stance);
  const agreed = evidence.some((one) => one.stance === stance);
  const but = words.findIndex((word, at) => at >= from && language.negation.breaks.includes(word.text));
  if (but >= 0 && !agreed && against.every((one) => one.from > but)) return read(against[0]?.stance ?? stance, false);
  return agreed ? read(stance, false) : unread('unclear', ['yes', 'no']);
}

type Evidence = { stance: Stance; from: number };

/** What the question's own phrases say, each turned round by a "not" before it; what is said of others is left out. */
function evidenceIn(words: readonly Word[], from: number, id: string, language: Language): Evidence[] {
  const meaning = language.meanings.get(id);
  if (!meaning) return [];
  let said = 0;
  return labelsIn(meaning.phrases, words, from).flatMap((label: Label): Evidence[] => {
    const stance = stanceOf(label.label);
    const before = said;
    said = label.to;
    if (stance !== 'yes') return [{ stance, from: label.from }];
    if (meaning.own && ofAnother(words, label.from, language)) return [];
    return [{ stance: denied(words, label.from, language, before) ? 'no' : 'yes', from: label.from }];
  });
}

/** "I get blue but not like that": what stands after the "but" counts, if it is clear. */
function afterBut(words: readonly Word[], evidence: readonly Evidence[], language: Language): Reading | undefined {
  const but = words.findLastIndex((word) => language.negation.breaks.includes(word.text));
  const after = new Set(evidence.filter((one) => one.from > but).map(({ stance }) => stance));
  const [only] = after;
  return but >= 0 && after.size === 1 && only ? read(only, false) : undefined;
}

/** The plain yes, no or unsure that begins at this word, if no longer phrase of the question itself does. */
function plainAt(words: readonly Word[], at: number, id: string, language: Language): { stance: Stance; to: number } | undefined {
  const own = language.meanings.get(id);
  const plain = labelAt(language['yes-no'].plain, words, at);
  const alone = labelAt(language['yes-no'].alone, words, at);
  const chosen = alone && endsThere(words, alone.to, language) && alone.to >= (plain?.to ?? 0) ? alone : plain;
  const longer = own && labelAt(own.phrases, words, at);
  return !chosen || (longer && longer.to > chosen.to) ? undefined : { stance: stanceOf(chosen.label), to: chosen.to };
}

/** The clause ends here, or goes on to say when or why: "a little, when I sit". */
function endsThere(words: readonly Word[], at: number, language: Language): boolean {
  return words[at]?.clause !== words[at - 1]?.clause || language['yes-no'].goesOn.includes(words[at]?.text ?? '');
}

/** "I never thought about it, but yes": a last clause that is nothing but a plain answer. */
function lastClause(words: readonly Word[], id: string, language: Language): Stance | undefined {
  const clause = words.at(-1)?.clause;
  let start = words.findIndex((word) => word.clause === clause);
  while (language.negation.breaks.includes(words[start]?.text ?? '')) start += 1;
  start = pastFillers(words, start, language);
  const plain = plainAt(words, start, id, language);
  return plain && pastFillers(words, plain.to, language) >= words.length ? plain.stance : undefined;
}

/** Something that happened is told with a time or a number of times, and not denied. */
function happened(words: readonly Word[], language: Language): boolean {
  const time = find(language.times.recent, words);
  return time !== undefined && !denied(words, time.from, language);
}

/** The first word from here on that is not said just to begin. */
export function pastFillers(words: readonly Word[], from: number, language: Language): number {
  let at = from;
  for (let filler = findAt(language['yes-no'].fillers, words, at); filler; filler = findAt(language['yes-no'].fillers, words, at)) at = filler.to;
  return at;
}

function stanceOf(label: string): Stance {
  return label === 'yes' || label === 'no' ? label : 'unsure';
}
