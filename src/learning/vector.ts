/** What a text is made of, and how much each part counts. */
export type Features = ReadonlyMap<string, number>;

/** The features of the texts we know, by name: the place of each, and how much it tells. */
export interface Known {
  readonly texts: number;
  readonly places: ReadonlyMap<string, { readonly place: number; readonly weight: number }>;
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
 * How much a feature tells: the fewer texts have it, the more.
 * @param least in how many texts a feature must stand to be known
 */
export function knownOf(texts: readonly Features[], least = 1): Known {
  const uses = new Map<string, number>();
  for (const features of texts) for (const feature of features.keys()) uses.set(feature, (uses.get(feature) ?? 0) + 1);
  const enough = [...uses].filter(([, many]) => many >= least);
  return { texts: texts.length, places: new Map(enough.map(([feature, many], place) => [feature, { place, weight: rarity(texts.length, many) }])) };
}

/**
 * The known features of a text.
 * @param unknown what a word that is not known takes from the rest, where the rarest known word counts 1
 */
export function vectorOf(features: Features, { texts, places }: Known, unknown: number): Vector {
  const found: number[] = [];
  const counted: number[] = [];
  let squares = 0;
  for (const [feature, count] of features) {
    const known = places.get(feature);
    const value = count * (known?.weight ?? (isWord(feature) ? unknown * rarity(texts, 1) : 0));
    squares += value * value;
    if (!known) continue;
    found.push(known.place);
    counted.push(value);
  }
  const length = Math.sqrt(squares) || 1;
  const values = new Float32Array(counted);
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / length;
  return { places: new Int32Array(found), values };
}

function isWord(feature: string): boolean {
  return !feature.includes(' ') && !feature.startsWith('/');
}

function rarity(texts: number, uses: number): number {
  return Math.log(1 + texts / uses);
}
