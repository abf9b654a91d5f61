import type { Word } from '../text/words.ts';

/** Little words of a language that show where a clause begins. */
export type Grammar = {
  /** Begin a new statement after a comma or an "and". */
  starters: ReadonlySet<string>;
  /** Begin a new clause wherever they stand: but, except. */
  breakers: ReadonlySet<string>;
  /** Begin a new clause if a starter follows: and. */
  linking: ReadonlySet<string>;
  /** Belong to the clause that follows them: if, when, and. */
  leading: ReadonlySet<string>;
  /** "do I": the subject does not begin a clause after one of these. */
  asking_verbs: ReadonlySet<string>;
  /** Subjects that begin a new clause even where nothing is punctuated. */
  subjects: ReadonlySet<string>;
  /** Carry a denial over a comma: "no fever, or chills". */
  carrying: ReadonlySet<string>;
};

/** For each word the number of its sentence, turn (up to a "but"), clause and part (between two commas); all count on through the message. */
export type Layout = { sentence: number[]; turn: number[]; clause: number[]; part: number[] };

/** Divides a message into sentences, clauses and parts; works on dictated text without punctuation too. */
export function layoutOf(words: readonly Word[], text: string, grammars: readonly Grammar[]): Layout {
  const layout: Layout = { sentence: [], turn: [], clause: [], part: [] };
  const is = (kind: keyof Grammar, word: string) => grammars.some((grammar) => grammar[kind].has(word));
  let [sentence, turn, clause, part, began] = [0, 0, 0, 0, 0];
  words.forEach(({ text: word, start }, at) => {
    const last = words[at - 1];
    const gap = last ? text.slice(last.end, start) : '';
    const next = words[at + 1]?.text ?? '';
    const stop = /[.!?\n…¿¡]/u.test(gap);
    const comma = /[,;:()—"]|\s[-–]+\s/u.test(gap);
    if (stop) sentence += 1;
    if (stop || comma) part += 1;
    if (stop || is('breakers', word)) turn += 1;
    const before = last?.text ?? '';
    const led = is('leading', before) && at - 1 > began && layout.sentence[at - 1] === sentence;
    const spoken = is('subjects', word) && at > began && !is('asking_verbs', before) && !(at - 1 === began && is('leading', before));
    const linked = is('linking', word);
    const begins = (comma && (is('starters', word) || (is('leading', word) && !linked))) || (at > began && linked && is('starters', next));
    if (stop || begins || is('breakers', word) || spoken) {
      clause += 1;
      began = at;
      if (spoken && !stop && !comma && led) {
        layout.clause[at - 1] = clause;
        began = at - 1;
      }
    }
    layout.sentence.push(sentence);
    layout.turn.push(turn);
    layout.clause.push(clause);
    layout.part.push(part);
  });
  return layout;
}

/** The words of the text from the beginning of the clause of one word to the end of the clause of another. */
export function quoteOf(text: string, words: readonly Word[], { clause }: Layout, from: number, to: number): string {
  let [first, last] = [from, to];
  while (first > 0 && clause[first - 1] === clause[from]) first -= 1;
  while (last + 1 < words.length && clause[last + 1] === clause[to]) last += 1;
  return text.slice(words[first]?.start ?? 0, words[last]?.end ?? text.length).trim();
}
