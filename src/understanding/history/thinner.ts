import type { Language } from '../language.ts';
import { classOf, medicinesIn } from '../kinds/medicines.ts';
import { plainAt } from '../kinds/plain.ts';
import { readYesNo } from '../kinds/yes-no.ts';
import { find } from '../text/phrases.ts';
import { pastFillers, type Said } from '../text/said.ts';

/** Blood thinners, aspirin among them: whether, and which, by generic name. */
export type Thinner = { answer: string; drugs: string[] };

/** What a message says of blood thinners; undefined when it says nothing of them. `asked`: it answers that very question. */
export function readThinner(said: Said, language: Language, today: string, asked: boolean): Thinner | undefined {
  const thinning = language['medicine-words'].thinning;
  // "No, allergic to aspirin".
  const isAllergic = ({ from }: { from: number }) => find(language.volunteered.allergic, said.words.filter(({ clause }) => clause === said.words[from]?.clause)) !== undefined;
  const taken = medicinesIn(said.words, language);
  const drugs = [...new Set(taken.filter((one) => !isAllergic(one)).map(({ label }) => label).filter((generic) => thinning.includes(classOf(generic, language) ?? '')))];
  if (drugs.length > 0) return { answer: 'yes', drugs };
  if (!asked) return undefined;
  const begins = plainAt(said.words, pastFillers(said.words, 0, language), 'blood_thinner', language);
  if (begins?.stance === 'no' && taken.some(isAllergic)) return { answer: 'no', drugs: [] };
  if (taken.length > 0 && find(language['medicine-words'].only, said.words)) return { answer: 'no', drugs: [] };
  const plain = readYesNo(said, 'blood_thinner', language, today);
  return plain.ok && typeof plain.value === 'string' ? { answer: plain.value, drugs: [] } : undefined;
}
