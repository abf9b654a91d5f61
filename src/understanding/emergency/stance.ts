import type { Layout } from './clauses.ts';
import type { Hit, Hits } from './lexicon.ts';
import type { Stance } from './schema.ts';

/** How the words of a message are meant: asked of a set of hits that together make a sign. */
export type Manner = {
  /** Why these words do not say "this is so, now, with the patient"; empty if they do say so. */
  against(hits: readonly Hit[], level: 'emergency' | 'same-day'): Stance[];
  /** Whether they are said without doubt. */
  certain(hits: readonly Hit[]): boolean;
  /** Whether they are part of a figure of speech. */
  figure(hits: readonly Hit[]): boolean;
};

type Scope = { by: Hit; from: number; to: number };

/** The longest list a denial or supposition is carried over commas without a new beginning, in words of one part. */
const longestListed = 4;
const longestScope = 14;

/** @param carrying words that carry a denial over a comma, as "or" does */
export function mannerOf(hits: Hits, layout: Layout, texts: readonly string[], carrying: (word: string) => boolean): Manner {
  const of = (list: string) => hits.get(list) ?? [];
  const within = (list: string, from: number, to: number) => of(list).filter((hit) => hit.from < to && hit.to > from);
  const present = of('present').filter((hit) => !of('resolved').some((over) => covers(over, hit)));

  function reach(from: number, stops: readonly Hit[]): number {
    let to = from;
    while (to < texts.length && to - from < longestScope && layout.clause[to] === layout.clause[from]) {
      const here = to;
      if (stops.some((stop) => stop.from === here)) break;
      if (to > from && layout.part[to] !== layout.part[to - 1] && !carries(to)) break;
      to += 1;
    }
    return to;
  }

  function carries(at: number): boolean {
    let end = at;
    while (end < texts.length && layout.part[end] === layout.part[at]) end += 1;
    if (carrying(texts[at] ?? '')) return true;
    return end - at <= longestListed && !present.some((hit) => hit.from >= at && hit.from < end);
  }

  // "No, numb since Friday" and "sí, no puedo": one word before a comma answers; it says nothing about what follows.
  function isAnswer(by: Hit): boolean {
    return by.to - by.from === 1 && layout.part[by.to] !== layout.part[by.from];
  }

  const denying = of('denying').filter((hit) => !of('not_denying').some((over) => overlap(over, hit)));
  const denials: Scope[] = denying.flatMap((by) => {
    return isAnswer(by) ? [] : [{ by, from: by.to, to: reach(by.to, [...of('ends_denial'), ...denying, ...of('ends_denial_later').filter((hit) => hit.from > by.to)]) }];
  });
  const supposing = of('supposing').filter((hit) => !of('not_supposing').some((over) => overlap(over, hit)));
  const supposed: Scope[] = supposing.filter((by) => !isAnswer(by)).map((by) => ({ by, from: by.from, to: reach(by.to, []) }));
  const asked: Scope[] = [
    ...of('asking').filter((by) => !denying.some((no) => covers(by, no))).map((by) => ({ by, from: by.from, to: reach(by.to, []) })),
    ...of('asked_after').map((by) => ({ by, from: firstOf(layout.clause, by.from), to: by.to })),
  ];
  const people = peopleIn(hits);

  function denied(found: readonly Hit[]): boolean {
    const mine = (by: Hit) => found.some((hit) => overlap(hit, by));
    if (denials.some(({ by, from, to }) => !mine(by) && found.some((hit) => hit.from >= from && hit.from < to && !ownDenial(hit)))) return true;
    const end = Math.max(...found.map(({ to }) => to));
    return of('denied_after').some(
      (hit) => hit.from === end && layout.part[end] !== layout.part[end - 1] && (hit.to >= texts.length || layout.part[hit.to] !== layout.part[hit.to - 1]) || (hit.from >= end && hit.from <= end + 1 && hit.to - hit.from > 1 && layout.clause[hit.from] === layout.clause[end - 1]),
    );
  }

  function ownDenial(hit: Hit): boolean {
    return of('denying').some((by) => by.from > hit.from - 1 && by.to <= hit.to);
  }

  function past(found: readonly Hit[]): boolean {
    const [from, to] = [Math.min(...found.map((hit) => hit.from)), Math.max(...found.map((hit) => hit.to))];
    const [first, last] = [firstOf(layout.clause, from), lastOf(layout.clause, to - 1)];
    const now = present.some((hit) => hit.from >= first && hit.from < last);
    if (within('past', first, last).length > 0) return !now;
    const happened = within('past_verbs', first, last).length > 0;
    const [start, end] = [firstOf(layout.sentence, from), lastOf(layout.sentence, to - 1)];
    if (happened && !now && within('past', start, end).length > 0) return true;
    const after = end < texts.length ? lastOf(layout.sentence, end) : end;
    return happened && within('resolved', start, after).length > 0 && within('recently', start, end).length === 0;
  }

  function other(found: readonly Hit[], level: 'emergency' | 'same-day'): boolean {
    const [from, to] = [Math.min(...found.map((hit) => hit.from)), Math.max(...found.map((hit) => hit.to))];
    const start = firstOf(layout.sentence, from);
    const about = people.filter((person) => person.from >= start && person.from < to);
    const who = about.findLast((person) => person.from >= from && person.list === 'self') ?? about.findLast((person) => person.from <= from) ?? about.find((person) => person.list === 'third');
    if (!who || who.list === 'self') return false;
    const named = who.list === 'third' ? people.findLast((person) => person.from < who.from && person.list !== 'third' && person.list !== 'self') : who;
    const answering = of('answering_for').length > 0;
    if (!named) return false;
    if (named.list === 'strangers') return true;
    if (answering) return false;
    if (named.list === 'relatives') return true;
    const [first, last] = [firstOf(layout.clause, from), lastOf(layout.clause, to - 1)];
    const recently = within('recently', start, lastOf(layout.sentence, to - 1)).length > 0;
    if (within('bygone', first, last).length > 0 && !recently) return true;
    const alone = !people.some((person) => person.list === 'self');
    return !((level === 'emergency' && (alone || recently)) || (alone && recently));
  }

  return {
    against(found, level) {
      const inside = (scopes: readonly Scope[]) => scopes.some(({ by, from, to }) => found.some((hit) => hit.from >= from && hit.from < to && !covers(hit, by)));
      const reasons: [Stance, boolean][] = [['denied', denied(found)], ['past', past(found)], ['other', other(found, level)], ['supposed', inside(supposed)], ['asked', inside(asked)]];
      return reasons.filter(([, holds]) => holds).map(([stance]) => stance);
    },
    certain(found) {
      const clauses = new Set(found.map(({ from }) => layout.clause[from]));
      return !of('hedging').some(({ from }) => clauses.has(layout.clause[from]));
    },
    figure(found) {
      return of('figures').some((figure) => found.some((hit) => overlap(hit, figure)));
    },
  };
}

/** Everybody named, in order; "my" in "my wife" is not the patient. */
function peopleIn(hits: Hits): Hit[] {
  const of = (list: string) => hits.get(list) ?? [];
  const named = [...of('kin'), ...of('relatives'), ...of('strangers')];
  const plain = [...of('self'), ...of('third')].filter((hit) => !named.some((person) => overlap(person, hit)));
  const clear = named.filter((hit) => !named.some((person) => person !== hit && covers(person, hit) && person.to - person.from > hit.to - hit.from));
  return [...plain, ...clear].toSorted((one, two) => one.from - two.from);
}

function firstOf(units: readonly number[], at: number): number {
  let first = at;
  while (first > 0 && units[first - 1] === units[at]) first -= 1;
  return first;
}

function lastOf(units: readonly number[], at: number): number {
  let last = at + 1;
  while (last < units.length && units[last] === units[at]) last += 1;
  return last;
}

function covers(one: Hit, other: Hit): boolean {
  return one.from <= other.from && one.to >= other.to;
}

function overlap(one: Hit, other: Hit): boolean {
  return one.from < other.to && other.from < one.to;
}
