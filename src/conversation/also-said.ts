import type { Item } from '../dialog/dialog.ts';
import { readAll } from '../understanding/volunteered.ts';
import type { Asked } from '../understanding/reading.ts';
import { optionsOf } from './answer.ts';
import type { Content } from './content.ts';
import type { EntryOf } from './log.ts';
import type { Message } from './message.ts';
import type { Line } from './reply.ts';
import { isCarer, type Standing } from './status.ts';
import type { Voice } from './voice.ts';
import { questionText } from './wording.ts';

interface AlsoSaid {
  readonly answers: readonly EntryOf<'answered'>[];
  /** One line in which the patient can see what was taken from the words. */
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
  const items = dialog.items.filter((item) => mayBeFilled(item) && item !== open && !standing.held.has(item.id));
  const told = readAll(text, items.map((item) => askedAs(item, voice)), voice.speech, at.slice(0, 10), card.country);
  const carer = isCarer(standing);
  const answers = told.flatMap(({ question, value, quote }): EntryOf<'answered'>[] => {
    const item = dialog.byId.get(question);
    return item ? [{ type: 'answered', question, value, of: item.of, words: quote, how: 'read', by: carer ? 'carer' : 'patient', asked: questionText(item, carer, voice) }] : [];
  });
  return { answers, lines: answers.length > 0 ? [{ say: 'echo', key: 'noted-also', answers: answers.map(({ question, value }) => [question, value]) }] : [] };
}

/**
 * A question with a red flag is always asked outright, whatever was volunteered about it. So is a list: what was named in passing need
 * not be all there is.
 */
function mayBeFilled({ each, question: { redFlags, type } }: Item): boolean {
  return each === null && !redFlags && type !== 'choices' && type !== 'medicines' && type !== 'check';
}
