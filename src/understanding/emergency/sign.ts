import type { Layout } from './clauses.ts';
import type { Hit, Hits } from './lexicon.ts';
import type { Sign } from './schema.ts';
import { around, covers, gap, overlap, spanOf } from './stretch.ts';

/** The message as the signs are looked for in it. */
export type Scene = {
  hits: Hits;
  layout: Layout;
  texts: readonly string[];
  /** All parts of the body named, in order. */
  places: readonly Hit[];
  isPlace: (list: string) => boolean;
  isTime: (list: string) => boolean;
  /** Whether a word joins two parts of the body, as "and" does. */
  joins: (word: string) => boolean;
  /** Lists that the open question has already named. */
  given: readonly string[];
};

/** How many hits on either side of one are tried together with it; further ones are not near. */
const nearest = 2;

/** How far away what explains a sign may stand. */
const beside = 16;

/** The longest message whose sentences are read as one. */
const fewWords = 9;

/** Every set of hits that makes the sign by its words alone; how they are meant is another matter. */
export function* findings(sign: Sign, scene: Scene): Generator<Hit[]> {
  for (const line of sign.says) {
    yield* together(line, line, sign, scene);
    const rest = line.filter((list) => !scene.given.includes(list));
    if (rest.length > 0 && rest.length < line.length) yield* leaning(rest, line, sign, scene);
  }
}

/** Whether something said in the message explains the sign away; the words of the sign itself do not. */
export function explained({ unless, says }: Sign, { hits }: Scene): boolean {
  const own = new Set(says.flat());
  const apart = (hit: Hit) => ![...own].some((list) => around(hits.get(list) ?? [], hit.from, nearest).some((mine) => covers(mine, hit)));
  return unless.some((line) => line.every((list) => hits.get(list)?.some((hit) => own.has(list) || apart(hit))));
}

/** Whether something said beside these words explains them away; in a long breath, only if it is near. */
export function explainedBeside({ unlessBeside }: Sign, found: readonly Hit[], { hits, layout: { turn } }: Scene): boolean {
  const turns = new Set(found.map(({ from }) => turn[from]));
  const span = { list: '', ...spanOf(found) };
  return unlessBeside.some((line) => line.every((list) => hits.get(list)?.some((hit) => turns.has(turn[hit.from]) && gap(hit, span) <= beside)));
}

function* together(lists: readonly string[], line: readonly string[], sign: Sign, scene: Scene): Generator<Hit[]> {
  const all = lists.map((list) => scene.hits.get(list) ?? []).toSorted((one, two) => one.length - two.length);
  const [anchors, ...others] = all;
  if (!anchors || all.some((hits) => hits.length === 0)) return;
  for (const anchor of anchors) {
    let sets: Hit[][] = [[anchor]];
    for (const hits of others) {
      const close = around(hits, anchor.from, nearest).filter((hit) => sameUnit(anchor, hit, sign.within, scene));
      sets = sets.flatMap((set) => close.filter((hit) => !set.some((known) => same(known, hit))).map((hit) => set.concat(hit)));
    }
    for (const set of sets) if (isNear(set, sign, scene) && (sign.anyPlace || !belongsElsewhere(set, line, scene))) yield set;
  }
}

/** Words that lean on the open question, if they name no other part of the body themselves. */
function* leaning(rest: readonly string[], line: readonly string[], sign: Sign, scene: Scene): Generator<Hit[]> {
  for (const set of together(rest, line, sign, scene)) if (foreignPlaces(spanOf(set).from, set, line, scene).length === 0) yield set;
}

function sameUnit(one: Hit, two: Hit, within: Sign['within'], { texts, layout: { clause, sentence } }: Scene): boolean {
  // "Can't go. Bladder. Since yesterday.": in so few words a full stop is a breath.
  if (within === 'message' || texts.length <= fewWords) return true;
  const unit = within === 'clause' ? clause : sentence;
  return unit[one.from] === unit[two.from] || unit[one.to - 1] === unit[two.from] || unit[one.from] === unit[two.to - 1];
}

/** Words of time may stand anywhere in the unit; all others near each other. */
function isNear(set: readonly Hit[], { near, within }: Sign, { isTime }: Scene): boolean {
  if (within === 'message') return true;
  const bound = set.filter(({ list }) => !isTime(list)).toSorted((one, two) => one.from - two.from);
  return bound.every((hit, at) => at === 0 || gap(hit, bound[at - 1] ?? hit) <= near);
}

/** Whether a complaint stands nearer to another part of the body than to the one of the sign: "pain in my groin and numb feet". */
function belongsElsewhere(set: readonly Hit[], line: readonly string[], scene: Scene): boolean {
  const own = set.filter(({ list }) => scene.isPlace(list));
  const complaints = set.filter(({ list }) => !scene.isPlace(list) && !scene.isTime(list));
  return own.length > 0 && complaints.some((complaint) => {
    const away = Math.min(...own.map((place) => gap(place, complaint)));
    return foreignPlaces(complaint.from, set, line, scene).some((place) => gap(place, complaint) < away && !own.some((mine) => joined(mine, place, scene)));
  });
}

/** Other parts of the body named around a word, in its sentence. */
function foreignPlaces(word: number, set: readonly Hit[], line: readonly string[], { layout: { sentence }, places }: Scene): Hit[] {
  return around(places, word, 4).filter(
    (place) => !line.includes(place.list) && sentence[place.from] === sentence[word] && !set.some((hit) => overlap(hit, place)),
  );
}

function joined(one: Hit, two: Hit, { texts, joins }: Scene): boolean {
  const [first, last] = one.from < two.from ? [one, two] : [two, one];
  return last.from - first.to <= 6 && texts.slice(first.to, last.from).every((word) => joins(word));
}

function same(one: Hit, two: Hit): boolean {
  return one.from === two.from && one.to === two.to;
}
