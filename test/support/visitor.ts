import { optionsOf } from '../../src/conversation/answer.ts';
import { voiceOf } from '../../src/conversation/content.ts';
import { shipped } from './content.ts';
import { open, say, type Talk } from './talk.ts';

const voice = voiceOf(shipped, 'en');

/** What an invented visitor writes where there is no option to tap. */
const usual: Readonly<Record<string, string>> = { consent: 'yes', duration: 'two years', full_name: 'Ann Example', dob: 'March 5, 1948', phone: '608-555-0134' };

/**
 * Goes on through the shipped pages up to a question, or to the end: writes what is given by question, taps what changes least
 * elsewhere, and skips the rest.
 */
export function goOn(talk: Talk, until: string, writes: Readonly<Record<string, string>> = {}): Talk {
  let visit = talk;
  for (let said = 0; visit.standing.status === 'open' && open(visit) !== until; said++) {
    const { rest } = visit.standing.walk;
    if (rest.at !== 'question' || said > 100) throw new Error(`The visit does not reach "${until}".`);
    const { id, question } = rest.item;
    const options = optionsOf(rest.item, voice).map((option) => option.id);
    const tap = ['none', 'no', 'send'].find((harmless) => options.includes(harmless)) ?? (question.type === 'duration' ? undefined : options[0]);
    const written = writes[id] ?? usual[id] ?? (tap === undefined ? 'skip' : undefined);
    visit = written === undefined ? say(visit, 'tapped', shipped, `${id}=${tap}`) : say(visit, written, shipped);
  }
  return visit;
}
