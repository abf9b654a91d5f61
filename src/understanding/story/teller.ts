import { asCarer } from '../assertion/mention.ts';
import type { Language } from '../language.ts';
import { find, findAt } from '../text/phrases.ts';
import { hear, pastFillers } from '../text/said.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';

/** In words: how far into a story its person may stand ("my 84 year old mother"), and how far behind that what they do ("my aunt Carla has"). */
const near = { person: 4, verb: 3 };

/** In sentences: "my sister has cancer" is no story told for her. */
const shortest = 3;

/** Whether a story is told for somebody else: it says so, or it begins with that person, goes on, and never speaks of the writer's own body. */
export function isForAnother(text: string, language: Language): boolean {
  const { says, alike, own } = language.volunteered.carer;
  const [first, ...others] = sentencesOf(text).map((sentence) => hear(sentence, language));
  if (!first) return false;
  if (find(says, first.words)) return true;
  return others.length + 1 >= shortest && beginsWithAnother(first.words, language) && !find(alike, first.words) && [first, ...others].every(({ words }) => !find(own, words));
}

/** The language as the teller of a story speaks it: "my mother" is the patient where the story is told for her. */
export function asTold(text: string, language: Language): Language {
  return isForAnother(text, language) ? asCarer(language) : language;
}

function beginsWithAnother(words: readonly Word[], language: Language): boolean {
  const { before, does } = language.volunteered.carer;
  let begins = pastFillers(words, 0, language);
  for (let skipped = findAt(before, words, begins); skipped; skipped = findAt(before, words, begins)) begins = skipped.to;
  const person = find(language.negation.others, words, 0, begins + near.person);
  return person !== undefined && find(language.negation.own, words, 0, person.from) === undefined && (words[person.to]?.clause !== words[person.from]?.clause || find(does, words, person.to, person.to + near.verb) !== undefined);
}
