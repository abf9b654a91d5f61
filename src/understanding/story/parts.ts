import type { Language } from '../language.ts';
import { measuresIn } from '../text/measures.ts';
import { find } from '../text/phrases.ts';
import type { Word } from '../text/words.ts';
import type { Mark } from './marks.ts';

/**
 * A part of a sentence that names positions and what comes of them. `limited`: it says when, how long or how far; `leads`: it says so
 * less near; `short`: it tells of minutes, or of less than a mile; `timed`: after how many minutes the effect comes; `alike`: what was
 * said of the position before holds of this one, as of two with no more than an "and" between them.
 */
export type Part = { places: Mark[]; effects: Mark[]; limited: boolean; timed: boolean; alike: boolean; short: boolean; leads: boolean };

const walkingTimes: ReadonlySet<string> = new Set(['second', 'minute', 'hour']);

/** A new part begins with a clause, after an "and", and where a position and its effect are followed by another pair. */
export function partsOf(words: readonly Word[], marks: readonly Mark[], language: Language): Part[] {
  const parts: Part[] = [];
  let last: Mark | undefined;
  let began: Mark['kind'] | undefined;
  for (const [at, mark] of marks.entries()) {
    const open = parts.at(-1);
    const split = last && words.slice(last.to, mark.from).some(({ text }) => language.positions.joints.includes(text));
    const full = open && open.places.length > 0 && open.effects.length > 0 && mark.kind === began && last?.kind !== mark.kind;
    // "Standing starts a burning that only leaves if I sit."
    const turns = open && mark.label === 'ease' && easesNext(marks[at + 1]) && open.effects.length > 0 && open.effects.every(({ label }) => label === 'hurt') && open.places.length > 0 && open.places.every(({ label }) => label === 'upright');
    if (!open || !last || split || full || turns || words[last.from]?.clause !== words[mark.from]?.clause) {
      parts.push({ places: [], effects: [], limited: false, timed: false, alike: false, short: false, leads: false });
      began = mark.kind;
    }
    const part = parts.at(-1);
    if (part) {
      if (mark.kind === 'effect' && part.effects.length === 0) part.timed = isTimed(words, last?.to ?? 0, mark.from, language);
      if (mark.kind === 'place') part.alike ||= find(language.positions.alike, around(mark, words)) !== undefined || (last?.kind === 'place' && part !== open && mark.from - last.to === 1 && language.numbers.and.includes(words[last.to]?.text ?? ''));
      part.limited ||= isLimited(mark, words, language);
      // "By the time I have walked it".
      part.leads ||= part.limited || find(language.positions.conditions, around(mark, words, 6)) !== undefined;
      part.short ||= isShort(mark, words, language);
      (mark.kind === 'place' ? part.places : part.effects).push(mark);
    }
    last = mark;
  }
  return parts;
}

function easesNext(next: Mark | undefined): boolean {
  return next?.label === 'seated' || next?.label === 'forward';
}

/** Whether minutes or hours are told between two words: "and inside of ten minutes". */
export function isTimed(words: readonly Word[], from: number, to: number, language: Language): boolean {
  return measuresIn(words.slice(from, to), language.times.units, language).some(({ unit }) => walkingTimes.has(unit));
}

function isLimited(mark: Mark, words: readonly Word[], language: Language): boolean {
  const near = around(mark, words);
  return find(language.positions.conditions, near) !== undefined || measuresIn(near, language.times.units, language).length + measuresIn(near, language.distances.units, language).length > 0;
}

function isShort(mark: Mark, words: readonly Word[], language: Language): boolean {
  const near = around(mark, words);
  return measuresIn(near, language.times.units, language).some(({ unit }) => unit === 'second' || unit === 'minute') || measuresIn(near, language.distances.units, language).some(({ unit }) => unit !== 'mile' && unit !== 'kilometer');
}

/** A few words of the clause on either side. */
function around({ from, to }: Mark, words: readonly Word[], back = 3): Word[] {
  return words.slice(Math.max(0, from - back), to + 5).filter(({ clause }) => clause === words[from]?.clause);
}
