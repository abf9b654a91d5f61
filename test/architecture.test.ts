import { describe, expect, it } from '@jest/globals';
import { rules } from './architecture/rules.ts';
import { sourceFiles, sourceFrom } from './architecture/source.ts';
import type { Rule } from './architecture/rules.ts';
import type { Source } from './architecture/source.ts';

const kept = 'the rule is kept';

function report({ id, why, fix, breaches }: Rule, files: readonly Source[]): string {
  const found = files.flatMap((file) => [...new Set(breaches(file, files))].map((breach) => `${file.path} ${breach}`));
  return found.length === 0 ? kept : [...found, `Rule: ${id}`, `Why: ${why}`, `Fix: ${fix}`].join('\n');
}

describe('the source keeps the rule', () => {
  const files = sourceFiles();

  it.each(rules)('$id', (rule) => {
    expect(report(rule, files)).toBe(kept);
  });
});

describe('a rule finds its breach', () => {
  it.each(rules)('$id', (rule) => {
    const { path, text } = rule.example;
    const neighbours = Array.from({ length: 12 }, (_, at) => sourceFrom(`src/full/${at + 2}.ts`, ''));
    expect(report(rule, [sourceFrom(path, text), ...neighbours])).toContain(`${path} `);
  });
});

describe('the scanner', () => {
  it('sees every way to import, and whether only types are taken', () => {
    const text = [
      "import zod from 'zod';",
      "import { type A, b } from './a.ts';",
      "import type { C } from '../c.ts';",
      "import './side.ts';",
      "export { d } from 'd';",
      "export type { E } from 'e';",
      "const f = await import('f');",
      "const g: import('g').G = f;",
    ];
    expect(sourceFrom('src/dialog/x.ts', text.join('\n')).imports).toEqual([
      { from: 'zod', how: 'value' },
      { from: 'src/dialog/a.ts', how: 'value' },
      { from: 'src/c.ts', how: 'type' },
      { from: 'src/dialog/side.ts', how: 'value' },
      { from: 'd', how: 'value' },
      { from: 'e', how: 'type' },
      { from: 'f', how: 'dynamic' },
      { from: 'g', how: 'type' },
    ]);
  });

  it('sees clocks and chance, but not a date made from a value', () => {
    const text = "import { randomBytes } from 'node:crypto'; const a = [Date.now, new Date(), new Date(5), Math.random(), crypto.randomUUID()]; // Date.now()";
    expect(sourceFrom('src/x.ts', text).reads.toSorted()).toEqual(['Date.now', 'Math.random', 'new Date()', 'randomBytes', 'randomUUID']);
  });
});
