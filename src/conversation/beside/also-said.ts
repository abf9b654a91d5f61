import type { Item } from '../../dialog/dialog.ts';
import type { Value } from '../../dialog/value.ts';
import { readAll } from '../../understanding/volunteered.ts';
import type { Asked } from '../../understanding/reading.ts';
import { optionsOf } from '../answer.ts';
import type { Content } from '../content.ts';
import type { EntryOf } from '../log.ts';
import type { Message } from '../message.ts';
import type { Line } from '../reply.ts';
import { isCarer, type Standing } from '../status.ts';
import type { Voice } from '../voice.ts';
import { questionText } from '../wording.ts';

interface AlsoSaid {
  readonly answers: readonly EntryOf<'answered'>[];
  /** One line in which the patient can see what was taken from the words. */
  readonly lines: readonly Line[];
}

interface Corrected {
  readonly happened: readonly [EntryOf<'retracted'>, EntryOf<'answered'>];
  readonly lines: readonly Line[];
}

/** An item as the readers of answers need it. */
export function askedAs(item: Item, voice: Voice): Asked {
  const { id, question: { type, range, unsure, options } } = item;
  const exclusive = new Set(options?.filter((option) => option.exclusive).map((option) => option.id));
  return {
    id,
    type,
    options: optionsOf(item, voice).map((option) => ({ ...option, ...(exclusive.has(option.id) && { exclusive: true }) })),
    ...(range && { range: { min: range.min, max: range.max } }),
    ...(unsure !== undefined && { unsure }),
  };
}

/**
 * What was said in the same breath about other questions, so that they need not be asked. An answer already held is never replaced.
 */
export function alsoSaid({ text, at }: Message, open: Item, standing: Standing, { dialog, card }: Content, voice: Voice): AlsoSaid {
  const items = dialog.items.filter((item) => (mayBeFilled(item) || mayBeMentioned(item)) && item !== open && !standing.held.has(item.id));
  const told = readAll(text, items.map((item) => askedAs(item, voice)), voice.speech, at.slice(0, 10), card.country);
  const carer = isCarer(standing);
  const answers = told.flatMap(({ question, value, quote }): EntryOf<'answered'>[] => {
    const item = dialog.byId.get(question);
    return item && mayBeFilled(item) ? [{ type: 'answered', question, value, of: item.of, words: quote, how: 'read', by: carer ? 'carer' : 'patient', asked: questionText(item, carer, voice) }] : [];
  });
  const lists = told.flatMap(({ question, value, quote }) => {
    const item = dialog.byId.get(question);
    const known = standing.mentioned.get(question)?.value ?? [];
    return item && mayBeMentioned(item) && Array.isArray(value) && value.some((one) => !known.includes(one)) ? [{ question, value, quote }] : [];
  });
  const noted: Line[] = answers.length > 0 ? [{ say: 'echo', key: 'noted-also', answers: answers.map(({ question, value }) => [question, value]) }] : [];
  return { answers, lines: lists.length > 0 ? [...noted, { say: 'mentioned', lists }] : noted };
}

/**
 * The new answer that a message gives in place of an earlier one: "it has been 6 years, not two". Undefined where it tells nothing new of any
 * answer that could be replaced, or of more than one.
 */
export function corrected({ text, at }: Message, standing: Standing, { dialog, card }: Content, voice: Voice): Corrected | undefined {
  const passed = standing.walk.path.map(({ item }) => item).filter((item) => mayBeFilled(item) && standing.held.has(item.id));
  const told = readAll(text, passed.map((item) => askedAs(item, voice)), voice.speech, at.slice(0, 10), card.country);
  const news = told.filter(({ question, value }) => JSON.stringify(value) !== JSON.stringify(standing.held.get(question)?.value));
  const [only, ...others] = news;
  const item = only && others.length === 0 ? dialog.byId.get(only.question) : undefined;
  if (!only || !item) return undefined;
  const carer = isCarer(standing);
  const answered: EntryOf<'answered'> = { type: 'answered', question: item.id, value: only.value, of: item.of, words: only.quote, how: 'read', by: carer ? 'carer' : 'patient', asked: questionText(item, carer, voice) };
  return {
    happened: [{ type: 'retracted', questions: [item.id], because: 'change' }, answered],
    lines: [{ say: 'echo', key: 'noted', answers: [[item.id, only.value]] }],
  };
}

/** What was mentioned of a list before it is asked, as far as its options are still there. */
export function mentionedOf(item: Item, { mentioned }: Standing, content: Content): { readonly value: readonly string[]; readonly words: string } | undefined {
  const told = mentioned.get(item.id);
  const options = content.dialog.byId.get(item.id)?.question.options;
  const value = told?.value.filter((one) => options === undefined || options.some(({ id }) => id === one)) ?? [];
  return told && value.length > 0 ? { value, words: told.words } : undefined;
}

/**
 * A list of which some was mentioned, as it is after this answer: with what is added to it, or as it was when there is nothing more.
 * Undefined where the answer denies what was mentioned ("none of these"): then only the patient can say which counts.
 */
export function completed(told: readonly string[], value: Value, item: Item): readonly string[] | undefined {
  const alone = new Set(item.question.options?.filter(({ exclusive }) => exclusive).map(({ id }) => id) ?? ['none']);
  if (!Array.isArray(value) || value.some((one) => alone.has(one) || one === 'none')) return undefined;
  return [...new Set([...told, ...value])];
}

/** Whether an answer may show an emergency, or what must be seen the same day; a note for the nurse is no alarm. */
export function raisesAlarm({ question: { redFlags } }: Item): boolean {
  return redFlags?.some(({ level }) => level !== 'note') ?? false;
}

/** A list that raises no alarm: it is asked all the same, and what was mentioned of it is kept until then. */
function mayBeMentioned(item: Item): boolean {
  const { type } = item.question;
  return !raisesAlarm(item) && item.each === null && (type === 'choices' || type === 'medicines');
}

/**
 * A question with a red flag is always asked outright, whatever was volunteered about it. So is a list: what was named in passing need
 * not be all there is.
 */
function mayBeFilled({ each, question: { redFlags, type } }: Item): boolean {
  return each === null && !redFlags && type !== 'choices' && type !== 'medicines' && type !== 'check';
}

/** The label itself of "None of these": said to a list of which some was mentioned, it may deny just that. */
export function namesNone(text: string, item: Item, voice: Voice): boolean {
  const alone = new Set(item.question.options?.filter(({ exclusive }) => exclusive).map(({ id }) => id));
  return optionsOf(item, voice).some(({ id, label }) => alone.has(id) && bare(label) === bare(text));
}

function bare(words: string): string {
  return words.trim().toLowerCase().replace(/[.!]+$/u, '');
}
