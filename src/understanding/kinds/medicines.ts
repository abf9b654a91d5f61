import type { Language } from '../language.ts';
import { read, unread, type Reading } from '../reading.ts';
import { labelsIn, type Label } from '../text/labels.ts';
import { denied } from '../text/negation.ts';
import { find } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';

/** The medicines a patient takes, by generic name; `['none']` when they say there are none. What they stopped is left out. */
export function readMedicines({ words }: Said, language: Language): Reading {
  const taken = [...new Set(medicinesIn(words, language).map(({ label }) => label))];
  if (taken.length > 0) return read(taken);
  return find(language['medicine-words'].none, words) ? read(['none']) : unread('unclear');
}

/** The medicines named in a message that are taken now, brand names and misspellings as generic names. */
export function medicinesIn(words: readonly Word[], language: Language): Label[] {
  return labelsIn(language.medicines.names, words).filter(({ from }) => !denied(words, from, language) && !stopped(words, from, language));
}

/** The class a generic name belongs to, as `nsaid` or `anticoagulant`; undefined for one we only know by name. */
export function classOf(generic: string, language: Language): string | undefined {
  return language.medicines.classes.get(generic);
}

/** "I used to take warfarin", "they stopped my Plavix": the same clause says it is over. */
function stopped(words: readonly Word[], at: number, language: Language): boolean {
  const clause = words[at]?.clause;
  const start = words.findIndex((word) => word.clause === clause);
  const end = words.findLastIndex((word) => word.clause === clause) + 1;
  return find(language['medicine-words'].stopped, words, start, end) !== undefined;
}
