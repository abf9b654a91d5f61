import { distance } from 'fastest-levenshtein';

/** The terms we know, by first letter and length. */
export type Spelling = ReadonlyMap<string, readonly string[]>;

const shortest = 5;
const long = 8;

export function spellingOf(terms: Iterable<string>): Spelling {
  const spelling = new Map<string, string[]>();
  for (const term of terms) {
    if (!/^\p{L}{4,}$/u.test(term)) continue;
    const shape = shapeOf(term, term.length);
    const alike = spelling.get(shape);
    if (alike) alike.push(term);
    else spelling.set(shape, [term]);
  }
  return spelling;
}

/** The known term this one may be a misspelling of (one slip, in long words two), or the term itself. */
export function corrected(term: string, spelling: Spelling): string {
  if (term.length < shortest || !/^\p{L}+$/u.test(term)) return term;
  let best = term;
  let least = term.length >= long ? 2.5 : 1.5;
  for (let length = term.length - 2; length <= term.length + 2; length += 1) {
    for (const known of spelling.get(shapeOf(term, length)) ?? []) {
      const slips = distance(term, known);
      if (slips >= least) continue;
      best = known;
      least = slips;
    }
  }
  return best;
}

function shapeOf(term: string, length: number): string {
  return `${term.charAt(0)}${length}`;
}
