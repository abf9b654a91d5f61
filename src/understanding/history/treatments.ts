import type { Language } from '../language.ts';
import { classOf } from '../kinds/medicines.ts';
import { labelAt, labelsIn, type Label } from '../text/labels.ts';
import { isPlanned, ofAnother } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { find, findAt } from '../text/phrases.ts';
import { hear, pastFillers, type Said } from '../text/said.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import { outcomeMarks } from './outcomes.ts';

/** A treatment someone tried, and what came of it. */
export type Treatment = { type: string; outcome: string };

/** Treatments that share what is told of them. */
type Group = { types: string[]; told: string[] };
/** What sounds like a treatment of the back and is none. */
const notSaid = 'not_said';
/** In words, from the beginning of a sentence that goes on about the treatment before. */
const soon = 3;
type Mark = { kind: 'treatment' | 'outcome'; label: string; from: number; to: number };

/** When several outcomes are told of one treatment, the earlier in this list is the one that matters. */
const weight = ['side_effects', 'temporary', 'worse', 'partial', 'helped', 'none'];

/** The treatments named in a message with their outcome, sentence by sentence; `unknown` where none is told. */
export function treatmentsIn(text: string, language: Language): Treatment[] {
  const groups: Group[] = [];
  for (const sentence of sentencesOf(text)) {
    const { words } = hear(sentence, language);
    const all = outcomeMarks(words, language);
    const treated = treatmentMarks(words, all, language);
    const told = all.filter((mark) => !isAmount(mark, treated, words));
    const marks = [...treated, ...told, ...answersIn(words, treated, told, language)].toSorted((one, other) => one.from - other.from);
    const open = groups.at(-1);
    if (find(language.outcomes.tooMuch, words)) {
      groups.push(...treated.map(({ label }) => ({ types: [label], told: ['unknown'] })));
      continue;
    }
    const only = marks.every(({ kind }) => kind === 'outcome');
    if (only && open?.told.length === 0 && goesOn(words, marks, language)) open.told.push(...marks.map(({ label }) => label));
    if (!only) groups.push(...groupsOf(marks, words, language));
  }
  const outcomes = new Map<string, string[]>();
  for (const { types, told } of groups) {
    for (const type of types) outcomes.set(type, [...(outcomes.get(type) ?? []), ...told]);
  }
  return [...outcomes].filter(([type]) => type !== notSaid).map(([type, told]) => ({ type, outcome: outcomeOf(told) }));
}

/** "A shower and some ibuprofen": how much, and not how it helped. */
function isAmount({ label, from, to }: Mark, treated: readonly Mark[], words: readonly Word[]): boolean {
  return label === 'partial' && to - from === 1 && treated.some((one) => one.from === to && words[to]?.clause === words[from]?.clause) && !treated.some((one) => one.to === from);
}

/** "Waste of time.", "It wore off."; but "No numbness, bathroom is ok." is not said of the treatment before. */
function goesOn(words: readonly Word[], [first]: readonly Mark[], language: Language): boolean {
  const begins = pastFillers(words, 0, language);
  return first !== undefined && (first.from - begins < soon || findAt(language.outcomes.goesOn, words, begins) !== undefined);
}

/** What is told of one treatment, as one outcome. */
export function outcomeOf(told: readonly string[]): string {
  if (told.includes('none') && (told.includes('helped') || told.includes('partial')) && !told.includes('temporary')) return 'partial';
  return weight.find((outcome) => told.includes(outcome)) ?? 'unknown';
}

/** The outcomes told in a stretch of a message, in order. */
export function outcomesIn(words: readonly Word[], language: Language, from = 0, to = words.length): string[] {
  return outcomeMarks(words, language).filter((mark) => mark.from >= from && mark.to <= to).map(({ label }) => label);
}

/** Treatments joined in one breath share the outcome told after them, or before them when the message begins with outcomes. */
function groupsOf(marks: readonly Mark[], words: readonly Word[], language: Language): Group[] {
  const named = marks.find(({ kind }) => kind === 'treatment');
  // "My legs still ache, and the shot did help": what was told before, and goes on behind the treatment, is not the treatment's.
  const own = marks.at(-1)?.kind === 'outcome' ? marks.filter(({ from }) => named && (from >= named.from || words[from]?.clause === words[named.from]?.clause)) : marks;
  const forward = own[0]?.kind === 'outcome';
  const ordered = forward ? own.toReversed() : own;
  const groups: (Group & { last: Mark })[] = [];
  for (const [at, mark] of ordered.entries()) {
    const open = groups.at(-1);
    // "Stretching helps, so does a massage."
    const ahead = mark.kind === 'outcome' && !forward && ordered[at + 1]?.kind === 'treatment' && findAt(language.outcomes.ahead, words, mark.from) !== undefined;
    if (mark.kind === 'outcome') {
      if (!ahead) open?.told.push(mark.label);
      continue;
    }
    const before = ordered[at - 1];
    const alike = before?.kind === 'outcome' && !forward && findAt(language.outcomes.ahead, words, before.from) !== undefined;
    // "PT, shots: PT helped": named again, so that what follows is told of it alone.
    const joined = open && open.told.length === 0 && !open.types.includes(mark.label) && !apart(open.last, mark, words, language);
    if (joined) {
      open.types.push(mark.label);
      open.last = mark;
    } else groups.push({ types: [mark.label], told: alike ? open?.told.slice() ?? [] : [], last: mark });
  }
  return together(forward ? groups.toReversed() : groups, marks, words, language);
}

