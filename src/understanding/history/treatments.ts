import type { Language } from '../language.ts';
import { classOf } from '../kinds/medicines.ts';
import { labelAt, labelsIn, type Label } from '../text/labels.ts';
import { asCarer, isOnlyOfAnother, ofAnother } from '../assertion/mention.ts';
import { find, findAt } from '../text/phrases.ts';
import { hear, pastFillers, type Said } from '../text/said.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import { outcomeMarks } from './outcomes.ts';
import { triedOf, untakenIn } from './tried.ts';

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
    const untaken = untakenIn(words, language);
    const all = outcomeMarks(words, language).filter(({ from, to }) => !untaken.some((one) => one.from < to && from < one.to));
    const treated = treatmentMarks(words, all, language);
    const told = all.filter((mark) => !isAmount(mark, treated, words) && !isMeanwhile(mark, treated, all, words, language));
    const marks = [...treated, ...told, ...answersIn(words, treated, told, language)].toSorted((one, other) => one.from - other.from);
    const open = groups.at(-1);
    if (find(language.outcomes.tooMuch, words)) {
      groups.push(...treated.map(({ label }) => ({ types: [label], told: ['unknown'] })));
      continue;
    }
    // "They gave me Lyrica. I never filled it."
    if (treated.length === 0 && untaken.some(({ from }) => from - pastFillers(words, 0, language) < soon) && open?.told.length === 0) open.types.pop();
    const only = marks.every(({ kind }) => kind === 'outcome');
    if (only && open?.told.length === 0 && goesOn(words, marks, language)) open.told.push(...marks.map(({ label }) => label));
    if (!only) groups.push(...groupsOf(marks, words, language));
  }
  const outcomes = new Map<string, string[]>();
  for (const { types, told } of groups) {
    for (const type of types) outcomes.set(type, [...(outcomes.get(type) ?? []), ...told]);
  }
  return [...outcomes].filter(([type]) => type !== notSaid).map(([type, told]) => ({ type, outcome: outcomeOf(language.outcomes.worn.includes(type) ? mattering(told) : told) }));
}

/** The language of who answers what was tried: a parent or spouse of whom alone it speaks is the patient. */
export function answererOf({ words }: Said, language: Language): Language {
  return find(language.outcomes.patient, words, 0, soon) && isOnlyOfAnother(words, language) ? asCarer(language) : language;
}

/** "A shower and some ibuprofen": how much, and not how it helped. */
function isAmount({ label, from, to }: Mark, treated: readonly Mark[], words: readonly Word[]): boolean {
  return label === 'partial' && to - from === 1 && treated.some((one) => one.from === to && words[to]?.clause === words[from]?.clause) && !treated.some((one) => one.to === from);
}

/** "I had PT for a while": how long it was taken, and not how long it helped. */
function isMeanwhile({ label, from }: Mark, treated: readonly Mark[], told: readonly Mark[], words: readonly Word[], { outcomes: { meanwhile, taking } }: Language): boolean {
  if (label !== 'temporary' || !findAt(meanwhile, words, from)) return false;
  const taken = treated.findLast(({ to }) => to <= from && from - to < soon && words[from]?.clause === words[to - 1]?.clause);
  return taken !== undefined && find(taking, words, Math.max(0, taken.from - soon - 1), taken.from) !== undefined && !told.some((one) => one.from >= taken.to && one.to <= from);
}

/** "Waste of time.", "It wore off."; but "No numbness, bathroom is ok." is not said of the treatment before. */
function goesOn(words: readonly Word[], [first]: readonly Mark[], language: Language): boolean {
  const begins = pastFillers(words, 0, language);
  return first !== undefined && (first.from - begins < soon || findAt(language.outcomes.goesOn, words, begins) !== undefined);
}

