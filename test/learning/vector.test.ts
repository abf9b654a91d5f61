import { describe, expect, it } from '@jest/globals';
import { pairFeature, pieceFeatures, vectorOf, vectorsOf, wordFeature } from '../../src/learning/vector.ts';

const wordsAsFeatures = (text: string) => new Map(text.split(' ').map((word) => [wordFeature(word), 1]));

describe('the features of a text', () => {
  it('tell a word from a pair, and pairs by what stands between', () => {
    const all = [wordFeature('numb'), pairFeature('numb', 'leg', ' '), pairFeature('numb', 'leg', ' _ '), pairFeature('leg', 'numb', ' ')];
    expect(new Set(all).size).toBe(all.length);
  });

  it('have the pieces of a word with its ends marked', () => {
    expect(pieceFeatures('leg', 4)).toHaveLength(2);
    expect(pieceFeatures('legs', 4)).toContain(pieceFeatures('leg', 4)[0]);
    expect(pieceFeatures('a', 4)).toEqual([]);
  });
});

describe('texts as vectors', () => {
  const { known, vectors } = vectorsOf(['my leg hurts', 'my leg is numb', 'my back'], wordsAsFeatures, 2, 0);

  it('know what stands in texts enough, and have length 1', () => {
    expect(known.places.size).toBe(2);
    for (const { vector } of vectors) expect(Math.hypot(...vector.values)).toBeCloseTo(1, 5);
  });

  it('count a rare word more than a common one', () => {
    const [first] = vectors;
    const valueOf = (word: string) => first?.vector.values[first.vector.places.indexOf(known.places.get(wordFeature(word)) ?? -1)] ?? 0;
    expect(valueOf('leg')).toBeGreaterThan(valueOf('my'));
  });

  it('count what is known of a new text less where much of it is unknown', () => {
    const [careful, bold] = [1, 0].map((unknown) => Math.max(...vectorOf(wordsAsFeatures('my strange new leg'), known, unknown).values));
    expect(careful).toBeLessThan(bold ?? 0);
  });

  it('hold texts of any number and length', () => {
    const many = vectorsOf(Array.from({ length: 3000 }, (_, at) => Array.from({ length: 60 }, (__, word) => `w${at * word}`).join(' ')), wordsAsFeatures, 1, 0);
    for (const { vector } of many.vectors) expect(Math.hypot(...vector.values)).toBeCloseTo(1, 4);
  });
});
