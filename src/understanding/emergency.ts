import { layoutOf, quoteOf } from './emergency/clauses.ts';
import { isKnown } from './emergency/lexicon.ts';
import { hitsOf } from './emergency/otherwise.ts';
import { likelyIn, type Likeness } from './emergency/likeness.ts';
import type { EmergencySpeech, Sign, Watch } from './emergency/schema.ts';
import { explained, explainedBeside, findings, type Scene } from './emergency/sign.ts';
import { mannerOf } from './emergency/stance.ts';
import { slipsOf } from './emergency/slips.ts';
import { spanOf } from './emergency/stretch.ts';
import { sentencesOf } from './text/sentences.ts';
import { corrected } from './text/spelling.ts';
import { wordsOf, type Word } from './text/words.ts';

export { likenessFrom, type Example, type Likeness } from './emergency/likeness.ts';
export { EmergencySpeech, stances, Watch } from './emergency/schema.ts';

/** The question who the patient is: whoever is named while it is open may be the patient. */
const whoAnswers = 'respondent';

/** Words of fewer or more letters are not taken for misspelled. */
const [shortestMended, longestMended] = [4, 24];
const longestContraction = 9;

/** What is watched for, how people say it in each language, and what their messages are compared with. */
export interface Emergencies {
  readonly watch: Watch;
  readonly speeches: readonly EmergencySpeech[];
  readonly likeness: Likeness;
}

/**
 * A warning found in a patient's words. `flag` is an entry of safety.yaml, `quote` the clause it was said in, word for word.
 * Not `sure`: a possible one, about which one direct question may be asked first if waiting is safe.
 */
export type Alarm = { flag: string; level: 'emergency' | 'same-day'; because: string; quote: string; sure: boolean };

/**
 * Watches one message for emergencies: whatever the conversation is about, in all languages at once, mixed ones too.
 * First the phrases of each sign are looked for, and how they are meant. Where none says anything, a message that is much like what
 * people write who have a flag raises it all the same; a phrase in a message that is like those that deny it, or
 * tell of somebody else, was misheard.
 * @param text what the patient wrote, of any length
 * @param question the id of the open question, if there is one: "none at all since Friday" says more after a question about feeling
 * @param carer whether somebody else answers for the patient: "my mother fell" and "he can't feel his legs" are then said of the patient
 * @returns at most one alarm a flag, the most urgent first
 */
export function watchFor(text: string, { watch, speeches, likeness }: Emergencies, question?: string, carer = false): Alarm[] {
  const given = question === undefined ? [] : (watch.questions[question] ?? []);
  const aboutOthers = carer || question === whoAnswers;
  const { alarms, dismissed } = signsIn(text, watch, speeches, given, aboutOthers);
  const likely = likelyIn(text, likeness);
  if (!likely) return alarms;
  const { raises, doubt, story, because } = likeness.hearing;
  // What leans on the question, or is said of somebody else who may be the patient, is like nothing by itself.
  const byItself = given.length === 0 && !aboutOthers;
  const isHarmless = likely.any < doubt.emergency.any && likely.harmless > doubt.emergency.harmless;
  const { nothing, any, otherwise } = doubt['same-day'];
  const isNothing = likely.any < nothing || (likely.parts < story.parts && likely.any < any && likely.otherwise > otherwise);
  const isDoubted = (level: Alarm['level']) => byItself && (level === 'emergency' ? isHarmless : isNothing);
  const certainty = (part: string) => likelyIn(part, likeness)?.any ?? 1;
  const isLearned = ({ flag }: Alarm) => because.some((known) => known.flag === flag);
  // "No fever, bowels fine, but my foot drags" denies a lot; what is so stands by itself.
  const misheard = (alarm: Alarm) => isDoubted(alarm.level) && certainty(alarm.quote) < raises[alarm.level];
  // In a story a phrase may stand for something else: "by the second aisle my legs go dead".
  const isStory = likely.parts >= story.parts && given.length === 0;
  const sentenceOf = (quote: string) => (isStory ? sentencesOf(text).find((sentence) => sentence.includes(quote)) : undefined);
  const isAside = ({ quote, level }: Alarm) => {
    const sentence = sentenceOf(quote);
    return sentence !== undefined && Math.max(certainty(quote), certainty(sentence)) < story[level];
  };
  const spoken = alarms.filter((alarm) => !isLearned(alarm) || !(misheard(alarm) || isAside(alarm)));
  const { flag, level, quote } = likely;
  const enough = dismissed.has(flag) ? raises.dismissed : raises[level];
  // The longer a story, the likelier one of its sentences is like something by chance.
  const needed = (share: number) => 1 - (1 - share) / likely.parts ** likeness.hearing.chance;
  // What was said of another flag may have been misheard, or may not be all: a nurse reads both.
  const asUrgent = spoken.filter((alarm) => alarm.level === 'emergency' || alarm.level === level);
  if (asUrgent.some((alarm) => alarm.flag === flag) || likely.any < needed(asUrgent.length > 0 ? Math.max(enough, raises.beside) : enough)) return spoken;
  const also: Alarm = { flag, level, because: because.find((known) => known.flag === flag)?.because ?? flag, quote, sure: false };
  return [...spoken.filter((alarm) => alarm.flag !== flag), also].toSorted((one, two) => rank(two) - rank(one));
}

