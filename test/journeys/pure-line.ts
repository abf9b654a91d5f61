import type { Entry } from '../../src/conversation/log.ts';
import { shipped } from '../support/content.ts';
import { say, talkIn, type Talk } from '../support/talk.ts';
import type { Line } from './journey.ts';

/** A conversation through the pure middle alone, under the pages as shipped if no others are named. */
export function inThePureMiddle(language = 'en', content = shipped): Line & { entries(): Entry[] } {
  let now: Talk = talkIn(language, content);
  return {
    seen() {
      const replied = now.entries.flatMap((entry) => (entry.type === 'replied' ? [entry] : []));
      const last = replied.at(-1)?.place;
      const options = replied.flatMap(({ reply }) => ('options' in reply ? [reply.options] : [])).at(-1) ?? [];
      return { question: last?.question ?? null, type: last?.type ?? null, status: last?.status ?? 'open', options };
    },
    async say(text) {
      now = say(now, text, content);
    },
    entries: () => now.entries,
  };
}
