import type { Language } from '../language.ts';
import type { Asked } from '../reading.ts';
import { labelsIn } from '../text/labels.ts';
import { ofAnother } from '../assertion/mention.ts';
import { denied, deniedWithin } from '../assertion/negation.ts';
import { findAll } from '../text/phrases.ts';
import type { Sentence, Told } from './told.ts';

/** A "not" that denies an option stands no more words before it than these: "not my left leg". */
const nearest = 2;

/** What a sentence says in so many words: a yes or no, or an option, of a question that was not asked. */
export function statementsIn(sentence: Sentence, asked: Asked, language: Language): Told[] {
  const { statements, options } = language.volunteered;
  const table = asked.type === 'yes-no' || asked.type === 'yes-no-unsure' ? statements.get(asked.id) : asked.type === 'choice' ? options.get(asked.id) : undefined;
  if (!table || sentence.asks) return [];
  const said = labelsIn(table, sentence.words).filter((one) => !ofAnother(sentence.words, one.from, language) && !deniedWithin(sentence.words, one, language));
  // "I can not trust the left leg" is not said of the other one.
  // "No MRI because of my pacemaker" has a pacemaker.
  const since = (from: number) => Math.max(findAll(language.positions.reasons, sentence.words, 0, from).at(-1)?.to ?? 0, asked.type === 'choice' ? from - nearest : 0);
  const values = new Set(said.flatMap(({ label, from }) => (label === 'no' || !denied(sentence.words, from, language, since(from)) ? [label] : label === 'yes' ? ['no'] : [])));
  const [only] = values;
  const both = asked.id === 'side' && values.has('left') && values.has('right') ? 'both' : undefined;
  const value = values.size === 1 ? only : both;
  return value !== undefined && isOffered(value, asked) ? [{ question: asked.id, value }] : [];
}

function isOffered(value: string, asked: Asked): boolean {
  return asked.options.length === 0 || asked.options.some((option) => option.id === value && !option.exclusive && value !== 'none');
}