/** What the phrases of the signs say, and the flags of which they plainly say something else: denied, supposed, asked. */
function signsIn(text: string, watch: Watch, speeches: readonly EmergencySpeech[], given: readonly string[], aboutOthers: boolean): { alarms: Alarm[]; dismissed: ReadonlySet<string> } {
  const words = heard(text, speeches);
  const texts = words.map((word) => word.text);
  const hits = hitsOf(words, speeches);
  const layout = layoutOf(words, text, speeches);
  const manner = mannerOf(hits, layout, texts, (word) => speeches.some(({ carrying }) => carrying.has(word)), aboutOthers);
  const alarms = new Map<string, Alarm>();
  const dismissed = new Set<string>();
  const isPlace = (list: string) => speeches.some(({ places }) => places.has(list));
  const places = [...hits].filter(([list]) => isPlace(list)).flatMap(([, found]) => found).toSorted((one, two) => one.from - two.from);
  const scene: Scene = {
    hits,
    layout,
    texts,
    places,
    isPlace,
    isTime: (list) => speeches.some(({ times }) => times.has(list)),
    joins: (word) => speeches.some(({ joiners }) => joiners.has(word)),
    given,
  };
  for (const sign of watch.signs) {
    const known = alarms.get(sign.flag);
    if (known && rank(known) >= rank(sign)) continue;
    const alarm = alarmOf(sign);
    if (alarm && (!known || rank(alarm) > rank(known))) alarms.set(alarm.flag, alarm);
  }
  return { alarms: [...alarms.values()].toSorted((one, two) => rank(two) - rank(one)), dismissed };

  function alarmOf(sign: Sign): Alarm | undefined {
    if (explained(sign, scene)) return undefined;
    let possible: Alarm | undefined;
    for (const found of findings(sign, scene)) {
      if (explainedBeside(sign, found, scene)) continue;
      const against = manner.against(found, sign).filter((stance) => !sign.counts.includes(stance));
      if (against.some((stance) => watch.likeness.dismissing.includes(stance))) dismissed.add(sign.flag);
      if (against.length > 0) continue;
      const { from, to } = spanOf(found);
      const sure = sign.sure && manner.certain(found);
      possible = { flag: sign.flag, level: sign.level, because: sign.because, quote: quoteOf(text, words, layout, from, to - 1), sure };
      if (sure) return possible;
    }
    return possible;
  }
}

/** The words of a message with the contractions of every language opened and misspellings mended. */
function heard(text: string, speeches: readonly EmergencySpeech[]): Word[] {
  const [first, ...others] = speeches;
  let words = wordsOf(text, first?.shorthand ?? new Map());
  for (const { shorthand } of others) words = words.flatMap((word) => (shorthand.get(word.text) ?? [word.text]).map((one) => said(word, one)));
  return words.flatMap((word) => opened(word, speeches)).map((word) => said(word, meant(word.text, speeches)));
}

/** "cna't" is "can't" with two letters changed round, and is opened as that is. */
function opened(word: Word, speeches: readonly EmergencySpeech[]): Word[] {
  if (word.text.length < shortestMended || word.text.length > longestContraction || isKnownWord(word.text, speeches)) return [word];
  const slips = slipsOf(word.text);
  const meaning = speeches.map(({ shorthand }) => slips.map((one) => shorthand.get(one)).find((words) => words !== undefined)).find((words) => words !== undefined);
  return meaning?.map((one) => said(word, one)) ?? [word];
}

/** Whether a word is one of a language's own, right as it is. */
function isKnownWord(word: string, speeches: readonly EmergencySpeech[]): boolean {
  return speeches.some(({ spelling, lexicon }) => spelling.known.has(word) || isKnown(word, lexicon));
}

function said(word: Word, text: string): Word {
  return word.text === text ? word : { text, start: word.start, end: word.end, clause: word.clause };
}

/** "husband's" is said of the husband; a misspelling stands for the word it is near to, unless it means something as it is. */
function meant(typed: string, speeches: readonly EmergencySpeech[]): string {
  const word = typed.endsWith("'s") ? typed.slice(0, -2) : typed;
  const literal = (one: string) => speeches.some(({ spelling }) => spelling.known.has(one));
  const stemmed = (one: string) => speeches.some(({ lexicon }) => isKnown(one, lexicon));
  if (word.length > longestMended || /\d/u.test(word) || literal(word)) return word;
  const slips = word.length < shortestMended ? [] : slipsOf(word);
  const meaning = slips.find(literal);
  if (meaning !== undefined || stemmed(word)) return meaning ?? word;
  for (const { slipped, spelling } of speeches) {
    const mended = slipped.get(word) ?? (word.length < shortestMended ? word : corrected(word, spelling));
    if (mended !== word) return mended;
  }
  return slips.find(stemmed) ?? word;
}

function rank({ level, sure }: Pick<Alarm, 'level' | 'sure'>): number {
  return (level === 'emergency' ? 2 : 0) + (sure ? 1 : 0);
}
