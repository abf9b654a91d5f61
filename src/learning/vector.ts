/** What a text is made of, by the number of each feature, and how much each counts. */
export type Features = ReadonlyMap<number, number>;

/** The features of the texts we know, by number: the place of each, and by place how much it tells. */
export interface Known {
  readonly texts: number;
  readonly places: ReadonlyMap<number, number>;
  readonly weights: Float32Array;
}

/** A text brought to length 1: the places of its features, and the value of each. */
export interface Vector {
  readonly places: Int32Array;
  readonly values: Float32Array;
}

// Looked up once: in a context of its own, where tests run, each look at Math costs more than the sum.
const { imul } = Math;

// A feature is known by a number instead of its name, or the names of all texts would fill the memory. Of a million names, a few hundred
// share theirs with another (FNV-1a, of which 29 bits are kept). One more bit tells a word.
const beginning = 0x811c9dc5;
const prime = 0x01000193;
const word = 1 << 29;
/** No single text has more features. */
const firstRow = 1 << 16;

/** The number of a word as a feature. */
export function wordFeature(text: string): number {
  return (hashed(text, beginning) >>> 3) | word;
}

/** The number of two words as a feature; `between` tells how they stand, for example ` `. */
export function pairFeature(first: string, next: string, between: string): number {
  return hashed(next, hashed(between, hashed(first, beginning))) >>> 3;
}

/** The pieces of a word of so many letters, its ends marked, so that a word we do not know counts for its likeness to those we do. */
export function pieceFeatures(text: string, letters: number): number[] {
  const marked = `<${text}>`;
  const start = hashed('/', beginning);
  const found: number[] = [];
  for (let at = 0; at + letters <= marked.length; at += 1) {
    let hash = start;
    for (let letter = at; letter < at + letters; letter += 1) hash = imul(hash ^ marked.charCodeAt(letter), prime);
    found.push(hash >>> 3);
  }
  return found;
}

/**
 * Reads every text once: what is known of their features, and each text with its vector.
 * @param least in how many texts a feature must stand to be known
 * @param unknown as in `vectorOf`
 */
export function vectorsOf<Text>(texts: readonly Text[], featuresOf: (text: Text) => Features, least: number, unknown: number): { known: Known; vectors: { text: Text; vector: Vector }[] } {
  const uses = new Map<number, number>();
  // All in one row: arrays of their own for thousands of texts would take several times as much memory.
  let [row, values, end] = [new Int32Array(firstRow), new Float32Array(firstRow), 0];
  const ends = texts.map((text) => {
    const features = featuresOf(text);
    if (end + features.size > row.length) [row, values] = [wider(row, new Int32Array(2 * row.length)), wider(values, new Float32Array(2 * row.length))];
    for (const [feature, count] of features) {
      uses.set(feature, (uses.get(feature) ?? 0) + 1);
      row[end] = feature;
      values[end] = count;
      end += 1;
    }
    return end;
  });
  const enough = [...uses].filter(([, many]) => many >= least);
  const known: Known = {
    texts: texts.length,
    places: new Map(enough.map(([feature], place) => [feature, place])),
    weights: Float32Array.from(enough, ([, many]) => rarity(texts.length, many)),
  };
  const part = (at: number) => [ends[at - 1] ?? 0, ends[at]] as const;
  return { known, vectors: texts.map((text, at) => ({ text, vector: brought(row.subarray(...part(at)), values.subarray(...part(at)), known, unknown) })) };
}

/**
 * The known features of a text.
 * @param unknown what a word that is not known takes from the rest, where the rarest known word counts 1
 */
export function vectorOf(features: Features, known: Known, unknown: number): Vector {
  return brought(Int32Array.from(features.keys()), Float32Array.from(features.values()), known, unknown);
}

function wider<Row extends Int32Array | Float32Array>(row: Row, space: Row): Row {
  space.set(row);
  return space;
}

/** Brings the known ones of a text's features to length 1, where they stand; what is not known counts in the length. */
function brought(names: Int32Array, counts: Float32Array, known: Known, unknown: number): Vector {
  const otherwise = unknown * rarity(known.texts, 1);
  let [found, squares] = [0, 0];
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] ?? 0;
    const place = known.places.get(name);
    const value = (counts[at] ?? 0) * (place === undefined ? (isWord(name) ? otherwise : 0) : (known.weights[place] ?? 0));
    squares += value * value;
    if (place === undefined) continue;
    names[found] = place;
    counts[found] = value;
    found += 1;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < found; at += 1) counts[at] = (counts[at] ?? 0) / length;
  return { places: names.subarray(0, found), values: counts.subarray(0, found) };
}

function isWord(feature: number): boolean {
  return (feature & word) !== 0;
}

function rarity(texts: number, uses: number): number {
  return Math.log(1 + texts / uses);
}

function hashed(text: string, from: number): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = imul(hash ^ text.charCodeAt(at), prime);
  return hash;
}
