import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { documentsIn, linesIn } from '../../src/content/documents.ts';
import type { Folders } from '../../src/content/files.ts';
import { readContent } from '../../src/content.ts';
import type { Content } from '../../src/conversation/content.ts';
import { fingerprintOf } from '../../src/dialog/fingerprint.ts';
import type { SourceLine, Translation } from '../../src/dialog/translation.ts';

const root = join(import.meta.dirname, '../..');

/** What a pseudo-language says for a line; undefined leaves it untranslated. */
export type Saying = (line: SourceLine, document: string) => Translation[string] | undefined;

/** A line in letters nobody writes, half as long again, between brackets: a string that escaped translation has none of these. */
export const longer: Saying = ({ text }) => translated(text, `⟦${outside(text, (part) => part.replaceAll(/[aeiou]/gu, (vowel) => `${accented[vowel]}${accented[vowel]}`))}⟧`);

/** A line in Hebrew letters, to be read from right to left. */
export const rightToLeft: Saying = ({ text }) => translated(text, `⟦${outside(text, (part) => part.replaceAll(/[a-z]/giu, (letter) => hebrew[letter.toLowerCase().charCodeAt(0) % hebrew.length] ?? ''))}⟧`);

/** The shipped content with Spanish replaced by a pseudo-language: people's words are understood as ever, ours are not ours. */
export function contentIn(saying: Saying, languages: readonly string[] = ['en', 'es']): Content {
  const { folders, remove } = foldersIn(saying);
  try {
    const content = readContent(folders, languages);
    if (saying !== rightToLeft) return content;
    return { ...content, voices: new Map([...content.voices].map(([language, voice]) => [language, language === 'es' ? { ...voice, direction: 'rtl' } : voice])) };
  } finally {
    remove();
  }
}

/** The folders of a product whose Spanish is a pseudo-language. */
export function foldersIn(saying: Saying): { folders: Folders; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'pseudo-'));
  const folders = { dialogs: join(root, 'dialogs'), locales: folder };
  cpSync(join(root, 'locales/en'), join(folder, 'en'), { recursive: true });
  cpSync(join(root, 'locales/limits.yaml'), join(folder, 'limits.yaml'));
  for (const document of documentsIn(folders)) {
    const file = join(folder, 'es', `${document.name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    const lines = linesIn('es', document).flatMap((line) => [saying(line, document.name)].flatMap((say) => (say ? [[line.at, say] as const] : [])));
    writeFileSync(file, JSON.stringify(Object.fromEntries(lines)));
  }
  return { folders, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function translated(text: string, say: string): Translation[string] {
  return { of: fingerprintOf(text), say };
}

const accented: Readonly<Record<string, string>> = { a: 'å', e: 'ë', i: 'ï', o: 'ø', u: 'ü' };
const hebrew = 'אבגדהוזחטיכלמנסעפצקרשת';

/** Changes what stands outside of the placeholders. */
function outside(text: string, change: (part: string) => string): string {
  return text.split(/(\{\{\w+\}\})/u).map((part) => (part.startsWith('{{') ? part : change(part))).join('');
}
