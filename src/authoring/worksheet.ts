import { fingerprintOf } from '../dialog/fingerprint.ts';
import type { SourceLine, Translation } from '../dialog/translation.ts';

/**
 * A file for a translator: every line of a document in its order. What is translated stays; a line that has moved is found again by its
 * fingerprint. A line that is missing carries the words of the first language and what there is to know about it; one that was stale
 * is missing too, and carries what it said before the first language changed.
 */
export function worksheet(lines: readonly SourceLine[], before: Translation): Translation {
  const known = new Map(Object.values(before).map((line) => [line.of, line]));
  return Object.fromEntries(
    lines.map(({ at, text, reader, needsReview }) => {
      const of = fingerprintOf(text);
      const here = before[at]?.of === of ? before[at] : known.get(of);
      const review = needsReview ? { reviewed_by: here?.reviewed_by ?? null } : {};
      if (here && here.say.trim() !== '') return [at, { of, say: here.say, ...review }];
      const was = before[at]?.was ?? before[at]?.say.trim();
      return [at, { of, from: text, ...noteOn(at, text, reader, needsReview), ...(was ? { was } : {}), say: '', ...review }];
    }),
  );
}

const notes: Readonly<Record<string, string>> = {
  title: 'The heading of a part.',
  askCarer: 'The same question, to somebody who answers for the patient.',
  sayCarer: 'The same text, to somebody who answers for the patient.',
  short: 'The name of a row, not a sentence.',
  label: 'A button. Short.',
  low: 'The low end of the scale from 0 to 10.',
  high: 'The high end of the scale from 0 to 10.',
  because: 'Why a nurse should look, in a few words.',
};

function noteOn(at: string, text: string, reader: SourceLine['reader'], needsReview: boolean): { note?: string } {
  const parts = [
    notes[at.split('.').at(-1) ?? ''],
    at.includes('_carer') ? 'Said to somebody who answers for the patient.' : undefined,
    text.includes('{{each}}') ? '{{each}} stands for one of the treatments.' : text.includes('{{') ? 'Keep the words in {{ }} as they are.' : undefined,
    reader === 'nurse' ? 'Only nurses read this.' : undefined,
    needsReview ? 'A clinician who speaks the language signs this in reviewed_by.' : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? { note: parts.join(' ') } : {};
}
