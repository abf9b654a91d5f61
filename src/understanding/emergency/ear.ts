import { sentencesOf } from '../text/sentences.ts';
import type { Alarm } from './alarm.ts';
import { likelyIn, type Likely, type Likeness } from './likeness.ts';
import type { Hearing } from './schema.ts';

// The second ear (dialogs/emergency.yaml): what likeness makes of a message whose signs have been read.

/** A message as a whole. It `leans` on the open question where that names half of a sign; `aboutOthers`: of whom it tells may be the patient. */
interface Heard {
  readonly text: string;
  readonly likely: Likely;
  readonly leans: boolean;
  readonly aboutOthers: boolean;
}

/** Whether the words of a sign stand for something else: in a message that is harmless as a whole, or in a harmless sentence of a story. */
export function isMisheard(alarm: Alarm, heard: Heard, likeness: Likeness): boolean {
  const isLearned = likeness.hearing.because.some(({ flag }) => flag === alarm.flag);
  return isLearned && !heard.leans && (isDoubtful(alarm, heard, likeness) || isAside(alarm, heard, likeness));
}

/** "No fever, bowels fine, but my foot drags" denies a lot; what is so stands by itself. */
function isDoubtful({ level, quote }: Alarm, { likely, aboutOthers }: Heard, likeness: Likeness): boolean {
  const { doubt, raises, story } = likeness.hearing;
  const { nothing, any, otherwise } = doubt['same-day'];
  const isHarmless = likely.any < doubt.emergency.any && likely.harmless > doubt.emergency.harmless;
  const isNothing = likely.any < nothing || (likely.parts < story.parts && likely.any < any && likely.otherwise > otherwise);
  return !aboutOthers && (level === 'emergency' ? isHarmless : isNothing) && certainty(quote, likeness) < raises[level];
}

/** "By the second aisle my legs go dead", in a story of some length. */
function isAside({ level, quote }: Alarm, { text, likely }: Heard, likeness: Likeness): boolean {
  const { story } = likeness.hearing;
  const sentence = likely.parts < story.parts ? undefined : sentencesOf(text).find((one) => one.includes(quote));
  return sentence !== undefined && Math.max(certainty(quote, likeness), certainty(sentence, likeness)) < story[level];
}

function certainty(part: string, likeness: Likeness): number {
  return likelyIn(part, likeness)?.any ?? 1;
}

/**
 * The flag a message is like, if it is likely enough: as a possible one, though no sign says so. What was said of another flag may have been
 * misheard, or may not be all; a nurse reads both.
 * @param spoken what the signs say
 * @param dismissed the flags whose signs were said and meant otherwise
 */
export function soundsLike({ any, flag, level, quote, parts }: Likely, spoken: readonly Alarm[], dismissed: ReadonlySet<string>, { raises, chance, because }: Hearing): Alarm | undefined {
  const asUrgent = spoken.filter((alarm) => alarm.level === 'emergency' || alarm.level === level);
  if (asUrgent.some((alarm) => alarm.flag === flag)) return undefined;
  const enough = Math.max(dismissed.has(flag) ? raises.dismissed : raises[level], asUrgent.length > 0 ? raises.beside : 0);
  // The longer a story, the likelier one of its sentences is like something by chance.
  const needed = 1 - (1 - enough) / parts ** chance;
  return any < needed ? undefined : { flag, level, because: because.find((known) => known.flag === flag)?.because ?? flag, quote, sure: false };
}
