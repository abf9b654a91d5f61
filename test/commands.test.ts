import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');

describe('what is made from the dialogs is current', () => {
  it.each(['dialogs:measure', 'dialogs:chart', 'dialogs:schema'])('npm run %s -- --check', (command) => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', command, '--', '--check'], { cwd: root, encoding: 'utf8' });
    expect(stdout).not.toContain('out of date');
    expect(status).toBe(0);
  });
});
