import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprintOf } from '../dialog/fingerprint.ts';
import { partsOf, Topic } from '../faq/topic.ts';
import { filesIn, plainYaml, shaped } from './files.ts';

/** The topics of dialogs/faq in one language. Throws ClinicError `page-invalid` for a file of another shape. */
export function topicsIn(dialogs: string, language: string): Topic[] {
  return filesIn(join(dialogs, 'faq', language), '.md').map((file) => shaped(Topic, topicIn(file), `dialogs/faq/${language}/${basename(file)}`));
}

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

function topicIn(file: string): unknown {
  const parts = partsOf(readFileSync(file, 'utf8'));
  const front: unknown = parts && plainYaml(parts.front);
  return typeof front === 'object' ? { ...front, id: basename(file, '.md'), answer: parts?.answer } : undefined;
}
