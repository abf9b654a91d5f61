import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));

describe('what is committed', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(`${root}${file}`));

  it.each([
    ['a path of one machine', /(?<![\w)])\/(?:work|tmp)\/|\.\.\/shared\//],
    ['a task left open', /\bTO[D]O\b|\bFIX[M]E\b/],
  ])('does not mention %s', (_, forbidden) => {
    const found = files.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, at) => (forbidden.test(line) ? [`${file}:${at + 1} ${line.trim().slice(0, 100)}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

describe.each(['', 'test/playground/'])('%spackage-lock.json', (folder) => {
  it('lets npm ci pass on a fresh clone', () => {
    const { status, stderr } = spawnSync('npm', ['ci', '--dry-run', '--offline'], { cwd: `${root}${folder}`, encoding: 'utf8' });
    expect({ status, problems: stderr.split('\n').filter((line) => line.includes('npm error')) }).toEqual({ status: 0, problems: [] });
  });

  it('names the optional packages of every platform, without which npm ci refuses it', () => {
    expect(execFileSync(process.execPath, ['.ci/lockfile.js', '--check', `${folder}package-lock.json`], { cwd: root, encoding: 'utf8' })).toBe('');
  });
});

const readme = existsSync(`${root}README.md`) ? read('README.md') : null;

describe('the README', () => {
  (readme === null ? it.skip : it)('names only npm scripts that exist', () => {
    const blocks = [...(readme ?? '').matchAll(/^```.*\n([\s\S]*?)^```/gm)].map(([, block]) => block ?? '');
    const named = blocks.flatMap((block) => [...block.matchAll(/\bnpm (?:run (?:-\S+ )*([\w:-]+)|(start|test)\b)/g)].map(([, run, short]) => run ?? short ?? ''));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
