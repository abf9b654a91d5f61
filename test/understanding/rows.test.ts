import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { isQuestion } from '../../src/faq/asking.ts';
import { findTopic } from '../../src/faq/search.ts';
import { readRow, type Around } from '../../src/understanding/row.ts';
import { shipped } from '../support/content.ts';
import { alone, english, spanish, today } from './spoken.ts';
import { means } from './same.ts';

const Row = z.object({ id: z.string(), question: z.string(), text: z.string(), lang: z.enum(['en', 'es']), expect: z.unknown(), accept: z.array(z.unknown()) });
const rows = readFileSync(new URL('answers.jsonl', import.meta.url), 'utf8').split('\n').filter(Boolean).map((line) => Row.parse(JSON.parse(line)));
const languages = new Map([['en', english], ['es', spanish]]);
/** What a conversation knows besides, in this language. */
function aroundIn(lng: string): Around {
  const index = shipped.voices.get(lng)?.faq.index;
  if (!index) throw new Error(`The clinic does not speak "${lng}".`);
  return { asks: (text) => isQuestion(text, index.questions), finds: (text) => findTopic(text, index) !== undefined, wishes: shipped.wishes };
}
const arounds = { en: aroundIn('en'), es: aroundIn('es') };

/** A third of the rows, chosen by the hash of their id, was never tuned on; of those whose id begins with `seen` all were looked at. */
const isHeldOut = (id: string) => !id.startsWith('seen') && Number.parseInt(createHash('sha1').update(id).digest('hex').slice(0, 8), 16) % 3 === 0;

function figuresOf(some: typeof rows): { right: number; wrong: number } {
  const judged = some.map((row) => {
    const { value } = readRow(row, languages, today, arounds[row.lang]);
    const right = [row.expect, ...row.accept].some((meant) => means(meant, value));
    return { right, wrong: !right && value !== 'UNCLEAR' };
  });
  const share = (of: (one: (typeof judged)[number]) => boolean) => judged.filter(of).length / judged.length;
  return { right: share(({ right }) => right), wrong: share(({ wrong }) => wrong) };
}

describe('several hundred ways to answer', () => {
  it.each([['tuned on', false], ['held out', true]])('are understood where they were %s', (_, heldOut) => {
    const { right, wrong } = figuresOf(rows.filter(({ id }) => isHeldOut(id) === heldOut));
    expect(right).toBeGreaterThan(0.95);
    expect(wrong).toBeLessThan(0.02);
  });

  it.each(['en', 'es'])('are understood in %s', (lng) => {
    expect(figuresOf(rows.filter(({ lang }) => lang === lng)).right).toBeGreaterThan(0.95);
  });

  it('take well under a millisecond each', () => {
    const times = rows.map((row) => {
      const start = performance.now();
      readRow(row, languages, today, alone);
      return performance.now() - start;
    });
    expect(times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]).toBeLessThan(1);
  });
});
