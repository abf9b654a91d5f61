/** What a text is made of, and how much each part counts. */
export type Features = ReadonlyMap<string, number>;

/** The features of the texts we know, by name: the place of each, and how much it tells. */
export interface Known {
  readonly texts: number;
  readonly places: Map<string, { readonly place: number; readonly weight: number }>;
}

/** A text brought to length 1: the places of its features, and the value of each. */
export interface Vector {
  readonly places: Int32Array;
  readonly values: Float32Array;
}

/** The pieces of a word of so many letters, its ends marked, so that a word we do not know counts for its likeness to those we do. */
export function piecesOf(word: string, letters: number): string[] {
  const marked = `<${word}>`;
  return Array.from({ length: Math.max(0, marked.length - letters + 1) }, (_, at) => `/${marked.slice(at, at + letters)}`);
}

/**
 * Reads every text once: what is known of their features, and each text with its vector.
 * @param least in how many texts a feature must stand to be known
 * @param unknown as in `vectorOf`
 */
export function vectorsOf<Text>(texts: readonly Text[], featuresOf: (text: Text) => Features, least: number, unknown: number): { known: Known; vectors: { text: Text; vector: Vector }[] } {
  const numbers = new Map<string, number>();
  const uses: number[] = [];
  // Numbers instead of names: the features of all texts by name would fill the memory.
  const read = texts.map((text) => {
    const features = featuresOf(text);
    const places = new Int32Array(features.size);
    const values = new Float32Array(features.size);
    let at = 0;
    for (const [feature, count] of features) {
      const number = numbers.get(feature) ?? numbers.size;
      numbers.set(feature, number);
      uses[number] = (uses[number] ?? 0) + 1;
      places[at] = number;
      values[at] = count;
      at += 1;
    }
    return { text, places, values };
  });
  const known: Known = { texts: read.length, places: new Map() };
  const placed = new Map<number, { place: number; weight: number }>();
  const rare = new Set<number>();
  for (const [feature, number] of numbers) {
    const many = uses[number] ?? 0;
    if (many >= least) {
      const one = { place: known.places.size, weight: rarity(read.length, many) };
      known.places.set(feature, one);
      placed.set(number, one);
    } else if (isWord(feature)) rare.add(number);
  }
  const worth = unknown * rarity(read.length, 1);
  return { known, vectors: read.map(({ text, places, values }) => ({ text, vector: brought(places, values, (number) => placed.get(number), (number) => (rare.has(number) ? worth : 0)) })) };
}

/**
 * The known features of a text.
 * @param unknown what a word that is not known takes from the rest, where the rarest known word counts 1
 */
export function vectorOf(features: Features, { texts, places }: Known, unknown: number): Vector {
  const worth = unknown * rarity(texts, 1);
  return brought([...features.keys()], [...features.values()], (feature) => places.get(feature), (feature) => (isWord(feature) ? worth : 0));
}

/** Brings the known ones of a text's features to length 1; what is not known counts in the length. */
function brought<Name>(names: ArrayLike<Name>, counts: ArrayLike<number>, known: (name: Name) => { place: number; weight: number } | undefined, otherwise: (name: Name) => number): Vector {
  const places = new Int32Array(names.length);
  const values = new Float32Array(names.length);
  let [found, squares] = [0, 0];
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at];
    if (name === undefined) continue;
    const one = known(name);
    const value = (counts[at] ?? 0) * (one?.weight ?? otherwise(name));
    squares += value * value;
    if (!one) continue;
    places[found] = one.place;
    values[found] = value;
    found += 1;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < found; at += 1) values[at] = (values[at] ?? 0) / length;
  return { places: places.slice(0, found), values: values.slice(0, found) };
}

function isWord(feature: string): boolean {
  return !feature.includes(' ') && !feature.startsWith('/');
}

function rarity(texts: number, uses: number): number {
  return Math.log(1 + texts / uses);
}
