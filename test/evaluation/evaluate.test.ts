import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Runs `npm run evaluate` as CI and people do, on a file with these lines. */
function evaluate(kind: string, ...lines: string[]): { status: number | null; predictions: unknown[]; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lean-forward-'));
  const file = join(folder, 'rows.jsonl');
  writeFileSync(file, lines.join('\n'));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/evaluation/evaluate.ts', kind, file, '--score'], { cwd: root, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { status, predictions: stdout.split('\n').filter((line) => line !== '').map((line): unknown => JSON.parse(line)), said: stderr };
}

describe('the evaluation', () => {
  it('answers each question with its topic, or with nothing where the documents say nothing', () => {
    const { predictions } = evaluate('faq', '{"id":"a","lang":"en","text":"what are the risks of the mild procedure?"}', '{"id":"b","lang":"es","text":"¿cuánto cuesta?"}');
    expect(predictions).toEqual([{ id: 'a', topic: 'risks' }, { id: 'b', topic: 'OUT_OF_SCOPE' }]);
  });

  it('finds warning signs, and none where there is none', () => {
    const { predictions } = evaluate('redflags', '{"id":"a","lang":"en","text":"I can not feel it when I wipe since Tuesday"}', '{"id":"b","lang":"en","text":"no numbness down there"}');
    expect(predictions).toEqual([{ id: 'a', flags: ['ces_saddle'], tier: 'emergency' }, { id: 'b', flags: [], tier: null }]);
  });

  it('reads answers as values, as UNCLEAR or as an intent, whatever other fields a row has', () => {
    const rows = [['a', 'relief_sitting', 'yes it does'], ['b', 'relief_sitting', 'purple'], ['c', 'dob', 'why do you ask']] as const;
    const { predictions, said } = evaluate('answers', ...rows.map(([id, question, text]) => JSON.stringify({ id, question, text, lang: 'en', expect: 'yes', extra: {} })));
    expect(predictions).toMatchObject([{ value: 'yes' }, { value: 'UNCLEAR' }, { value: 'INTENT:why' }]);
    expect(said).toContain('"right"');
  });

  it('tells a story as answers, treatments, flags and urgency', () => {
    const story = 'It hurts when I walk, and sitting helps. I had two epidurals, they helped for a month.';
    expect(evaluate('vignettes', JSON.stringify({ id: 'a', lang: 'en', story })).predictions).toMatchObject([
      { neurogenic_claudication: 'likely', red_flags: [], treatments: [{ type: 'esi', outcome: 'temporary' }], urgency_tier: 'routine' },
    ]);
  });

  it.each([
    ['a kind it does not know', 'poems', '{"id":"a"}', 'Usage'],
    ['a line that is not JSON', 'faq', 'hello', 'Line 1 is not JSON'],
    ['a line of another shape', 'answers', '{"id":"a","text":"yes","lang":"en"}', 'question'],
    ['an empty file', 'faq', '', 'no lines'],
  ])('refuses %s with exit code 2 and a sentence', (_, kind, line, sentence) => {
    const { status, predictions, said } = evaluate(kind, line);
    expect({ status, predictions }).toEqual({ status: 2, predictions: [] });
    expect(said).toContain(sentence);
  });
});
