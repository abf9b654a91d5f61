import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { watchFor } from '../../src/understanding/emergency.ts';
import { emergencies, examples, rowsOf, type WatchedRow } from './watched.ts';

const flags = [
  'ces_saddle', 'ces_bladder', 'ces_bowel', 'ces_sexual', 'weakness', 'foot_drop', 'infection', 'malignancy',
  'fracture', 'aaa', 'limb_ischemia', 'dvt', 'chest_pain', 'stroke', 'suicide', 'overdose',
];
const { watch, speeches } = emergencies;
const respondents = rowsOf('emergency-respondent.jsonl');

/**
 * Rows that nothing was learned from, by who wrote them: a third of what each of five writers wrote, whose phrases were looked at afterwards,
 * and all of a sixth and a seventh, in the mix of plain and odd that patients write. Of the sixth, at first sight, 223 of 227 emergencies and
 * 146 of 150 same-day signs were caught, and 17 of 387 others raised something; of the seventh, in four files, 238 of 240, 168 of 175 and 15 of 408.
 */
const apart = rowsOf('emergency-apart.jsonl');
const writers = ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
const writerOf = ({ id }: WatchedRow) => writers.find((writer) => id.startsWith(`${writer}-`)) ?? 'first';
/** The least share of emergencies and of same-day signs that is caught, and the most of all others that raise something. */
const held: Readonly<Record<string, readonly [number, number, number]>> = {
  first: [0.98, 0.97, 0.05],
  second: [0.97, 0.95, 0.05],
  third: [0.95, 0.95, 0.05],
  fourth: [0.97, 0.97, 0.05],
  fifth: [0.97, 0.97, 0.05],
  sixth: [0.97, 0.96, 0.05],
  seventh: [0.98, 0.97, 0.05],
};

function isCaught({ text, expect: wanted, accept, tier, question }: WatchedRow): boolean {
  const alarms = watchFor(text, emergencies, question);
  const right = alarms.some(({ flag }) => wanted.includes(flag) || accept.includes(flag));
  return right && (tier === 'same-day' || alarms.some(({ level }) => level === 'emergency'));
}

function shareCaught(rows: readonly WatchedRow[], tier: WatchedRow['tier']): number {
  const some = rows.filter((row) => row.tier === tier);
  return some.filter(isCaught).length / some.length;
}

function shareOfFalseAlarms(rows: readonly WatchedRow[]): number {
  const harmless = rows.filter(({ tier }) => tier === null);
  return harmless.filter(({ text, question }) => watchFor(text, emergencies, question).length > 0).length / harmless.length;
}

describe('the emergency watch, on the examples it learned from', () => {
  it('catches the emergencies', () => expect(shareCaught(examples, 'emergency')).toBeGreaterThan(0.985));
  it('catches what cannot wait for tomorrow', () => expect(shareCaught(examples, 'same-day')).toBeGreaterThan(0.985));
  it('is quiet otherwise', () => expect(shareOfFalseAlarms(examples)).toBeLessThan(0.02));

  // Every third of them is enough for the rest.
  const some = examples.filter((_, at) => at % 3 === 0);

  it('catches them in capital letters and after a greeting', () => {
    const shouted = some.map((row) => ({ ...row, text: `HELLO DOCTOR. ${row.text.toUpperCase()}` }));
    expect(shareCaught(shouted, 'emergency')).toBeGreaterThan(0.98);
  });

  it('catches them with other words for "can not"', () => {
    const can = /\b(?:can't|cant|can not|cannot)\b/giu;
    const others = some.filter(({ lang, text }) => lang === 'en' && text.search(can) >= 0);
    for (const other of ['unable to', "can't seem to"]) {
      expect(shareCaught(others.map((row) => ({ ...row, text: row.text.replace(can, other) })), 'emergency')).toBeGreaterThan(0.98);
    }
  });

  it('catches them with "uh" between the words', () => {
    const spoken = some.map((row) => ({ ...row, text: row.text.split(' ').map((word, at) => (at > 0 && at % 5 === 0 ? `uh ${word}` : word)).join(' ') }));
    expect(shareCaught(spoken, 'emergency')).toBeGreaterThan(0.97);
  });

  it('catches them dictated, without any punctuation', () => {
    const dictated = some.map((row) => ({ ...row, text: row.text.replaceAll(/[.,;:?!¿¡]/gu, '') }));
    expect(shareCaught(dictated, 'emergency')).toBeGreaterThan(0.97);
  });
});

describe('the emergency watch, asked who the patient is', () => {
  it('catches what is told of others', () => expect(shareCaught(respondents, 'emergency')).toBeGreaterThan(0.98));
  it('is quiet otherwise', () => expect(shareOfFalseAlarms(respondents)).toBeLessThan(0.06));
});

describe.each(Object.entries(held))('the emergency watch, on rows of the %s writer kept apart', (writer, [emergent, sameDay, otherwise]) => {
  const rows = apart.filter((row) => writerOf(row) === writer);
  it('catches the emergencies', () => expect(shareCaught(rows, 'emergency')).toBeGreaterThan(emergent));
  it('catches what cannot wait for tomorrow', () => expect(shareCaught(rows, 'same-day')).toBeGreaterThan(sameDay));
  it('is quiet otherwise', () => expect(shareOfFalseAlarms(rows)).toBeLessThan(otherwise));
});

describe('the emergency watch, on harmless stories', () => {
  const stories = readFileSync(new URL('emergency-stories.txt', import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));

  it('is quiet in most, although one sentence of many is soon like something', () => {
    expect(stories.filter((story) => watchFor(story, emergencies).length > 0).length / stories.length).toBeLessThan(0.12);
  });
});

describe('every flag', () => {
  it.each(flags)('%s has words in both languages', (flag) => {
    for (const speech of speeches) {
      const lines = watch.signs.filter((sign) => sign.flag === flag).flatMap(({ says }) => says);
      expect(lines.filter((line) => line.every((list) => speech.lists.has(list)))).not.toEqual([]);
    }
  });

  it.each(flags)('%s is heard in both languages', (flag) => {
    for (const lang of ['en', 'es']) {
      expect(examples.filter((row) => row.lang === lang && row.expect.includes(flag) && isCaught(row)).map(({ id }) => id)).not.toEqual([]);
    }
  });

  it('names only lists that every language has', () => {
    const named = watch.signs.flatMap(({ says, unless, unlessBeside }) => [...says, ...unless, ...unlessBeside].flat()).concat(Object.values(watch.questions).flat());
    for (const speech of speeches) expect(named.filter((list) => !speech.lists.has(list))).toEqual([]);
  });
});