/** "A laminectomy, then a fusion, neither one helped": what is said of both or all is said of those of which nothing else is. */
function together(groups: readonly Group[], marks: readonly Mark[], words: readonly Word[], language: Language): Group[] {
  const all = find(language.outcomes.collective, words);
  const outcome = all && marks.find(({ kind, from }) => kind === 'outcome' && from >= all.from);
  return outcome ? groups.map((group) => (group.told.length === 0 ? { ...group, told: [outcome.label] } : group)) : [...groups];
}

/** "PT. Gabapentin did nothing": a full stop or a "then" between two treatments, so the outcome is the second one's. */
function apart(one: Mark, other: Mark, words: readonly Word[], language: Language): boolean {
  const [from, to] = one.from < other.from ? [one.to, other.from] : [other.to, one.from];
  return words.slice(from, to).some((word) => language.outcomes.breaks.includes(word.text));
}

function treatmentMarks(words: readonly Word[], outcomes: readonly Mark[], language: Language): Mark[] {
  const symptoms = language.options.get('symptoms');
  // "Pins and needles" are not acupuncture.
  const felt = symptoms ? labelsIn(symptoms, words) : [];
  const named = labelsIn(language.treatments, words).filter(({ from, to, label }) => label !== notSaid && !felt.some((one) => one.from <= from && one.to >= to && one.to - one.from > to - from));
  const medicines = labelsIn(language.medicines.names, words).flatMap((label: Label) => {
    const type = language.outcomes.classes[classOf(label.label, language) ?? ''];
    const covered = named.some((one) => one.from <= label.from && one.to >= label.to);
    const isForHeart = label.label === 'aspirin' && find(language.outcomes.heart, words) !== undefined;
    return covered || type === undefined || isForHeart ? [] : [{ ...label, label: type }];
  });
  // "A shot in the knee helped": what came of it is the knee's. "They injected diclofenac" is no injection into the back.
  const elsewhere = (one: Label) => one.label === 'esi' && (find(language.injections.elsewhere, words, one.from) !== undefined || medicines.some(({ label, from, to }) => label === 'nsaid' && (from === one.to || to === one.from)));
  return [...named.filter((one) => !medicines.some((medicine) => medicine.from <= one.from && medicine.to >= one.to && medicine.to - medicine.from > one.to - one.from)), ...medicines]
    .filter((one, _, all) => !neverTried(words, one.from, outcomes, language) && !isLeftOut(words, one.from, language) && !ofAnother(words, one.from, language) && !(outcomes.length === 0 && isPlanned(words, one.from, language)) && !(one.label === 'other_medication' && all.some((other) => other !== one && Math.abs(other.from - one.to) <= 1 && other.label !== one.label)))
    .map((one) => ({ ...one, label: elsewhere(one) ? notSaid : one.label, kind: 'treatment' }));
}

/** "PT helped, the chiropractor no": a plain yes or no behind a treatment, where another outcome shows that they tell what helped. */
function answersIn(words: readonly Word[], treated: readonly Mark[], told: readonly Mark[], { outcomes: { answers } }: Language): Mark[] {
  const found = treated.flatMap(({ to }) => labelAt(answers, words, to) ?? []).filter(({ from, to }) => !told.some((one) => one.from < to && from < one.to));
  return told.length > 0 || new Set(found.map(({ label }) => label)).size > 1 ? found.map((one) => ({ ...one, kind: 'outcome' })) : [];
}

/** "Everything but surgery". */
function isLeftOut(words: readonly Word[], at: number, language: Language): boolean {
  return [1, 2, 3, 4, 5].some((back) => findAt(language.outcomes.allBut, words, at - back)?.to === at);
}

/** "Never tried acupuncture". */
function neverTried(words: readonly Word[], at: number, outcomes: readonly Mark[], language: Language): boolean {
  return denied(words, at, language) && !outcomes.some((outcome) => outcome.to <= at && at - outcome.to <= 3);
}

/**
 * The types named, if the options are types of treatment. Where each kind of operation is an option of its own, "back surgery" is none of them.
 */
export function typesNamed({ text, words }: Said, offered: ReadonlySet<string>, language: Language): string[] | undefined {
  if (!find(language.treatments.phrases, words) && !find(language.medicines.names.phrases, words)) return [];
  const types = new Set(language.treatments.labels);
  if ([...offered].filter((id) => types.has(id)).length < 2) return undefined;
  const kinds = new Set(labelsIn(language.surgery.types, words).map(({ label }) => `surgery_${label}`));
  const isVague = (type: string) => type.startsWith('surgery_') && !offered.has('surgery') && !kinds.has(type);
  return treatmentsIn(text, language).flatMap(({ type }) => (isVague(type) ? [] : [type]));
}

/** The option a treatment or a thing stands under: its own, or that of its group; undefined where none is offered. */
export function optionFor(thing: string, offered: ReadonlySet<string>, groups: Language['outcomes']['groups']): string | undefined {
  if (offered.has(thing)) return thing;
  return Object.entries(groups).find(([option, things]) => offered.has(option) && things.includes(thing))?.[0];
}
