import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { stances, type Example } from '../understanding/emergency.ts';
import { filesIn, shaped } from './files.ts';

const Level = z.enum(['emergency', 'same-day'], 'the heading is [emergency] or [same-day]');
/** The file of what raises nothing; its headings say why. */
const nothing = 'none';
const whyNot = [...stances, 'lookalike', 'ordinary'] as const;
const Why = z.enum(whyNot, `the heading is one of ${whyNot.map((why) => `[${why}]`).join(' ')}`);

/**
 * What people might write, by flag: dialogs/language/<lng>/emergency/<flag>.txt, a message a line under a heading in brackets.
 * Lines that begin with # are for the reader. Throws ClinicError `page-invalid` for a heading it does not know, or a
 * message without one.
 */
export function examplesIn(dialogs: string, language: string): Example[] {
  return filesIn(join(dialogs, 'language', language, 'emergency'), '.txt').flatMap((file) => {
    const name = basename(file, '.txt');
    const place = `dialogs/language/${language}/emergency/${basename(file)}`;
    let heading: string | undefined;
    return readFileSync(file, 'utf8').split('\n').flatMap((line): Example[] => {
      const text = line.trim();
      if (text === '' || text.startsWith('#')) return [];
      const named = /^\[(.+)\]$/u.exec(text)?.[1];
      heading = named ?? heading;
      if (named !== undefined) return [];
      if (name === nothing) return [{ text, means: { name: shaped(Why, heading, place), level: null } }];
      return [{ text, means: { name, level: shaped(Level, heading, place) } }];
    });
  });
}
