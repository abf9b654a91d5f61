import type { Language } from '../language.ts';
import { readYesNo } from '../kinds/yes-no.ts';
import { amountsIn } from '../text/amounts.ts';
import { labelsIn } from '../text/labels.ts';
import { ofAnother } from '../assertion/mention.ts';
import { denied, deniedBehind } from '../assertion/negation.ts';
import { find, findAll } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import { outcomeOf, outcomesIn, treatmentsIn } from './treatments.ts';

/** Physical therapy: whether, and what came of it. */
export type Therapy = { had: string; outcome?: string };

/** Who stopped because it hurt was not helped for a time. */
const good: ReadonlySet<string> = new Set(['helped', 'partial']);

/** What a message says of physical therapy; undefined when it says nothing of it. `asked`: it answers that very question. */
export function readTherapy(said: Said, language: Language, today: string, asked: boolean): Therapy | undefined {
  const { words } = said;
  const named = labelsIn(language.treatments, words).some(({ label, from }) => label === 'pt' && !ofAnother(words, from, language));
  if (!named && !asked) return undefined;
  const plain = readYesNo(said, 'pt', language, today);
  const had = plain.ok && typeof plain.value === 'string' ? plain.value : undefined;
  // "Yes for my shoulder, never for my back".
  const { here, notHere, elsewhere } = language.surgery;
  const back = findAll(here, words);
  const isSpared = back.length > 0 ? back.every(({ from, to }) => denied(words, from, language) || deniedBehind(words, to, language)) : find(notHere, words) !== undefined;
  if (asked && isSpared && find(elsewhere, words)) return { had: 'no' };
  const all = toldOf(said, language);
  const isGivenUp = find(language.mentions.gaveUp, words) !== undefined && !all.some((one) => good.has(one));
  const told = isGivenUp ? all.filter((one) => one !== 'temporary') : all;
  // "PT no, shots yes" tells what helped, and therapy was had.
  const weighed = told.length > 0 && treatmentsIn(said.text, language).length > 1;
  if (had === 'no' && !weighed) return { had };
  if (had === undefined && told.length === 0 && find(language.mentions.planned, words)) return undefined;
  if (had !== 'yes' && told.length === 0 && !named && amountsIn(words, language.numbers).every(({ max }) => max < 2)) return undefined;
  if (had === 'unsure' && told.length === 0) return undefined;
  return { had: 'yes', ...(told.length > 0 && { outcome: told.includes('worse') && !told.some((one) => good.has(one)) ? 'worse' : outcomeOf(told) }) };
}

/** What is told of therapy, which is all that is told unless another treatment stands beside it. */
function toldOf({ text, words }: Said, language: Language): string[] {
  const treatments = treatmentsIn(text, language);
  if (treatments.every(({ type }) => type === 'pt')) return outcomesIn(words, language);
  return treatments.filter(({ type, outcome }) => type === 'pt' && outcome !== 'unknown').map(({ outcome }) => outcome);
}
