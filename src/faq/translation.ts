import { fingerprintOf } from '../dialog/fingerprint.ts';
import type { Topic } from './topic.ts';

/** What a translation of this topic names in `of`: its title and answer, in twelve characters. Ways of asking are not translated. */
export function fingerprintOfTopic({ title, answer }: Topic): string {
  return fingerprintOf(JSON.stringify([title, answer]));
}

/** The topics that are not a translation of what the first language says today, by id: reworded since, or unknown there. */
export function staleAmong(topics: readonly Topic[], source: ReadonlyMap<string, Topic>): string[] {
  return topics.filter((topic) => isStale(topic, source)).map(({ id }) => id);
}

/**
 * The topics as they may be shown: a stale one with the first language's title, answer and sources, because yesterday's answer may be
 * wrong today, and found by its own ways of asking. One that the first language no longer has is left out.
 */
export function inTodaysWords(topics: readonly Topic[], source: ReadonlyMap<string, Topic>): Topic[] {
  return topics.flatMap((topic) => {
    const original = source.get(topic.id);
    if (!original) return [];
    return isStale(topic, source) ? [{ ...original, asks: topic.asks }] : [topic];
  });
}

function isStale(topic: Topic, source: ReadonlyMap<string, Topic>): boolean {
  const original = source.get(topic.id);
  return !original || topic.of !== fingerprintOfTopic(original);
}
