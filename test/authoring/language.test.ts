import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findingsIn, type Limits } from '../../src/authoring/language-check.ts';
import { languageState, unreviewedPart } from '../../src/authoring/language-state.ts';
import { spanishGrade, syllablesIn } from '../../src/authoring/spanish-grade.ts';
import { worksheet } from '../../src/authoring/worksheet.ts';
import { documentsIn, linesIn, sourceLanguage } from '../../src/content/documents.ts';
import { fingerprintOf } from '../../src/dialog/fingerprint.ts';
import type { SourceLine, Translation } from '../../src/dialog/translation.ts';
import { shipped } from '../support/content.ts';
import { foldersIn, rightToLeft } from '../support/pseudo.ts';

const root = join(import.meta.dirname, '../..');
const folders = { dialogs: join(root, 'dialogs'), locales: join(root, 'locales') };
const others = shipped.card.languages.filter((language) => language !== sourceLanguage);

describe.each(others)('the language %s', (language) => {
  it('says today everything that is said in the first language, in words that fit', () => {
    const { findings } = languageState(language, folders);
    expect(findings.filter(({ what }) => what !== 'unreviewed').map(({ document, at, what, says }) => `${document} ${at} is ${what}: ${says}`)).toEqual([]);
  });
});

describe('docs/languages.md', () => {
  it('lists every text that nobody has reviewed (npm run language:check -- --write)', () => {
    const page = readFileSync(join(root, 'docs/languages.md'), 'utf8');
    expect(page).toBe(unreviewedPart(page, others.map((language) => languageState(language, folders))));
  });
});

const line = (text: string, more: Partial<SourceLine> = {}): SourceLine => ({ at: 'ask', text, reader: 'patient', needsReview: false, ...more });
const said = (text: string, say: string, at = 'ask'): Translation => ({ [at]: { of: fingerprintOf(text), say } });

describe('the check of a language', () => {
  const limits: Limits = { buttons: { short: 10, growth: 1.5 }, sentence: 6, grade: { es: { most: 6, formula: 'crawford', source: 'invented' } } };
  const found = (one: SourceLine, translation: Translation): string[] => findingsIn('es', [one], translation, limits).map(({ what }) => what);

  it('has nothing to say about a whole translation', () => {
    expect(found(line('Does it hurt?'), said('Does it hurt?', '¿Le duele?'))).toEqual([]);
  });

  it('names what is missing and what is stale', () => {
    expect(found(line('Does it hurt?'), {})).toEqual(['missing']);
    expect(found(line('Does it hurt?'), said('Does it hurt?', ''))).toEqual(['missing']);
    expect(found(line('Does it hurt now?'), said('Does it hurt?', '¿Le duele?'))).toEqual(['stale']);
  });

  it('names a placeholder that was lost or invented', () => {
    expect(found(line('Call {{phone}}.'), said('Call {{phone}}.', 'Llame.'))).toEqual(['placeholders']);
    expect(found(line('Call {{phone}}.'), said('Call {{phone}}.', 'Llame al {{telefono}}.'))).toEqual(['placeholders']);
  });

  it('names a button that grew too long, and a sentence that is too long', () => {
    const at = 'options.a.label';
    expect(found(line('Pain', { at }), said('Pain', 'Dolor muy fuerte', at))).toEqual(['long-button']);
    expect(found(line('Does it hurt?'), said('Does it hurt?', '¿Le duele a usted mucho la pierna derecha?'))).toEqual(['long-sentence']);
  });

  it('names an emergency text that nobody has put a name to', () => {
    const text = 'Call now.';
    expect(found(line(text, { needsReview: true }), said(text, 'Llame ya.'))).toEqual(['unreviewed']);
    expect(found(line(text, { needsReview: true }), { ask: { of: fingerprintOf(text), say: 'Llame ya.', reviewed_by: 'Invented Reviewer, MD' } })).toEqual([]);
  });

  it('names words that are too hard for what they are read by', () => {
    const hard = Array.from({ length: 8 }, () => 'Descompresión mínimamente invasiva de la estenosis.').join(' ');
    expect(found(line('x'), said('x', hard))).toContain('hard');
  });
});

describe('a worksheet', () => {
  const lines: SourceLine[] = [
    { at: 'ask', text: 'Where is the pain?', reader: 'patient', needsReview: false },
    { at: 'say', text: 'Call now.', reader: 'patient', needsReview: true },
  ];

  it('carries every line with its words and what to know, in order', () => {
    expect(worksheet(lines, {})).toEqual({
      ask: { of: fingerprintOf('Where is the pain?'), from: 'Where is the pain?', say: '' },
      say: { of: fingerprintOf('Call now.'), from: 'Call now.', note: 'A clinician who speaks the language signs this in reviewed_by.', say: '', reviewed_by: null },
    });
  });

  it('keeps what is translated, wherever the line has moved to', () => {
    const before: Translation = { old: { of: fingerprintOf('Where is the pain?'), say: '¿Dónde le duele?' } };
    expect(worksheet(lines, before)['ask']).toEqual({ of: fingerprintOf('Where is the pain?'), say: '¿Dónde le duele?' });
  });

  it('gives a changed line back empty, with what it said before and without its signature', () => {
    const before: Translation = { say: { of: fingerprintOf('Call soon.'), say: 'Llame pronto.', reviewed_by: 'Invented Reviewer, MD' } };
    const once = worksheet(lines, before);
    expect(once['say']).toMatchObject({ of: fingerprintOf('Call now.'), was: 'Llame pronto.', say: '', reviewed_by: null });
    expect(worksheet(lines, once)).toEqual(once);
  });

  it('has the plural forms of its own language', () => {
    const bot = documentsIn(folders).find(({ name }) => name === 'bot');
    const forms = (language: string): string[] => (bot ? linesIn(language, bot) : []).map(({ at }) => at).filter((at) => at.startsWith('answer.weeks_')).toSorted();
    expect(forms('pl')).toEqual(['answer.weeks_few', 'answer.weeks_many', 'answer.weeks_one', 'answer.weeks_other']);
    expect(forms('ja')).toEqual(['answer.weeks_other']);
  });
});

describe('a language that nobody has written down how to understand', () => {
  it('is named with every answer it lacks, and can not be offered', () => {
    const { folders: pseudo, remove } = foldersIn(rightToLeft);
    try {
      const { findings } = languageState('fr', pseudo);
      expect(findings.filter(({ document }) => document.startsWith('dialogs/faq/fr/')).length).toBeGreaterThan(40);
    } finally {
      remove();
    }
  });
});

describe('a Spanish word', () => {
  it.each([
    ['pierna', 2], ['ciática', 3], ['río', 2], ['adormecimiento', 6], ['ojo', 2], ['huevo', 2], ['construir', 2], ['quien', 1], ['guerra', 2], ['averigüe', 4], ['leer', 2], ['cirugía', 4], ['y', 1], ['muy', 1], ['911', 1],
  ])('"%s" has %d syllables', (word, count) => {
    expect(syllablesIn(word)).toBe(count);
  });

  it('makes a text easier the shorter it is', () => {
    expect(spanishGrade([['Le', 'duele', 'la', 'pierna'], ['Camina', 'bien']])).toBeLessThan(spanishGrade([['Descompresión', 'mínimamente', 'invasiva', 'lumbar', 'estenosis', 'espinal']]));
  });
});
