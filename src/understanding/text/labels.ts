import { findAll, findAt, phrases, type Phrases } from './phrases.ts';
import type { Word } from './words.ts';

/** Phrases that each stand for something: a treatment, an option, "yes". */
export type Labelled = { phrases: Phrases; labels: readonly string[]; lines: readonly string[] };

/** What a phrase in a message stands for, the words it was said with, and the phrase as it is written in its list. */
export type Label = { label: string; from: number; to: number; line: string };

/** Reads lists of phrases by what they stand for. */
export function labelled(lists: Readonly<Record<string, readonly string[]>>): Labelled {
  const all = Object.entries(lists).flatMap(([label, list]) => list.map((phrase) => ({ label, phrase })));
  return { phrases: phrases(all.map(({ phrase }) => phrase)), labels: all.map(({ label }) => label), lines: all.map(({ phrase }) => phrase) };
}

/** What the longest phrase that begins at this word stands for. */
export function labelAt(list: Labelled, words: readonly Word[], at: number): Label | undefined {
  const found = findAt(list.phrases, words, at);
  const label = found && list.labels[found.order];
  return found && label !== undefined ? { label, from: found.from, to: found.to, line: list.lines[found.order] ?? '' } : undefined;
}

/** What the message says, in order. Of two phrases that overlap the longer counts: "no problem" is not "no". */
export function labelsIn(list: Labelled, words: readonly Word[], from = 0, to = words.length): Label[] {
  const kept: Label[] = [];
  for (const found of findAll(list.phrases, words, from, to)) {
    const label = list.labels[found.order];
    const last = kept.at(-1);
    if (label === undefined || (last && found.from < last.to && found.to - found.from <= last.to - last.from)) continue;
    if (last && found.from < last.to) kept.pop();
    kept.push({ label, from: found.from, to: found.to, line: list.lines[found.order] ?? '' });
  }
  return kept;
}
