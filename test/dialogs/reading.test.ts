import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Question } from '../../src/dialog/schema.ts';
import { shipped } from '../support/content.ts';
import { allowed, gradeOf, sentencesOf } from './grade.ts';

type Passage = readonly [where: string, text: string];

const { card, safety, dialog } = shipped;

/** What the placeholders stand for, as a patient reads them. */
const filled: Readonly<Record<string, string>> = {
  clinic: 'Clinic', phone: card.phone, hours: card.hours, emergency: card.emergencyNumber, crisis: card.crisisLine.number, name: card.crisisLine.name,
  each: 'Massage', answer: 'Yes', answers: 'Yes', guesses: 'March or May', words: 'water pill', short: 'Phone', source: 'The clinic', count: '3', least: '2', most: '4', min: '0', max: '10', at: '3', of: '40',
};

/** The options of a question, and the row names of a page, are read as one passage. */
const ofThePages: Passage[] = dialog.pages.flatMap(({ id, title, questions }): Passage[] => [
  [`page ${id}, titles`, [title, ...questions.map(({ short }) => short)].join('.\n')],
  ...questions.flatMap(passagesOf),
]);
const ofTheAlerts = Object.entries(safety.alerts).flatMap(([id, { say, sayCarer }]): Passage[] => [[`alert ${id}`, say], [`alert ${id}, carer`, sayCarer]]);
const passages = [...ofThePages, ...ofTheAlerts, ...ofTheWords('bot.json'), ...ofTheWords('widget.json')].map(([where, text]): Passage => [where, shown(text)]);

function passagesOf({ id, ask, askCarer, why, stopIf, options, range }: Question): Passage[] {
  const labels = [...(options ?? []).map(({ label }) => label), range?.low, range?.high].filter((text) => text !== undefined);
  const texts: [string, string | undefined][] = [
    [id, ask],
    [`${id}, carer`, askCarer],
    [`${id}, why`, why],
    [`${id}, stop`, stopIf?.say],
    [`${id}, options`, labels.length > 0 ? labels.join('.\n') : undefined],
  ];
  return texts.flatMap(([where, text]): Passage[] => (text === undefined ? [] : [[where, text]]));
}

/** Each text by itself; labels, which are no sentences, are read together as one passage. */
function ofTheWords(file: string): Passage[] {
  const read: unknown = JSON.parse(readFileSync(new URL(`../../locales/en/${file}`, import.meta.url), 'utf8'));
  const texts = leavesOf(z.record(z.string(), z.unknown()).parse(read), file);
  const isSentence = ([, text]: Passage): boolean => /[.?!]$/.test(text);
  const labels = texts.filter((passage) => !isSentence(passage)).map(([, text]) => text);
  return [...texts.filter(isSentence), [`${file}, labels`, labels.join('.\n')]];
}

function leavesOf(words: object, path: string): Passage[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): Passage[] => {
    if (typeof value === 'string') return [[`${path}, ${key}`, value]];
    return typeof value === 'object' && value !== null ? leavesOf(value, `${path}, ${key}`) : [];
  });
}

function shown(text: string): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (gap, name: string) => filled[name] ?? gap);
}

describe('what a patient reads', () => {
  it.each(passages)('%s is at US grade 6 or lower, in sentences of 20 words or fewer', (_, text) => {
    expect(gradeOf(text)).toBeLessThanOrEqual(6);
    expect(sentencesOf(text).filter((words) => words.length > 20)).toEqual([]);
    expect(text).not.toContain('{{');
  });

  it('uses every allowed term somewhere', () => {
    const all = passages.map(([, text]) => text.toLowerCase()).join(' ');
    expect(allowed.filter((term) => !all.includes(term.toLowerCase()))).toEqual([]);
  });

  it.each(Object.entries(safety.alerts))('the alert %s is short, names no illness and says whom to call', (id, { say, sayCarer }) => {
    for (const text of [say, sayCarer]) {
      expect(sentencesOf(shown(text)).flat().length).toBeLessThanOrEqual(60);
      expect(text).not.toMatch(/cauda|stenosis|cancer|infection|stroke|aneurysm|heart|clot|suicid/i);
      expect(text).toContain('{{emergency}}');
      expect(text).toContain('nurse');
      if (id.startsWith('crisis')) expect(text).toContain('{{crisis}}');
      if (id === 'emergency' || id === 'crisis') expect(text).toContain('Do not wait for a call back');
    }
  });
});
