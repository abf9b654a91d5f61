import { z } from 'zod';
import { lackOf, type SourceLine, type Translation } from '../dialog/translation.ts';
import { spanishGrade } from './spanish-grade.ts';

/** locales/limits.yaml. */
export const Limits = z.strictObject({
  buttons: z.strictObject({ short: z.number(), growth: z.number() }),
  sentence: z.number(),
  grade: z.record(z.string(), z.strictObject({ most: z.number(), formula: z.literal('crawford'), source: z.string() })),
});

export type Limits = z.infer<typeof Limits>;

export interface Finding {
  /** missing, stale and placeholders keep a line from patients or spoil it; the others are for the translator's eye. */
  readonly what: 'missing' | 'stale' | 'placeholders' | 'unreviewed' | 'long-button' | 'long-sentence' | 'hard';
  readonly at: string;
  /** What was found, in words. */
  readonly says: string;
}

/** What there is to say about one document in one language, in the order of its lines. */
export function findingsIn(language: string, lines: readonly SourceLine[], translation: Translation, limits: Limits): Finding[] {
  const each = lines.flatMap((line) => findingsOn(line, translation, limits));
  const read = lines.flatMap((line) => (line.reader === 'patient' ? sentencesIn(translation[line.at]?.say ?? '') : []));
  const { most } = limits.grade[language] ?? {};
  const grade = most === undefined || read.flat().length < 30 ? 0 : spanishGrade(read);
  return most !== undefined && grade > most ? [...each, { what: 'hard', at: '', says: `grade ${grade.toFixed(1)}, at most ${most}` }] : each;
}

function findingsOn(line: SourceLine, translation: Translation, limits: Limits): Finding[] {
  const { at, text, reader, needsReview } = line;
  const lack = lackOf(line, translation, false);
  if (lack) return [{ what: lack, at, says: text }];
  const found = translation[at];
  const say = found?.say ?? '';
  const findings: Finding[] = [];
  const gaps = [placeholdersIn(text), placeholdersIn(say)].map((names) => names.toSorted().join(' '));
  if (gaps[0] !== gaps[1]) findings.push({ what: 'placeholders', at, says: `"${gaps[0]}" became "${gaps[1]}"` });
  if (needsReview && !found?.reviewed_by) findings.push({ what: 'unreviewed', at, says: say });
  if (at.endsWith('.label') && say.length > Math.max(limits.buttons.short, limits.buttons.growth * text.length)) findings.push({ what: 'long-button', at, says: `${say.length} characters for ${text.length}: ${say}` });
  const longest = reader === 'patient' ? Math.max(0, ...sentencesIn(say).map((words) => words.length)) : 0;
  if (longest > limits.sentence) findings.push({ what: 'long-sentence', at, says: `${longest} words: ${say}` });
  return findings;
}

function placeholdersIn(text: string): string[] {
  return text.match(/\{\{\w+\}\}/gu) ?? [];
}

/** The words of each sentence; a placeholder counts as one. */
function sentencesIn(text: string): string[][] {
  return text
    .replaceAll(/\{\{\w+\}\}/gu, 'x')
    .split(/[.!?…:]+(?:\s|$)|\n+/u)
    .map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])
    .filter((words) => words.length > 0)
    .map((words) => [...words]);
}
