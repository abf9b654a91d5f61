import { describe, expect, it } from '@jest/globals';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Topic } from '../../src/faq/topic.ts';
import { languages, sources as known, topics, type Tongue } from './topics.ts';

const english = topics.en;
const spanish = topics.es;
const all: [where: string, topic: Topic, language: Tongue][] = languages.flatMap((language) =>
  [...topics[language].values()].map((topic): [string, Topic, Tongue] => [`${language}/${topic.id}`, topic, language]),
);

/** Words of many syllables that the subject itself is made of; each counts as a word of two. */
const ofTheSubject = new Set(['anesthesia', 'procedure', 'medicine', 'medicines', 'stenosis', 'surgery', 'document', 'documents', 'medicare', 'physical', 'therapy', 'opioid', 'opioids', 'recovery', 'infection', 'clinician', 'decompression', 'minimally', 'invasive', 'emergency', 'activity']);

const forbidden: Record<Tongue, RegExp[]> = {
  en: [/you (do )?qualify/i, /good candidate/i, /\beligible\b/i, /\bcovered\b/i, /\bguarantee/i, /(?<!not )stop (it|your|taking)/i, /cutting.edge/i, /definitive/i, /labia/i, /80 ?%/, /\btwo weeks\b|\b2 weeks\b|24 hours/i, /spinal cord(?!\.)/i, /as safe as/i, /nothing (serious|to worry)/i, /don't worry/i, /\[[FMDP]/],
  es: [/usted califica/i, /buen(a)? candidat/i, /\belegible\b/i, /\bcubiert[oa]\b/i, /\bgarantiza/i, /(?<!no )(deje|suspenda) (su|el|la|de tomar)/i, /de vanguardia/i, /definitiv/i, /labios/i, /80 ?%/, /\bdos semanas\b|\b2 semanas\b|24 horas/i, /tan seguro como/i, /nada grave/i, /no se preocupe/i, /\[[FMDP]/],
};

function sentencesOf(text: string): string[][] {
  return text.split(/(?<=[.!?:])\s+/u).map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}.,'’%-]*/gu) ?? []).filter((words) => words.length > 0);
}

function wordsOf(text: string): string[] {
  return sentencesOf(text).flat();
}

function gradeOf(text: string): number {
  const words = wordsOf(text);
  const syllables = words.map((word) => Math.min(Math.max(1, syllable(word)), ofTheSubject.has(word.toLowerCase().replaceAll(/[^a-z]/g, '')) ? 2 : Infinity));
  return fleschKincaid({ sentence: sentencesOf(text).length, word: words.length, syllable: syllables.reduce((sum, one) => sum + one, 0) });
}

/** The figures of an answer, in order of size; 911 is an instruction and not a fact. */
function numbersIn(text: string): string[] {
  return (text.match(/\d+(?:\.\d+)?/g) ?? []).filter((number) => number !== '911').toSorted();
}

describe('the topics', () => {
  it('are the same in both languages, forty from the documents and the rest routed', () => {
    expect([...spanish.keys()]).toEqual([...english.keys()]);
    expect([...english.values()].filter(({ kind }) => kind === 'documents')).toHaveLength(40);
    for (const [id, { kind }] of english) expect([id, spanish.get(id)?.kind]).toEqual([id, kind]);
  });

  it('say in both languages who has not signed yet, and rest on the same sources', () => {
    for (const [id, { sources, reviewed }] of english) {
      expect(spanish.get(id)?.sources.map(({ document }) => document)).toEqual(sources.map(({ document }) => document));
      expect(spanish.get(id)?.reviewed).toEqual(reviewed);
    }
  });

  it('give the same figures in both languages', () => {
    for (const [id, { answer }] of english) expect([id, numbersIn(spanish.get(id)?.answer ?? '')]).toEqual([id, numbersIn(answer)]);
  });

  it('take every question about blood thinners, medicines, a diagnosis, a report, a promise or a trick to a route', () => {
    for (const id of ['blood_thinner', 'drug_advice', 'diagnosis', 'results', 'guarantee', 'prompt_injection', 'cost', 'insurance', 'driving']) expect([id, english.get(id)?.kind]).toEqual([id, 'route']);
  });
});

/** The topics of which something does not hold, with what was found. */
function failing(what: (topic: Topic, language: Tongue) => unknown[]): [string, unknown[]][] {
  return all.map(([where, topic, language]): [string, unknown[]] => [where, what(topic, language)]).filter(([, found]) => found.length > 0);
}

describe('every answer', () => {
  it('has at most 90 words', () => {
    expect(failing(({ answer }) => [wordsOf(answer).length].filter((count) => count > 90))).toEqual([]);
  });

  it('has sentences of at most 20 words', () => {
    expect(failing(({ answer }) => sentencesOf(answer).filter((words) => words.length > 20).map((words) => words.join(' ')))).toEqual([]);
  });

  it('is at US grade 6 or lower, where it is English', () => {
    expect(failing(({ answer }, language) => [gradeOf(answer)].filter((grade) => language === 'en' && grade > 6))).toEqual([]);
  });

  it('says nothing that must not be said', () => {
    expect(failing(({ answer }, language) => forbidden[language].filter((pattern) => pattern.test(answer)).map(String))).toEqual([]);
  });

  it('names sources we have, in the language of the answer', () => {
    expect(failing(({ sources }, language) => sources.flatMap(({ document }) => document).filter((id) => known[id]?.name[language] === undefined))).toEqual([]);
  });

  it('says who paid for the trial wherever it gives a figure from it', () => {
    expect(failing(({ sources, answer }) => (sources.some(({ document }) => document.includes('encore')) && /\d%|3\.6/.test(answer) && !/maker|fabricante/.test(answer) ? [answer] : []))).toEqual([]);
  });

  it('is asked for in many ways, none of them twice', () => {
    expect(failing(({ asks }) => asks.filter((ask, at) => asks.findIndex((other) => other.toLowerCase() === ask.toLowerCase()) < at))).toEqual([]);
  });
});
