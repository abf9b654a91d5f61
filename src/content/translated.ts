import { dialogFrom, type Dialog } from '../dialog/dialog.ts';
import { Rule } from '../dialog/rule.ts';
import { ClinicCard, Page, Safety, Situation } from '../dialog/schema.ts';
import { inOtherWords, lackOf, type SourceLine, type Translation } from '../dialog/translation.ts';
import type { Locale } from '../words.ts';
import { linesIn, sourceLanguage, translationOf, type Document } from './documents.ts';
import { shaped, type Folders } from './files.ts';

/** What dialogs/ holds, in the language it is written in. */
export interface Source {
  readonly card: ClinicCard;
  readonly safety: Safety;
  readonly situation: Situation;
  readonly pages: readonly Page[];
  readonly rules: readonly Rule[];
}

/** What a language says: everything that is translated from today's words, and the first language's where nothing is. */
export interface Translated extends Omit<Source, 'pages'> {
  readonly language: string;
  readonly dialog: Dialog;
  readonly borrowed: ReadonlySet<string>;
  readonly borrowedAlerts: ReadonlySet<string>;
  readonly gloss: (text: string) => string;
}

/** One document in one language. */
interface Spoken {
  readonly document: Document;
  readonly lines: readonly SourceLine[];
  readonly says: ReadonlyMap<string, string>;
}

/**
 * Everything in the words of a language. A page is one thing: if a line of it that patients read is missing or stale, the whole page
 * is borrowed from the first language, because half a page asks half a question. So is an alert.
 * `files` are those of locales/, by name and key.
 */
export function inTheirWords(language: string, documents: readonly Document[], source: Source, dialog: Dialog, folders: Folders): { translated: Translated; files: Locale['files'] } {
  const all = documents.map((document) => inLanguage(language, document, source.card.onlyReviewedTranslations, folders));
  const named = (name: string): Spoken[] => all.filter(({ document }) => document.name.startsWith(name));
  const one = <T>(schema: Parameters<typeof shaped<T>>[0], name: string, otherwise: T, without: ReadonlySet<string> = new Set()): T =>
    named(name).map((spoken) => shaped(schema, rewritten(spoken, without), `locales/${language}/${name}.json`))[0] ?? otherwise;

  const alerts = named('dialogs/safety').flatMap(lacking).map(({ at }) => at.split('.').slice(0, 2));
  const borrowedAlerts = new Set(alerts.flatMap(([kind, id]) => (kind === 'alerts' && id !== undefined ? [id] : [])));
  const pages = named('dialogs/intake/').map((spoken) => {
    const lacks = lacking(spoken).some(({ reader }) => reader === 'patient');
    return { lacks, page: shaped(Page, lacks ? spoken.document.raw : rewritten(spoken), `locales/${language}/${spoken.document.name}.json`) };
  });
  const laidOut = dialogFrom(pages.map(({ page }) => page));
  // An answer is an answer in any language: what it answers is the meaning of the question as it was written.
  const items = laidOut.items.map((item) => ({ ...item, of: dialog.byId.get(item.id)?.of ?? item.of }));
  const known = new Map(all.flatMap(({ lines, says }) => lines.flatMap(({ at, text }) => [says.get(at)].flatMap((say) => (say === undefined ? [] : [[text, say] as const])))));
  const translated: Translated = {
    language,
    card: one(ClinicCard, 'dialogs/clinic', source.card),
    safety: one(Safety, 'dialogs/safety', source.safety, new Set([...borrowedAlerts].flatMap((id) => [`alerts.${id}.say`, `alerts.${id}.sayCarer`]))),
    situation: one(Situation, 'dialogs/situation', source.situation),
    rules: named('dialogs/screening/').map((spoken) => shaped(Rule, rewritten(spoken), `locales/${language}/${spoken.document.name}.json`)),
    dialog: { pages: laidOut.pages, items, byId: new Map(items.map((item) => [item.id, item])) },
    borrowed: new Set(pages.flatMap(({ lacks, page }) => (lacks ? [page.id] : []))),
    borrowedAlerts,
    gloss: (text) => known.get(text) ?? text,
  };
  return {
    translated,
    files: Object.fromEntries(all.filter(({ document }) => !document.name.startsWith('dialogs/')).map(({ document, says }) => [document.name, Object.fromEntries(says)])),
  };
}

function inLanguage(language: string, document: Document, mustBeReviewed: boolean, folders: Folders): Spoken {
  if (language === sourceLanguage) return { document, lines: document.lines, says: new Map(document.lines.map(({ at, text }) => [at, text])) };
  const lines = linesIn(language, document);
  const translation = translationOf(document, language, folders);
  return { document, lines, says: new Map(lines.filter((line) => !lackOf(line, translation, mustBeReviewed)).map(({ at }) => [at, sayOf(translation, at)])) };
}

function sayOf(translation: Translation, at: string): string {
  return translation[at]?.say ?? '';
}

function lacking({ lines, says }: Spoken): SourceLine[] {
  return lines.filter(({ at }) => !says.has(at));
}

function rewritten({ document, says }: Spoken, without: ReadonlySet<string> = new Set()): unknown {
  return inOtherWords(document.raw, new Map([...says].filter(([at]) => !without.has(at))));
}
