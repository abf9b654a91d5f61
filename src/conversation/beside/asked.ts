import { askedIn } from '../../faq/search.ts';
import type { Outcome } from '../command.ts';
import type { Line } from '../reply.ts';
import type { Standing } from '../status.ts';
import type { Voice } from '../voice.ts';

/** In words; a message that long may answer and ask in one breath. */
const mostWordsOfAnAnswer = 4;
/** "How long? Since my wife died": a few words of the question, said again before the answer. */
const echo = /^\s*¿?[^.?!¿]{1,20}\?\s+(?=\S)/u;

/** An answer of a few words is no question of its own, however it begins ("como cuatro años"), unless it is marked as one. */
export function isBareAnswer(text: string, { faq }: Voice): boolean {
  const told = text.replace(echo, '');
  const few = told.trim().split(/\s+/u).length <= mostWordsOfAnAnswer;
  return !/[?¿]/u.test(told) && (few || told !== text || askedIn(told, faq.index)?.topic === null);
}

/** What a question of the patient's brings about; no option is named by it. */
type Asking = Outcome & { readonly exact: false };

/** What becomes of a question the patient asks: answered from the documents, or kept for the nurse. */
export function askedFaq(text: string, { faq, language }: Voice, standing: Standing): Asking | undefined {
  const asked = askedIn(text, faq.index);
  if (!asked) return undefined;
  const found = faq.topics.get(asked.topic ?? '');
  const apology: Line[] = found && faq.borrowed.has(found.id) ? [{ say: 'tell', key: 'not-translated-answer' }] : [];
  const lines: Line[] = [...apology, found ? { say: 'quote', topic: found.id, ...(language !== standing.language && { in: language }) } : { say: 'tell', key: 'faq.not-known' }];
  return { happened: [{ type: 'asked-faq', topic: found?.id ?? null, answered: found?.kind === 'documents', words: text }], lines, exact: false };
}

/** Whether a topic was found for what was asked. */
export function findsTopic(asking: Asking | undefined): boolean {
  return asking?.lines.some(({ say }) => say === 'quote') ?? false;
}
