import { describe, expect, it } from '@jest/globals';
import { activityFor } from '../../../../src/channels/teams/patient/courier.ts';
import type { Log } from '../../../../src/conversation/log.ts';
import { journeys, visit } from '../../../journeys/journey.ts';
import { inThePureMiddle } from '../../../journeys/pure-line.ts';
import { contentIn, longer } from '../../../support/pseudo.ts';
import { buttonsOn, cardOn, choicesOn, problemsIn, wordsOn } from '../reading.ts';

// Spanish is a pseudo-language here: whatever a patient reads on a card without its brackets or letters has escaped translation.
const content = contentIn(longer);
const { clinic, number } = { clinic: /Cedar Hollow/u, number: /^[\d\s.,()+-]*$/u };

describe('the cards of a visit in another language', () => {
  it.each(['only-numbers', 'cauda-equina-early', 'person-first'])('%s: say every word in it, and are sound where it is half as long again', async (name) => {
    const journey = journeys().find((one) => one.name === name);
    if (!journey) throw new Error(`There is no journey "${name}".`);
    const line = inThePureMiddle('es', content);
    await visit({ ...journey, held: 'es' }, line);
    const log: Log = line.entries().map((entry, index) => ({ seq: index + 1, at: '2026-11-22T09:00:00Z', entry }));
    const cards = log.flatMap((row) => (row.entry.type === 'replied' ? [activityFor(row, log.slice(0, row.seq), 'c', content), activityFor(row, log, 'c', content)] : [])).map(cardOn);
    const read = cards.flatMap((card) => [...wordsOn(card), ...buttonsOn(card).map(({ title }) => title), ...[...choicesOn(card)].map(([title]) => title)]);
    const written = line.entries().flatMap((entry) => (entry.type === 'said' || entry.type === 'answered' ? ['text' in entry ? entry.text : entry.words] : []));
    expect(read.filter((text) => !/[⟦⟧åëïøü]/u.test(text) && !number.test(text) && !clinic.test(text) && !written.includes(text))).toEqual([]);
    expect(cards.flatMap(problemsIn)).toEqual([]);
    expect(read.length).toBeGreaterThan(5);
  });
});
