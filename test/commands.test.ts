import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');

describe('npm run talk', () => {
  it('talks with the same clinic through a pipe, and ends with what the nurse gets', () => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'talk'], { cwd: root, encoding: 'utf8', input: 'I want to talk to a person\n' });
    expect(stdout).toContain('Asked for a person');
    expect(status).toBe(0);
  });
});

const run = (...words: string[]) => spawnSync('npm', ['run', '--silent', ...words], { cwd: root, encoding: 'utf8' });
const spanishFiles = () => readdirSync(join(root, 'locales/es'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json')).map((file) => [file, readFileSync(join(root, 'locales/es', file), 'utf8')]);

describe('npm run language', () => {
  it('check says what is left to do in each language, and ends well where it is only signatures', () => {
    const { status, stdout } = run('language:check');
    expect(stdout).toMatch(/^es: unreviewed \d+$/mu);
    expect(status).toBe(0);
  });

  it('add leaves a language that is whole as it is', () => {
    const before = spanishFiles();
    expect(run('language:add', '--', 'es').status).toBe(0);
    expect(spanishFiles()).toEqual(before);
  });

  it.each([['language:add'], ['language:add', '--', 'en'], ['language:add', '--', '../es'], ['language:check', '--', 'Klingon']])('refuses %s %s %s', (...words) => {
    const { status, stderr } = run(...words);
    expect([status, stderr]).toEqual([2, 'Name a language by its code, for example: npm run language:add -- fr\n']);
  });

  it('talk begins in the language it is asked for', () => {
    const { stdout } = spawnSync('npm', ['run', '--silent', 'talk', '--', 'es'], { cwd: root, encoding: 'utf8', input: 'quiero hablar con una persona\n' });
    expect(stdout).toContain('asistente');
  });
});

describe('what is made from the dialogs is current', () => {
  it.each(['dialogs:measure', 'dialogs:chart', 'dialogs:schema'])('npm run %s -- --check', (command) => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', command, '--', '--check'], { cwd: root, encoding: 'utf8' });
    expect(stdout).not.toContain('out of date');
    expect(status).toBe(0);
  });
});

describe('what is measured and drawn', () => {
  it('npm run bench prints start, memory, turns and what they are held against', () => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'bench', '--', '0.2', '12'], { cwd: root, encoding: 'utf8' });
    for (const line of ['first page', 'memory at rest', 'durable web turn, 200 conversations', 'bare node:http', 'CloudAdapter', 'around the 12th']) expect(stdout).toContain(line);
    expect(status).toBe(0);
  });

  it('npm run bench:understanding prints what a message costs', () => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'bench:understanding'], { cwd: root, encoding: 'utf8' });
    expect(stdout).toContain('the whole turn');
    expect(status).toBe(0);
  });

  it('npm run screenshots makes the pictures of the README', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lean-forward-'));
    const { status } = spawnSync('npm', ['run', '--silent', 'screenshots', '--', folder], { cwd: root, encoding: 'utf8' });
    expect({ status, pictures: readdirSync(folder).toSorted() }).toEqual({ status: 0, pictures: ['chat-es.png', 'chat.png', 'emergency-es.png', 'emergency.png', 'inbox-es.png', 'inbox.png'] });
    rmSync(folder, { recursive: true });
  });
});
