import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readContent } from '../../src/content.ts';
import { findTopic } from '../../src/faq/search.ts';
import type { Topic } from '../../src/faq/topic.ts';
import { fingerprintOfTopic, inTodaysWords, staleAmong } from '../../src/content/topics.ts';
import { topics } from '../faq/topics.ts';

const root = join(import.meta.dirname, '../..');
const spanish = [...topics.es.values()];
const english = topics.en;

/** The English topics with one of them reworded. */
function reworded(id: string, change: Partial<Topic>): Map<string, Topic> {
  return new Map([...english].map(([one, topic]) => [one, one === id ? { ...topic, ...change } : topic]));
}

describe('the Spanish topics', () => {
  it('are each a translation of what the English one says today', () => {
    const today = (id: string) => [...english.values()].filter((topic) => topic.id === id).map(fingerprintOfTopic)[0];
    expect(staleAmong(spanish, english).map((id) => `${id}, of: ${today(id)}`)).toEqual([]);
  });

  it('are stale by name when the English answer or title is reworded', () => {
    expect(staleAmong(spanish, reworded('risks', { answer: 'There are risks.' }))).toEqual(['risks']);
    expect(staleAmong(spanish, reworded('age', { title: 'How old' }))).toEqual(['age']);
  });

  it('are not stale when the English one is asked for in another way', () => {
    expect(staleAmong(spanish, reworded('risks', { asks: ['what about it'] }))).toEqual([]);
  });

  it('are stale when they name nothing they were translated from', () => {
    expect(staleAmong(spanish.map((topic) => ({ ...topic, of: '' })), english)).toHaveLength(spanish.length);
  });
});

describe('a stale topic', () => {
  const answer = 'There are risks.';
  const shown = new Map(inTodaysWords(spanish, reworded('risks', { answer })).map((topic) => [topic.id, topic]));

  it('answers in English instead of with an old text, and is asked for in Spanish', () => {
    expect(shown.get('risks')).toMatchObject({ answer, title: english.get('risks')?.title, asks: topics.es.get('risks')?.asks });
  });

  it('changes no other', () => {
    expect([...shown.values()].filter(({ id }) => id !== 'risks')).toEqual(spanish.filter(({ id }) => id !== 'risks'));
  });

  it('is left out if English no longer has it', () => {
    const without = new Map([...english].filter(([id]) => id !== 'risks'));
    expect(inTodaysWords(spanish, without).map(({ id }) => id)).toEqual(spanish.map(({ id }) => id).filter((id) => id !== 'risks'));
  });

  it('is named among what a voice borrows, and found by a Spanish question', () => {
    const folder = mkdtempSync(join(tmpdir(), 'topics-'));
    try {
      cpSync(join(root, 'dialogs'), folder, { recursive: true });
      const file = join(folder, 'faq/en/risks.md');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/---\n[^-]*$/u, `---\n${answer}\n`));
      const faq = readContent({ dialogs: folder, locales: join(root, 'locales') }, ['en', 'es']).voices.get('es')?.faq;
      expect(faq && [...faq.borrowed]).toEqual(['risks']);
      expect(faq?.topics.get((faq && findTopic('¿qué riesgos tiene?', faq.index)?.topic) ?? '')?.answer).toBe(answer);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has a fingerprint of twelve characters', () => {
    const risks = english.get('risks');
    expect(risks && fingerprintOfTopic(risks)).toMatch(/^[\w-]{12}$/u);
  });
});
