import type { Language } from '../language.ts';
import { readYesNo } from '../kinds/yes-no.ts';
import { labelsIn } from '../text/labels.ts';
import { denied, deniedBehind } from '../assertion/negation.ts';
import { isPlanned, ofAnother } from '../assertion/mention.ts';
import { find, findAll } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';

/** Surgery on the lower back: whether, and which; the type is `unknown` when it is not named. */
export type Surgery = { had: string; type?: string };

/** The earlier in this list is the larger operation, and the one that is kept. */
const largest = ['fusion', 'laminectomy', 'laminotomy', 'discectomy', 'spacer', 'unknown'];

/** What a message says of surgery on the lower back; undefined when it says nothing of it. `asked`: it answers that very question. */
export function readSurgery(said: Said, language: Language, today: string, asked: boolean): Surgery | undefined {
  const { words } = said;
  const { elsewhere, here, types, planned, refused, done } = language.surgery;
  // "Neck fusion" is fusion elsewhere, unless the clause names the back too.
  const isElsewhere = (at: number) => {
    const clause = words.filter((word) => word.clause === words[at]?.clause);
    return find(elsewhere, clause) !== undefined && find(here, clause) === undefined;
  };
  const isMeantAt = (at: number) => find(planned, words.filter(({ clause }) => clause === words[at]?.clause)) !== undefined || isPlanned(words, at, language);
  const named = labelsIn(types, words).filter(({ from, label }) => (label === 'unknown' || !isElsewhere(from)) && !denied(words, from, language) && !ofAnother(words, from, language)).map(({ label, from }) => ({ label, isMeant: isMeantAt(from) }));
  // Unasked, "had two" may be of anything.
  if (!asked && named.every(({ label }) => label === 'unknown') && !labelsIn(language.treatments, words).some(({ label, from }) => label.startsWith('surgery') && !denied(words, from, language) && !ofAnother(words, from, language))) return undefined;
  if (asked && !find(done, words) && find(refused, words)) return { had: 'no' };
  const plain = readYesNo(said, 'prior_surgery', language, today);
  const had = plain.ok && typeof plain.value === 'string' ? plain.value : undefined;
  const isPlan = (find(planned, words) ?? find(language.mentions.planned, words)) !== undefined;
  // "Laminectomy in 2011, now they want to fuse it" tells of both.
  const type = largest.find((one) => named.some(({ label, isMeant }) => label === one && !(isPlan && isMeant)));
  if (isPlan && (type === undefined || type === 'unknown' || !find(done, words))) return asked && !find(done, words) && (had === 'no' || find(language.mentions.notYet, words)) ? { had: 'no' } : undefined;
  if (had === 'no' && (type === undefined || !find(done, words))) return { had };
  // "Neck yes, low back no", but not "neck and low back both".
  const back = findAll(here, words);
  const isSpared = back.every(({ from, to }) => denied(words, from, language) || deniedBehind(words, to, language));
  if (find(elsewhere, words) && isSpared && (type === undefined || type === 'unknown')) return { had: 'no' };
  if (type !== undefined) return { had: 'yes', type };
  return had === 'yes' ? { had, type: 'unknown' } : undefined;
}
