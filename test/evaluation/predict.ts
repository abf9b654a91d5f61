import type { z } from 'zod';
import type { Content } from '../../src/conversation/content.ts';
import { isQuestion } from '../../src/faq/asking.ts';
import { findTopic } from '../../src/faq/search.ts';
import { watchFor, type Alarm } from '../../src/understanding/emergency.ts';
import { treatmentsIn } from '../../src/understanding/history/treatments.ts';
import { readRow, readStory } from '../../src/understanding/row.ts';
import { asTold } from '../../src/understanding/story/teller.ts';
import { rows } from './rows.ts';

/** The day the rows were written for; "since before Thanksgiving" means another time on another day. */
const today = '2026-11-21';

/** In feet. */
const mile = 5280;

type Row<K extends keyof typeof rows> = z.infer<(typeof rows)[K]>;

/** The topic whose answer would be shown, or `OUT_OF_SCOPE` where the documents do not answer. */
export function predictFaq({ id, text, lang }: Row<'faq'>, { voices }: Content) {
  const known = voices.get(lang)?.faq;
  const topic = known?.topics.get(findTopic(text, known.index)?.topic ?? '');
  return { id, topic: topic?.kind === 'documents' ? topic.id : 'OUT_OF_SCOPE' };
}

export function predictRedFlags({ id, text }: Row<'redflags'>, { emergencies }: Content) {
  const alarms = watchFor(text, emergencies);
  return { id, flags: [...new Set(alarms.map(({ flag }) => flag))], tier: tierOf(alarms) };
}

export function predictAnswer({ id, question, text, lang }: Row<'answers'>, { voices, emergencies, wishes }: Content) {
  const known = voices.get(lang)?.faq;
  const speech = new Map([...voices].map(([language, voice]) => [language, voice.speech]));
  const around = { asks: (words: string) => known !== undefined && isQuestion(words, known.index.questions), finds: (words: string) => known !== undefined && findTopic(words, known.index) !== undefined, wishes };
  const { value, extra } = readRow({ question, text, lang }, speech, today, around);
  const flags = [...new Set(watchFor(text, emergencies, question).map(({ flag }) => flag))];
  return { id, value, extra: { ...extra, ...(flags.length > 0 && { redflags: flags }) } };
}

/**
 * What a story tells. The three-way call on claudication is a yardstick of the evaluation alone: brought on by standing or walking and
 * eased by sitting or bending is likely, another pattern is unlikely, anything missing or mixed is indeterminate.
 */
export function predictVignette({ id, story, lang }: Row<'vignettes'>, { voices, emergencies }: Content) {
  const language = voices.get(lang)?.speech;
  if (!language) throw new Error(`Nothing is known of how people speak "${lang}".`);
  const answers = readStory(story, language, today);
  const alarms = watchFor(story, emergencies);
  return {
    id,
    neurogenic_claudication: claudication(answers),
    red_flags: [...new Set(alarms.map(({ flag }) => flag))],
    treatments: treatmentsIn(story, asTold(story, language)),
    urgency_tier: tierOf(alarms) ?? 'routine',
    answers,
  };
}

function claudication({ worse_standing_walking, walk_tolerance, stand_tolerance, relief_sitting: sitting, relief_leaning: leaning, relief_standing_still: still, locations }: Record<string, unknown>): 'likely' | 'unlikely' | 'indeterminate' {
  // Who has to stop after so many feet or minutes, and less than a mile, has said that walking or standing brings it on.
  const limited = [walk_tolerance, stand_tolerance].some((reach) => reach instanceof Object && !('unlimited' in reach) && !isFar(reach));
  const worse = worse_standing_walking ?? (limited ? 'yes' : undefined);
  const eases = sitting === 'yes' || leaning === 'yes';
  if (worse === 'no') return eases ? 'indeterminate' : 'unlikely';
  // What hurts standing and sitting is mixed, unless standing still eases it.
  if (sitting === 'no' && leaning !== 'yes' && still !== 'yes') return worse === 'yes' ? 'indeterminate' : 'unlikely';
  // Standing still is enough for the calf of a narrowed artery, not for the back.
  if (still === 'yes') return eases ? 'indeterminate' : 'unlikely';
  if (worse === undefined && !eases && isHip(locations)) return 'unlikely';
  return worse === 'yes' && eases ? 'likely' : 'indeterminate';
}

/** The groin, and neither the back nor anything below the thigh, is where a worn hip hurts. */
function isHip(locations: unknown): boolean {
  return Array.isArray(locations) && locations.includes('groin') && locations.every((place) => place === 'groin' || place === 'hip' || place === 'thigh');
}

function isFar(reach: object): boolean {
  return 'feet' in reach && Array.isArray(reach.feet) && reach.feet.some((feet) => Number(feet) >= mile);
}

function tierOf(alarms: readonly Alarm[]): 'emergency' | 'same-day' | null {
  if (alarms.some(({ level }) => level === 'emergency')) return 'emergency';
  return alarms.length > 0 ? 'same-day' : null;
}
