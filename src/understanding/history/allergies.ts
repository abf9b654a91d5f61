import type { Language } from '../language.ts';
import { readYesNo } from '../kinds/yes-no.ts';
import { labelsIn } from '../text/labels.ts';
import { ofAnother } from '../assertion/mention.ts';
import { denied } from '../assertion/negation.ts';
import { find } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';

/** What someone is allergic to, medicines by generic name; `['none']` when nothing; undefined when the words do not tell. */
export function readAllergies(said: Said, language: Language, today: string): string[] | undefined {
  const { words } = said;
  const known = labelsIn(language.allergies.things, words);
  const medicines = labelsIn(language.medicines.names, words).filter(({ from, to }) => !known.some((one) => one.from <= from && one.to >= to));
  const named = [...new Set([...known, ...medicines].filter(({ from }) => (!denied(words, from, language) || find(language.allergies.cannot, words)) && !ofAnother(words, from, language)).toSorted((one, other) => one.from - other.from).map(({ label }) => label))];
  if (named.length > 0) return named;
  const plain = readYesNo(said, 'allergies', language, today);
  return find(language.allergies.none, words) || (plain.ok && plain.value === 'no') ? ['none'] : undefined;
}
