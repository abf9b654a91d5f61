import { join } from 'node:path';
import { documentsIn, linesIn, sourceLanguage, translationOf } from '../content/documents.ts';
import { dataIn, foldersIn, shaped, type Folders } from '../content/files.ts';
import { staleAmong, topicsIn } from '../content/topics.ts';
import { findingsIn, Limits, type Finding } from './language-check.ts';

/** Everything there is to say about a language. */
export interface LanguageState {
  readonly language: string;
  readonly findings: readonly (Finding & { readonly document: string })[];
}

/** The languages somebody has begun to translate into. */
export function languagesIn({ locales }: Folders): string[] {
  return foldersIn(locales).filter((language) => language !== sourceLanguage);
}

/** What is missing, stale, unreviewed, too long or too hard in a language, in the order in which patients meet it. */
export function languageState(language: string, folders: Folders): LanguageState {
  const limits = shaped(Limits, dataIn(join(folders.locales, 'limits.yaml')), 'locales/limits.yaml');
  const findings = documentsIn(folders).flatMap((document) =>
    findingsIn(language, linesIn(language, document), translationOf(document, language, folders), limits).map((finding) => ({ document: document.name, ...finding })),
  );
  return { language, findings: [...findings, ...topicFindings(language, folders)] };
}

/** Answers from the documents that nobody has written in this language, or that are not what the first language says today. */
function topicFindings(language: string, { dialogs }: Folders): LanguageState['findings'] {
  const source = new Map(topicsIn(dialogs, sourceLanguage).map((topic) => [topic.id, topic]));
  const written = foldersIn(join(dialogs, 'faq')).includes(language) ? topicsIn(dialogs, language) : [];
  const stale = new Set(staleAmong(written, source));
  return [...source.values()].flatMap(({ id, title }) => {
    const what = stale.has(id) ? ('stale' as const) : written.some((topic) => topic.id === id) ? undefined : ('missing' as const);
    return what ? [{ document: `dialogs/faq/${language}/${id}.md`, what, at: 'of', says: title }] : [];
  });
}

const [from, to] = ['<!-- unreviewed: written by npm run language:check -- --write -->', '<!-- end -->'];

/** The page with its list of unreviewed texts as it is now. Throws if the page has lost the two marks the list stands between. */
export function unreviewedPart(page: string, states: readonly LanguageState[]): string {
  const [before, rest] = page.split(from);
  const after = rest?.split(to)[1];
  if (before === undefined || after === undefined) throw new Error('docs/languages.md has lost the marks between which the unreviewed texts stand.');
  const rows = states.flatMap(({ language, findings }) => findings.filter(({ what }) => what === 'unreviewed').map(({ document, at }) => `| ${language} | \`${document}\` | \`${at}\` |`));
  return `${before}${from}\n\n| language | file | text |\n|---|---|---|\n${rows.join('\n')}\n\n${to}${after}`;
}
