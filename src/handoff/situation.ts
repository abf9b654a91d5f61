import { answerText } from '../conversation/answer.ts';
import type { Voice } from '../conversation/voice.ts';
import { holds } from '../dialog/condition.ts';
import { isUnsure } from '../dialog/flags.ts';
import type { Answers } from '../dialog/value.ts';

/**
 * The case in one line, put together from dialogs/situation.yaml: each part whose condition holds, and whose questions are
 * answered. Facts the patient gave and was sure of, in a fixed order; never a verdict. Empty if nothing was answered.
 */
export function situationOf(answers: Answers, voice: Voice, age: number | null): string {
  const parts = voice.situation
    .filter(({ onlyIf }) => onlyIf === undefined || holds(onlyIf, answers))
    .map(({ say }) => say.replaceAll(/\{\{(\w+)\}\}/g, (gap, id: string) => (id === 'age' ? (age === null ? gap : String(age)) : textOf(id))))
    .filter((part) => !part.includes('{{'));
  return parts.join(' · ');

  function textOf(id: string): string {
    const item = voice.dialog.byId.get(id);
    const value = answers[id] ?? null;
    return item && value !== null && !isUnsure(value) ? [value].flat().map((one) => lowerFirst(answerText(one, item, voice), voice)).join('; ') : '{{';
  }
}

function lowerFirst(text: string, { language }: Voice): string {
  return text.slice(0, 1).toLocaleLowerCase(language) + text.slice(1);
}
