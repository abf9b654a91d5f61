import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { examplesIn, wishExamplesIn } from '../../src/content/examples.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function dialogsWith(folder: string, file: string, text: string): string {
  const dialogs = mkdtempSync(join(tmpdir(), 'lean-forward-examples-'));
  folders.push(dialogs);
  mkdirSync(join(dialogs, 'language/en', folder), { recursive: true });
  writeFileSync(join(dialogs, 'language/en', folder, file), text);
  return dialogs;
}

const examplesOf = (file: string, text: string): ReturnType<typeof examplesIn> => examplesIn(dialogsWith('emergency', file, text), 'en');
const wishesOf = (file: string, text: string): ReturnType<typeof wishExamplesIn> => wishExamplesIn(dialogsWith('commands', file, text), 'en');

describe('the examples of the emergency watch', () => {
  it('are a message a line, by flag and level', () => {
    expect(examplesOf('stroke.txt', '# For the reader.\n\n[emergency]\nmy face droops\n\n[same-day]\nan eye went dark last week\n')).toEqual([
      { text: 'my face droops', means: { name: 'stroke', level: 'emergency' } },
      { text: 'an eye went dark last week', means: { name: 'stroke', level: 'same-day' } },
    ]);
  });

  it('tell of none, by why', () => expect(examplesOf('none.txt', '[denied]\nno fever\n')).toEqual([{ text: 'no fever', means: { name: 'denied', level: null } }]));

  it.each([
    ['stroke.txt', '[urgent]\nmy face droops\n', 'the heading is [emergency] or [same-day]'],
    ['stroke.txt', 'my face droops\n', 'the heading is [emergency] or [same-day]'],
    ['none.txt', '[negated]\nno fever\n', '[denied]'],
    ['none.txt', 'no fever\n', '[denied]'],
  ])('are refused under a heading that is none, with the file and what fits: %s %j', (file, text, sentence) => {
    expect(() => examplesOf(file, text)).toThrow(sentence);
    expect(() => examplesOf(file, text)).toThrow(`dialogs/language/en/emergency/${file}`);
  });
});

describe('the examples of what patients want of the conversation', () => {
  it('are a message a line, by what is wished', () => expect(wishesOf('skip.txt', '# For the reader.\nrather not\n\npass on that\n')).toEqual([{ text: 'rather not', name: 'skip' }, { text: 'pass on that', name: 'skip' }]));
  it('are none where a language has none', () => expect(wishExamplesIn(dialogsWith('emergency', 'none.txt', ''), 'en')).toEqual([]));
  it('are refused under a name that is no wish', () => expect(() => wishesOf('leave.txt', 'bye')).toThrow('dialogs/language/en/commands/leave.txt: the file is named after what is wished: why, stop, skip'));
});
