import type { Tuning } from './questions.ts';
import { isName, termsOf, type Terms } from './terms.ts';

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

/** Each term, each two that stand together, and the pieces of each word, with how much each counts. */
export function featuresOf(words: readonly string[], terms: Terms, { pairs, meanings, pieces }: Tuning): Features {
  const features = new Map<string, number>();
  const all = termsOf(words, terms);
  all.forEach((term, at) => {
    features.set(term, (features.get(term) ?? 0) + (isName(term) ? meanings : 1));
    const next = all[at + 1];
    if (next !== undefined) features.set(`${term} ${next}`, pairs);
  });
  for (const word of words) {
    const marked = `<${word}>`;
    for (let at = 0; at + pieces.letters <= marked.length; at += 1) features.set(`/${marked.slice(at, at + pieces.letters)}`, pieces.count);
  }
  return features;
}

/** How much a feature tells: the fewer texts have it, the more. */
export function knownOf(texts: readonly Features[]): Known {
  const uses = new Map<string, number>();
  for (const features of texts) for (const feature of features.keys()) uses.set(feature, (uses.get(feature) ?? 0) + 1);
  return { texts: texts.length, places: new Map([...uses].map(([feature, many], place) => [feature, { place, weight: rarity(texts.length, many) }])) };
}

/** The known features of a text. What is not known makes the rest count less, by `unknown` of what the rarest word tells. */
export function vectorOf(features: Features, { texts, places }: Known, { unknown }: Tuning): Vector {
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