/** A brace that made one sweat and did nothing did nothing. */
function mattering(told: readonly string[]): readonly string[] {
  const others = told.filter((one) => one !== 'side_effects');
  return others.length > 0 ? others : told;
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
  // "Nomás tomo Advil y me sirve": what says nothing of an outcome leads nothing.
  const first = own.findIndex(({ label }) => label !== 'unknown');
  const forward = own[first]?.kind === 'outcome';
  const ordered = forward ? own.toReversed() : own.slice(Math.max(0, first));
  // "It helped me, the chiropractor, but the pain came back": all is told of the one treatment.
  if (forward && named && own.filter(({ kind }) => kind === 'treatment').length === 1) return [{ types: [named.label], told: own.flatMap(({ kind, label }) => (kind === 'outcome' ? [label] : [])) }];
  const groups: (Group & { last: Mark })[] = [];
  for (const [at, mark] of ordered.entries()) {
    const open = groups.at(-1);
    // "Stretching helps, so does a massage."
    const ahead = mark.kind === 'outcome' && !forward && ordered[at + 1]?.kind === 'treatment' && (findAt(language.outcomes.ahead, words, mark.from) !== undefined || isForNext(mark, words, language));
    if (mark.kind === 'outcome') {
      if (!ahead) open?.told.push(mark.label);
      continue;
    }
    const before = ordered[at - 1];
    const alike = before?.kind === 'outcome' && !forward && findAt(language.outcomes.ahead, words, before.from) !== undefined;
    const given = before?.kind === 'outcome' && !forward && isForNext(before, words, language) ? [before.label] : [];
    // "PT, shots: PT helped": named again, so that what follows is told of it alone.
    const joined = open && open.told.length === 0 && given.length === 0 && !open.types.includes(mark.label) && !apart(open.last, mark, words, language);
    if (joined) {
      open.types.push(mark.label);
      open.last = mark;
    } else groups.push({ types: [mark.label], told: alike ? open?.told.slice() ?? [] : given, last: mark });
  }
  return together(forward ? groups.toReversed() : groups, marks, words, language);
}

/** "PT did nothing, I swear by heat": told of the treatment that follows. */
function isForNext({ from, to }: Mark, words: readonly Word[], { outcomes: { forNext } }: Language): boolean {
  return [0, 1, 2, 3, 4].map((back) => from - back).some((start) => (findAt(forNext, words, start)?.to ?? 0) >= to);
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
  const kinds = labelsIn(language.surgery.types, words);
  // "Took Lyrica after my operation": an operation that only tells when.
  const isTime = ({ label, from }: Label, all: readonly Label[]) => label.startsWith('surgery_') && [1, 2, 3].some((back) => findAt(language.outcomes.afterwards, words, from - back)?.to === from) && all.some((other) => !other.label.startsWith('surgery_'));
  const meant = [...named.filter((one) => !medicines.some((medicine) => medicine.from <= one.from && medicine.to >= one.to && medicine.to - medicine.from > one.to - one.from)), ...medicines]
    .filter((one, _, all) => !ofAnother(words, one.from, language) && !isNamedBehind(one, all, kinds) && !isTime(one, all) && !(one.label === 'other_medication' && all.some((other) => other !== one && Math.abs(other.from - one.to) <= 1 && other.label !== one.label)))
    .toSorted((one, other) => one.from - other.from);
  return triedOf(meant, words, outcomes, language).map((one) => ({ ...one, label: elsewhere(one) ? notSaid : one.label, kind: 'treatment' }));
}

/** "PT helped, the chiropractor no": a plain yes or no behind a treatment, where another outcome shows that they tell what helped. */
function answersIn(words: readonly Word[], treated: readonly Mark[], told: readonly Mark[], { outcomes: { answers } }: Language): Mark[] {
  const found = treated.flatMap(({ to }) => labelAt(answers, words, to) ?? []).filter(({ from, to }) => !told.some((one) => one.from < to && from < one.to));
  return told.length > 0 || new Set(found.map(({ label }) => label)).size > 1 ? found.map((one) => ({ ...one, kind: 'outcome' })) : [];
}

/** "Back surgery, a fusion": the operation is named right behind. */
function isNamedBehind({ label, from, to }: Label, all: readonly Label[], kinds: readonly Label[]): boolean {
  const isNamed = kinds.some((kind) => kind.label === 'laminectomy' && kind.from < to && from < kind.to);
  return label === 'surgery_laminectomy' && !isNamed && all.some((other) => other.label.startsWith('surgery_') && other.label !== label && other.from >= to && other.from - to < soon);
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
