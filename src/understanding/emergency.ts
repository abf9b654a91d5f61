import { byUrgency, rank, type Alarm } from './emergency/alarm.ts';
import { layoutOf, quoteOf } from './emergency/clauses.ts';
import { isMisheard, soundsLike } from './emergency/ear.ts';
import { isKnown } from './emergency/lexicon.ts';
import { hitsOf } from './emergency/otherwise.ts';
import { likelyIn, type Likeness } from './emergency/likeness.ts';
import type { EmergencySpeech, Sign, Watch } from './emergency/schema.ts';
import { explained, explainedBeside, findings, type Scene } from './emergency/sign.ts';
import { mannerOf } from './emergency/stance.ts';
import { slipsOf } from './emergency/slips.ts';
import { spanOf } from './emergency/stretch.ts';
import { corrected } from './text/spelling.ts';
import { wordsOf, type Word } from './text/words.ts';

export type { Alarm } from './emergency/alarm.ts';
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
 * Watches one message for emergencies: whatever the conversation is about, in all languages at once, mixed ones too.
 * First the phrases of each sign are looked for, and how they are meant; a phrase in a message, or in a sentence of a story, that is like
 * those of people who have no flag was misheard. A message that is much like what people write who have a flag raises it although no
 * phrase says so.
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
  const spoken = alarms.filter((alarm) => !isMisheard(alarm, { text, likely, leans: given.length > 0, aboutOthers }, likeness));
  const also = soundsLike(likely, spoken, dismissed, likeness.hearing);
  return also ? [...spoken.filter(({ flag }) => flag !== also.flag), also].toSorted(byUrgency) : spoken;
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
  return { alarms: [...alarms.values()].toSorted(byUrgency), dismissed };

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
