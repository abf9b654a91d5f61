/** A word of two letters is too short to be told from another by a slip. */
const shortest = 3;
const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** The word with each two neighbouring letters changed round, or one of them left out if they are alike: the commonest slips, in inflected words too. */
export function slipsOf(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => {
    const [one, two] = [word.charAt(at), word.charAt(at + 1)];
    return word.slice(0, at) + (one === two ? '' : two) + one + word.slice(at + 2);
  });
}

/**
 * What each way to miss, add or mistake one letter of these words stands for, the first letter kept: `nmb` is numb, `fot` foot.
 * A misspelling that two of the words share, or that is `known` as a word itself, is left out.
 */
export function slippedFrom(words: readonly string[], known: ReadonlySet<string>): ReadonlyMap<string, string> {
  const meant = new Map<string, string | undefined>();
  for (const word of words) {
    for (const typed of new Set(misspellings(word))) {
      if (typed !== word && typed.length >= shortest && !known.has(typed)) meant.set(typed, meant.has(typed) ? undefined : word);
    }
  }
  return new Map([...meant].flatMap(([typed, word]) => (word === undefined ? [] : [[typed, word]])));
}

function misspellings(word: string): string[] {
  return Array.from({ length: word.length }, (_, before) => {
    const at = before + 1;
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    return [head + tail.slice(1), ...letters.flatMap((letter) => [head + letter + tail, head + letter + tail.slice(1)])];
  }).flat();
}
