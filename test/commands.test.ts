import { spawnSync } from 'node:child_process';
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

describe('what is made from the dialogs is current', () => {
  it.each(['dialogs:measure', 'dialogs:chart', 'dialogs:schema'])('npm run %s -- --check', (command) => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', command, '--', '--check'], { cwd: root, encoding: 'utf8' });
    expect(stdout).not.toContain('out of date');
    expect(status).toBe(0);
  });
});
