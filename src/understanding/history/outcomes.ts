import type { Language } from '../language.ts';
import { spansIn, type Span } from '../when/span.ts';
import { labelsIn } from '../text/labels.ts';
import { ofAnother } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { find, findAll, findAt } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';

/** What came of a treatment, and the words it is told in. */
export type OutcomeMark = { kind: 'outcome'; label: string; from: number; to: number };

/** In words, from what helped to how long it did. */
const farthestTime = 4;

/** What is told of how things helped, in order; a "not" before what helped makes it none. */
export function outcomeMarks(words: readonly Word[], language: Language): OutcomeMark[] {
  const found = labelsIn(language.outcomes.labels, words);
  const told = found.filter(({ from }) => !ofAnother(words, from, language)).flatMap((one, at) => {
    // "Therapy did nothing and the shots helped": the "nothing" is the therapy's.
    const last = found.slice(0, at).findLast(({ to }) => to <= one.from);
    const isUsedUp = last && ((one.label === 'side_effects' && last.label === 'none') || namesTreatment(words, last.to, one.from, language));
    // "I quit it because I couldn't think": what was quit is not the thinking.
    const reason = findAll(language.outcomes.reasons, words, 0, one.from).at(-1)?.to ?? 0;
    const isDenied = denied(words, one.from, language, Math.max(reason, isUsedUp ? last.to : 0));
    if (isDenied && one.label === 'side_effects') return [];
    return [{ ...one, kind: 'outcome' as const, label: isDenied && (one.label === 'helped' || one.label === 'partial') ? 'none' : one.label }];
  });
  const helpful = told.filter(({ label }) => label === 'helped' || label === 'partial');
  const verbs = findAll(language.outcomes.lasting, words).filter(({ from }) => !denied(words, from, language));
  const lasting = spansIn(words, language).flatMap((span): OutcomeMark[] => {
    const near = [...helpful, ...verbs].some((one) => !findAt(language.times.ago, words, span.to) && !isHowOften(span, words, language) && !isLengthOf(span, verbs, words, language) && words[one.from]?.clause === words[span.from]?.clause && (Math.abs(span.from - one.to) <= farthestTime || Math.abs(one.from - span.to) <= farthestTime));
    return near ? [{ kind: 'outcome', label: 'temporary', from: span.from, to: span.to }] : [];
  });
  return [...told, ...lasting, ...brieflyIn(words, helpful, language)];
}

/** "Three times a week", "two naproxen a day". */
function isHowOften({ from }: Span, words: readonly Word[], language: Language): boolean {
  const counted = [1, 2].some((back) => findAt(language.outcomes.howOften, words, from - back)?.to === from);
  const taken = [1, 2, 3].some((back) => [language.treatments.phrases, language.medicines.names.phrases].some((list) => findAt(list, words, from - back)?.to === from));
  return counted || (taken && findAt(language.outcomes.dose, words, from) !== undefined);
}

/** "Six weeks of PT": how long it was taken; "got six weeks from the shot": how long it helped. */
function isLengthOf({ from, to }: Span, verbs: readonly { to: number }[], words: readonly Word[], { treatments, medicines }: Language): boolean {
  const isNamed = [to, to + 1].some((start) => words[start]?.clause === words[from]?.clause && [treatments.phrases, medicines.names.phrases].some((list) => findAt(list, words, start) !== undefined));
  return isNamed && !verbs.some((verb) => verb.to === from);
}

function namesTreatment(words: readonly Word[], from: number, to: number, { treatments, medicines }: Language): boolean {
  return (find(treatments.phrases, words, from, to) ?? find(medicines.names.phrases, words, from, to)) !== undefined;
}

/** "Lovely for an afternoon": it helped, for less than a day. */
function brieflyIn(words: readonly Word[], helpful: readonly OutcomeMark[], { outcomes: { briefly } }: Language): OutcomeMark[] {
  const times = findAll(briefly, words).filter(({ from }) => helpful.some((one) => words[one.from]?.clause === words[from]?.clause && from >= one.to && from - one.to <= farthestTime));
  return times.map(({ from, to }) => ({ kind: 'outcome', label: 'temporary', from, to }));
}
