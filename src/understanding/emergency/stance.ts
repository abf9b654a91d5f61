import type { Layout } from './clauses.ts';
import type { Hit, Hits } from './lexicon.ts';
import { peopleIn } from './people.ts';
import type { Sign, Stance } from './schema.ts';
import { apartFrom, around, covers, overlap, spanOf } from './stretch.ts';

/** How the words of a message are meant: asked of a set of hits that together make a sign. */
export type Manner = {
  /** Why these words do not say "this is so, now, with the patient"; empty if they do say so. */
  against(found: readonly Hit[], sign: Pick<Sign, 'level' | 'anybody'>): Stance[];
  /** Whether they are said without doubt. */
  certain(found: readonly Hit[]): boolean;
};

/** The words `from` up to and without `to` are meant as the hit `by` says. */
type Scope = { by: Hit; from: number; to: number };

/** The longest item of a list that a denial is carried over, and the longest reach of one, in words. */
const longestItem = 4;
const longestReach = 14;

/**
 * Reads from the lists of stance.yaml how each word is meant.
 * @param carries whether a word carries a denial over a comma, as "or" does
 * @param carer whether somebody else answers for the patient
 */
export function mannerOf(hits: Hits, layout: Layout, texts: readonly string[], carries: (word: string) => boolean, carer: boolean): Manner {
  const of = (list: string) => hits.get(list) ?? [];
  const { sentence, clause, part } = layout;
  const people = peopleIn(hits, sentence, carer);
  const present = unitsOf(of('present').filter((hit) => !of('resolved').some((over) => covers(over, hit))), clause);
  const past = apartFrom(of('past'), of('not_past'));
  const verbs = unitsOf(apartFrom(of('past_verbs'), of('being')), part);
  const pastParts = unitsOf(past, part);
  // A time that has its own verb ("had shots last year, ...") says nothing about the rest of the sentence.
  const loose = past.filter(({ from }) => !verbs.has(part[from] ?? -1));
  const [pastClauses, pastSentences] = [unitsOf(loose, clause), unitsOf(loose, sentence)];
  const [happened, bygone, hedged] = [unitsOf(of('past_verbs'), clause), unitsOf(of('bygone'), clause), unitsOf(of('hedging'), clause)];
  const [dead, lasting, justNow] = [unitsOf(of('dead'), clause), unitsOf(of('lasting'), clause), unitsOf(of('just_now'), clause)];
  const [resolved, recently] = [unitsOf(of('resolved'), sentence), unitsOf(of('recently'), sentence)];
  // "Is it normal to leak? It started Tuesday", "what if I can't stand, it started an hour ago": that is about what is so.
  const onset = unitsOf(of('onset'), sentence);
  const presentWords = new Set(of('present').map(({ from }) => from));

  const denying = apartFrom(of('denying'), of('not_denying'));
  const denials = denialsIn();
  const supposed = covered(apartFrom(of('supposing'), of('not_supposing')).filter((by) => !isAnswer(by)).map((by) => ({ by, from: by.from, to: reach(by.to, never, true) })));
  const asked = covered([
    ...apartFrom(of('asking'), of('not_asking')).filter((by) => !around(of('denying'), by.from, 4).some((no) => covers(by, no))).map((by) => ({ by, from: by.from, to: reach(by.to, never, true) })),
    ...of('asked_after').map((by) => ({ by, from: backFrom(by.from), to: by.to })),
  ]);

  function denialsIn(): Map<number, Scope[]> {
    const stops = new Set([...of('ends_denial'), ...denying].map(({ from }) => from));
    const last = of('ends_denial_later');
    // "Me quiero" right after "no" is denied as one.
    const later = new Set(last.filter((hit) => !last.some((wider) => wider !== hit && covers(wider, hit))).map(({ from }) => from));
    const lists = of('denying_lists');
    return covered(denying.filter((by) => !isAnswer(by)).map((by) => {
      const all = around(lists, by.from, 2).some((hit) => overlap(hit, by));
      // "Never had a fall" is denied although "had a fall" begins within "never had".
      return { by, from: by.from + 1, to: reach(by.to, (word) => stops.has(word) || (word > by.to && later.has(word)), all) };
    }));
  }

  // "No, numb since Friday" and "sí, no puedo": one word before a comma answers; it says nothing about what follows.
  function isAnswer(by: Hit): boolean {
    return by.to - by.from === 1 && part[by.to] !== part[by.from];
  }

  function reach(from: number, stops: (word: number) => boolean, lists: boolean): number {
    let [to, carried] = [from, false];
    while (to < texts.length && to - from < longestReach && clause[to] === clause[from] && !stops(to)) {
      if (to > from && part[to] !== part[to - 1]) {
        if (!goesOn(to, lists, carried)) break;
        carried = true;
      }
      to += 1;
    }
    return to;
  }

  // A denial goes on over a comma in "no fever, chills or sweats" and "no fever, chills, sweats", not in "no fever, chest hurts".
  function goesOn(at: number, lists: boolean, carried: boolean): boolean {
    let end = at;
    while (end < texts.length && end - at <= longestItem && part[end] === part[at]) {
      if (carries(texts[end] ?? '')) return true;
      if (presentWords.has(end)) return false;
      end += 1;
    }
    const more = clause[end] === clause[at];
    return end - at <= longestItem && ((more && carries(texts[end] ?? '')) || (lists && (more || carried)));
  }

  function backFrom(at: number): number {
    let from = at;
    while (from > 0 && at - from < longestReach && clause[from - 1] === clause[at]) from -= 1;
    return from;
  }

  // A phrase that holds its own "not", as "can not feel" does, is not denied by another one.
  function holdsDenial(hit: Hit): boolean {
    return around(of('denying'), hit.from, 4).some((by) => covers(hit, by));
  }

  // "No pain peeing, I just don't feel it": what is told by its own "not" is not denied by one of another clause.
  function denied(found: readonly Hit[]): boolean {
    const own = found.filter(holdsDenial);
    const all = found.filter((hit) => !own.includes(hit)).flatMap((hit) => denials.get(hit.from) ?? []);
    const from = all.filter(({ by }) => own.every((hit) => clause[hit.from] === clause[by.from]));
    return from.some(({ by }) => !found.some((hit) => hit.from <= by.from && overlap(hit, by))) || deniedAfter(spanOf(found).to);
  }

  function deniedAfter(end: number): boolean {
    return around(of('denied_after'), end, 3).some((hit) => {
      const alone = part[end] !== part[end - 1] && (hit.to >= texts.length || part[hit.to] !== part[hit.to - 1]);
      const close = hit.from >= end && hit.from <= end + 1 && hit.to - hit.from > 1 && clause[hit.from] === clause[end - 1];
      return (hit.from === end && alone) || close;
    });
  }

  function isPast(found: readonly Hit[]): boolean {
    const clauses = unitsOf(found, clause);
    const said = [...unitsOf(found, sentence)];
    const now = meets(clauses, present);
    if (meets(clauses, pastClauses) || meets(unitsOf(found, part), pastParts)) return !now;
    if (!meets(clauses, happened)) return false;
    if (!now && said.some((unit) => pastSentences.has(unit))) return true;
    return said.some((unit) => resolved.has(unit) || resolved.has(unit + 1)) && !said.some((unit) => recently.has(unit));
  }

  return {
    against(found, { level, anybody }) {
      const recent = meets(unitsOf(found, sentence), recently);
      const clauses = unitsOf(found, clause);
      const over = meets(clauses, bygone);
      const told = [...clauses].every((unit) => happened.has(unit));
      const lasts = over || meets(clauses, lasting);
      const begun = [...unitsOf(found, sentence)].some((unit) => onset.has(unit) || onset.has(unit + 1));
      const about = { emergency: level === 'emergency' || anybody, anybody, recent, over, past: told, lasts, now: meets(clauses, justNow), dead: meets(clauses, dead) };
      const reasons: [Stance, boolean][] = [
        ['denied', denied(found)],
        ['past', isPast(found)],
        ['other', people.other(found, about)],
        ['supposed', inside(supposed, found) && !begun],
        ['asked', inside(asked, found) && !begun],
        ['figure', found.some((hit) => around(of('figures'), hit.from, 6).some((figure) => overlap(figure, hit)))],
      ];
      return reasons.filter(([, holds]) => holds).map(([stance]) => stance);
    },
    certain: (found) => !meets(unitsOf(found, clause), hedged),
  };
}

function never(): boolean {
  return false;
}

/** The scopes over each word. */
function covered(scopes: readonly Scope[]): Map<number, Scope[]> {
  const over = new Map<number, Scope[]>();
  for (const scope of scopes) {
    for (let word = scope.from; word < scope.to; word += 1) {
      const known = over.get(word);
      if (known) known.push(scope);
      else over.set(word, [scope]);
    }
  }
  return over;
}

function inside(scopes: ReadonlyMap<number, Scope[]>, found: readonly Hit[]): boolean {
  return found.some((hit) => scopes.get(hit.from)?.some(({ by }) => !covers(hit, by)));
}

/** The clauses or sentences that hits stand in. */
function unitsOf(found: readonly Hit[], units: readonly number[]): Set<number> {
  return new Set(found.flatMap(({ from, to }) => [units[from] ?? -1, units[to - 1] ?? -1]));
}

function meets(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return [...one].some((unit) => other.has(unit));
}
