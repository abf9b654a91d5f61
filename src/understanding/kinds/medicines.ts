import type { Language } from '../language.ts';
import { read, unread, type Reading } from '../reading.ts';
import { labelsIn, type Label } from '../text/labels.ts';
import { ofAnother } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { find, findAll } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';

/** The medicines a patient takes, by generic name; `['none']` when they say there are none. What they stopped is left out. */
export function readMedicines({ words }: Said, language: Language): Reading {
  const taken = [...new Set(medicinesIn(words, language).map(({ label }) => label))];
  if (taken.length > 0) return read(taken);
  const none = find(language['medicine-words'].none, words);
  // "Nothing stronger than aspirin" names one after all.
  const isMeasured = none && labelsIn(language.medicines.names, words, none.to).some(({ from }) => words[from]?.clause === words[none.from]?.clause);
  return none && !isMeasured ? read(['none']) : unread('unclear');
}

/** The medicines a message says the patient takes now, by generic name; what "used to" or "stopped" is said of is not among them. */
export function medicinesIn(words: readonly Word[], language: Language): Label[] {
  const stops = stopsIn(words, language);
  return labelsIn(language.medicines.names, words).filter((name) => !denied(words, name.from, language) && !ofAnother(words, name.from, language) && !stops.some((stop) => isOver(name, stop, words)));
}

/** A "stopped", and where its reach begins: behind an "and" it is said of what follows, "stopped it" of the clause before as well. */
type Stop = { clause: number; since: number; also: number | undefined };

function stopsIn(words: readonly Word[], language: Language): Stop[] {
  const { stopped, stoppedIt } = language['medicine-words'];
  // "I never came off it".
  const stops = findAll(stopped, words).filter(({ from }) => !denied(words, from, language)).map(({ from }) => ({ clause: words[from]?.clause ?? 0, since: [1, 2].some((back) => language.numbers.and.includes(words[from - back]?.text ?? '')) ? from : 0, also: undefined }));
  const its = findAll(stoppedIt, words).map(({ from }) => ({ clause: words[from]?.clause ?? 0, since: 0, also: (words[from]?.clause ?? 0) - 1 }));
  return [...stops, ...its];
}

function isOver({ from }: Label, { clause, since, also }: Stop, words: readonly Word[]): boolean {
  return (words[from]?.clause === clause && from >= since) || words[from]?.clause === also;
}

/** The class a generic name belongs to, as `nsaid` or `anticoagulant`; undefined for one we only know by name. */
export function classOf(generic: string, language: Language): string | undefined {
  return language.medicines.classes.get(generic);
}
