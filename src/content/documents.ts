import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { linesOfDialog, linesOfWords, Translation, type SourceLine } from '../dialog/translation.ts';
import { dataIn, filesIn, shaped, type Folders } from './files.ts';

/** The language everything in dialogs/ and in the first folder of locales/ is written in; all others are translations of it. */
export const sourceLanguage = 'en';

/** A file whose words people read, as it is written. */
export interface Document {
  /** Its place without extension, and the place of its translation under locales/<lng>: `dialogs/intake/01-welcome` or `bot`. */
  readonly name: string;
  readonly raw: unknown;
  readonly lines: readonly SourceLine[];
}

const forNurses = new Set(['handoff', 'staff', 'teams-staff', 'teams-app']);

/** Everything that is translated: the pages and what belongs to them, then the words of locales/. */
export function documentsIn({ dialogs, locales }: Folders): Document[] {
  const single = ['clinic.yaml', 'safety.yaml', 'situation.yaml', 'emergency.yaml'].map((file) => join(dialogs, file));
  const pages = [...filesIn(join(dialogs, 'intake'), '.yaml'), ...single, ...filesIn(join(dialogs, 'screening'), '.yaml')].map((file): Document => {
    const raw = dataIn(file);
    return { name: `dialogs${file.slice(dialogs.length, -'.yaml'.length)}`, raw, lines: linesOfDialog(raw) };
  });
  const words = filesIn(join(locales, sourceLanguage), '.json').map((file): Document => {
    const [raw, name] = [dataIn(file), basename(file, '.json')];
    return { name, raw, lines: linesOfWords(raw, forNurses.has(name) ? 'nurse' : 'patient') };
  });
  return [...pages, ...words];
}

/** The lines a language needs: its own plural forms (CLDR, by `Intl`) in place of those of the first language. */
export function linesIn(language: string, { lines }: Document): SourceLine[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return lines.flatMap((line) => {
    const plural = /^(?<key>.*)_(?<form>one|other)$/u.exec(line.at)?.groups;
    if (!plural) return [line];
    if (plural['form'] === 'other') return forms.filter((form) => form !== 'one').map((form) => ({ ...line, at: `${plural['key']}_${form}` }));
    return forms.includes('one') ? [line] : [];
  });
}

/** What a language has of a document; nothing, if nobody has begun. Throws ClinicError `page-invalid` for a file of another shape. */
export function translationOf({ name }: Document, language: string, { locales }: Folders): Translation {
  const file = join(locales, language, `${name}.json`);
  return existsSync(file) ? shaped(Translation, dataIn(file), `locales/${language}/${name}.json`) : {};
}
