import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Item } from '../../src/dialog/dialog.ts';
import { optionsOf } from '../../src/conversation/answer.ts';
import { voiceOf } from '../../src/conversation/content.ts';
import { shipped } from '../support/content.ts';
import { say, talk, type Talk } from '../support/talk.ts';

const patients = 500;
const longest = 200;
const voice = voiceOf(shipped, 'en');

/** Free words that each type of question accepts. */
const typed: Readonly<Partial<Record<Item['question']['type'], readonly string[]>>> = {
  duration: ['3 years', '2 months'],
  'distance-or-time': ['5 minutes'],
  date: ['March 5, 1948', 'July 9, 1990'],
  month: ['March 2025'],
  name: ['Ann Example'],
  phone: ['(608) 555-0134'],
  email: ['ann@example.org'],
  medicines: ['apixaban'],
  text: ['To walk to the mailbox'],
};

describe(`${patients} random patients`, () => {
  const streams = fc.sample(fc.infiniteStream(fc.nat({ max: 9999 })), { seed: 78, numRuns: patients });
  const visits = streams.map((stream) => visitOf((below) => stream.next().value % below));

  it('all come to an end', () => {
    expect(visits.filter(({ talk: { standing } }) => standing.status === 'open')).toHaveLength(0);
  });

  it('are asked every question of every page', () => {
    const asked = new Set(visits.flatMap((visit) => visit.asked));
    expect(shipped.dialog.pages.flatMap((page) => page.questions.map(({ id }) => id)).filter((id) => !asked.has(id))).toEqual([]);
  });

  it('raise every red flag of every page, at each of its levels', () => {
    const raised = new Set(visits.flatMap(({ talk: { standing } }) => standing.flagged.map(({ flag, level }) => `${flag} ${level}`)));
    const written = shipped.dialog.pages.flatMap((page) => page.questions.flatMap(({ redFlags = [] }) => redFlags.map(({ flag, level }) => `${flag} ${level}`)));
    expect([...new Set(written)].filter((flag) => !raised.has(flag))).toEqual([]);
  });

  it('are never without an alert when an emergency flag rises, and never asked on', () => {
    const alarmed = visits.filter(({ talk: { standing } }) => standing.flagged.some(({ level }) => level === 'emergency'));
    expect(alarmed.length).toBeGreaterThan(0);
    for (const { talk: visit } of alarmed) {
      expect(visit.standing.status).toBe('emergency');
      expect(visit.last.at(-1)).toMatchObject({ type: 'replied', reply: { type: 'alert', level: 'emergency' } });
    }
  });
});

/** One patient, who answers by taps and words as the dice fall. */
function visitOf(dice: (below: number) => number): { talk: Talk; asked: string[] } {
  let visit = talk(shipped);
  const asked: string[] = [];
  while (visit.standing.status === 'open' && asked.length < longest) {
    const { rest } = visit.standing.walk;
    if (rest.at !== 'question') throw new Error('An open conversation rests at a question.');
    asked.push(rest.item.question.id);
    const choices = typed[rest.item.question.type];
    visit = choices ? say(visit, choices[dice(choices.length)] ?? '', shipped) : say(visit, 'tapped', shipped, `${rest.item.id}=${chosen(rest.item, dice)}`);
  }
  return { talk: visit, asked };
}

function chosen({ question, id, page }: Item, dice: (below: number) => number): string {
  if (question.type === 'check') return 'send';
  if (id === 'consent') return dice(50) === 0 ? 'no' : 'yes';
  const item = shipped.dialog.byId.get(id);
  const options = item ? optionsOf(item, voice).map((option) => option.id) : [];
  const harmless = question.type === 'choices' ? 'none' : 'no';
  // Most pass the warning signs, so that every later question meets many patients.
  const mostly = page.id === 'safety' ? 6 : 4;
  return options.includes(harmless) && dice(10) < mostly ? harmless : (options[dice(options.length)] ?? '');
}
