import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { wishes, type WishExample } from '../understanding/command.ts';
import { stances, type Example } from '../understanding/emergency.ts';
import { filesIn, shaped } from './files.ts';

const Level = z.enum(['emergency', 'same-day'], 'the heading is [emergency] or [same-day]');
/** The file of what raises nothing; its headings say why. */
const nothing = 'none';
const whyNot = [...stances, 'lookalike', 'ordinary'] as const;
const Wish = z.enum(wishes, `the file is named after what is wished: ${wishes.join(', ')}`);
const Why = z.enum(whyNot, `the heading is one of ${whyNot.map((why) => `[${why}]`).join(' ')}`);

/**
 * What people might write, by flag: dialogs/language/<lng>/emergency/<flag>.txt, a message a line under a heading in brackets.
 * Lines that begin with # are for the reader. Throws ClinicError `page-invalid` for a heading it does not know, or a
 * message without one.
 */
export function examplesIn(dialogs: string, language: string): Example[] {
  return linesIn(dialogs, language, 'emergency').flatMap(({ name, place, lines }) => {
    let heading: string | undefined;
    return lines.flatMap((text): Example[] => {
      const named = /^\[(.+)\]$/u.exec(text)?.[1];
      heading = named ?? heading;
      if (named !== undefined) return [];
      if (name === nothing) return [{ text, means: { name: shaped(Why, heading, place), level: null } }];
      return [{ text, means: { name, level: shaped(Level, heading, place) } }];
    });
  });
}

/**
 * What people might write who want something of the conversation: dialogs/language/<lng>/commands/<wish>.txt, a message a line, and in
 * none.txt what wishes nothing of it. Throws ClinicError `page-invalid` for a file of another name.
 */
export function wishExamplesIn(dialogs: string, language: string): WishExample[] {
  return linesIn(dialogs, language, 'commands').flatMap(({ name, place, lines }) => {
    const wish = shaped(Wish, name, place);
    return lines.map((text) => ({ text, name: wish }));
  });
}

/** The messages of each file of a folder, by the file's name; lines that begin with # are for the reader. None where there is no such folder. */
function linesIn(dialogs: string, language: string, folder: string): { name: string; place: string; lines: string[] }[] {
  const place = join(dialogs, 'language', language, folder);
  return (existsSync(place) ? filesIn(place, '.txt') : []).map((file) => ({
    name: basename(file, '.txt'),
    place: `dialogs/language/${language}/${folder}/${basename(file)}`,
    lines: readFileSync(file, 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')),
  }));
}
