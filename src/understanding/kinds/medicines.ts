import type { Language } from '../language.ts';
import { read, unread, type Reading } from '../reading.ts';
import { labelsIn, type Label } from '../text/labels.ts';
import { ofAnother } from '../text/mention.ts';
import { denied } from '../text/negation.ts';
import { find, findAll } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';

/** The medicines a patient takes, by generic name; `['none']` when they say there are none. What they stopped is left out. */
export function readMedicines({ words }: Said, language: Language): Reading {
  const taken = [...new Set(medicinesIn(words, language).map(({ label }) => label))];
  if (taken.length > 0) return read(taken);
  return find(language['medicine-words'].none, words) ? read(['none']) : unread('unclear');
}

/** The medicines a message says the patient takes now, by generic name; a clause with "used to" or "stopped" names those that are not. */
export function medicinesIn(words: readonly Word[], language: Language): Label[] {
  const over = new Set(findAll(language['medicine-words'].stopped, words).map(({ from }) => words[from]?.clause));
  return labelsIn(language.medicines.names, words).filter(({ from }) => !denied(words, from, language) && !ofAnother(words, from, language) && !over.has(words[from]?.clause));
}

/** The class a generic name belongs to, as `nsaid` or `anticoagulant`; undefined for one we only know by name. */
export function classOf(generic: string, language: Language): string | undefined {
  return language.medicines.classes.get(generic);
}
