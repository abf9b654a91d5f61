import type { Layout } from './clauses.ts';
import type { Hit, Hits } from './lexicon.ts';
import type { Sign } from './schema.ts';

/** The message as the signs are looked for in it. */
export type Scene = {
  hits: Hits;
  layout: Layout;
  texts: readonly string[];
  places: ReadonlySet<string>;
  times: ReadonlySet<string>;
  joins(word: string): boolean;
  /** Lists that the open question has already named. */
  given: readonly string[];
};

/** How many of the nearest hits of each further list are tried around one hit. */
const nearest = 4;

/** Every set of hits that makes the sign by its words alone; how they are meant is another matter. */
export function* findings(sign: Sign, scene: Scene): Generator<Hit[]> {
  for (const line of sign.says) {
    yield* together(line, sign, scene);
    const rest = line.filter((list) => !scene.given.includes(list));
    if (rest.length === 0 || rest.length === line.length) continue;
    for (const found of together(rest, sign, scene)) if (!elsewhere(found, line, scene)) yield found;
  }
}

/** Whether something said in the message explains the sign away; the words of the sign itself do not. */
export function explained({ unless, says }: Sign, { hits }: Scene): boolean {
  const own = new Set(says.flat());
  const apart = (hit: Hit) => ![...own].some((list) => hits.get(list)?.some((mine) => mine.from <= hit.from && mine.to >= hit.to));
  return unless.some((line) => line.every((list) => hits.get(list)?.some((hit) => own.has(list) || apart(hit))));
}

/** Whether something said in the same clause explains these words away. */
export function explainedBeside({ unlessBeside }: Sign, found: readonly Hit[], { hits, layout: { clause } }: Scene): boolean {
  const clauses = new Set(found.map(({ from }) => clause[from]));
  return unlessBeside.some((line) => line.every((list) => hits.get(list)?.some(({ from }) => clauses.has(clause[from]))));
}

function* together(line: readonly string[], sign: Sign, scene: Scene): Generator<Hit[]> {
  const lists = line.map((list) => scene.hits.get(list) ?? []).toSorted((one, two) => one.length - two.length);
  const [anchors, ...others] = lists;
  if (!anchors || lists.some((hits) => hits.length === 0)) return;
  for (const anchor of anchors) {
    let sets: Hit[][] = [[anchor]];
    for (const hits of others) {
      const close = closest(hits.filter((hit) => sameUnit(anchor, hit, sign.within, scene.layout)), anchor);
      sets = sets.flatMap((set) => close.filter((hit) => set.every((known) => !same(known, hit))).map((hit) => [...set, hit]));
    }
    for (const set of sets) if (isNear(set, sign, scene) && !belongsElsewhere(set, line, scene)) yield set;
  }
}

function closest(hits: readonly Hit[], anchor: Hit): Hit[] {
  return hits.toSorted((one, two) => gap(one, anchor) - gap(two, anchor)).slice(0, nearest);
}

function sameUnit(one: Hit, two: Hit, within: Sign['within'], { clause, sentence }: Layout): boolean {
  if (within === 'message') return true;
  const unit = within === 'clause' ? clause : sentence;
  return unit[one.from] === unit[two.from] || unit[one.to - 1] === unit[two.from] || unit[one.from] === unit[two.to - 1];
}

/** Words of time may stand anywhere in the unit; all others near each other. */
function isNear(set: readonly Hit[], { near, within }: Sign, { times }: Scene): boolean {
  if (within === 'message') return true;
  const bound = set.filter(({ list }) => !times.has(list)).toSorted((one, two) => one.from - two.from);
  return bound.every((hit, at) => at === 0 || gap(hit, bound[at - 1] ?? hit) <= near);
}

/** Whether a complaint stands nearer to another part of the body than to the one of the sign: "pain in my groin and numb feet". */
function belongsElsewhere(set: readonly Hit[], line: readonly string[], scene: Scene): boolean {
  const own = set.filter(({ list }) => scene.places.has(list));
  if (own.length === 0) return false;
  const foreign = foreignPlaces(set, line, scene);
  const complaints = set.filter(({ list }) => !scene.places.has(list) && !scene.times.has(list));
  return complaints.some((complaint) => {
    const away = Math.min(...own.map((place) => gap(place, complaint)));
    return foreign.some((place) => gap(place, complaint) < away && !own.some((mine) => joined(mine, place, scene)));
  });
}

/** Whether words that lean on the open question name a part of the body themselves. */
function elsewhere(set: readonly Hit[], line: readonly string[], scene: Scene): boolean {
  return foreignPlaces(set, line, scene).length > 0;
}

function foreignPlaces(set: readonly Hit[], line: readonly string[], { hits, layout, places }: Scene): Hit[] {
  const sentence = layout.sentence[set[0]?.from ?? 0];
  return [...places].filter((list) => !line.includes(list)).flatMap((list) => hits.get(list) ?? [])
    .filter((place) => layout.sentence[place.from] === sentence && !set.some((hit) => hit.from < place.to && place.from < hit.to));
}

function joined(one: Hit, two: Hit, { texts, joins }: Scene): boolean {
  const [first, last] = one.from < two.from ? [one, two] : [two, one];
  return last.from - first.to <= 4 && texts.slice(first.to, last.from).every(joins);
}

function gap(one: Hit, two: Hit): number {
  return Math.max(0, one.from < two.from ? two.from - one.to : one.from - two.to);
}

function same(one: Hit, two: Hit): boolean {
  return one.from === two.from && one.to === two.to;
}
