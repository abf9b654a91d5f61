import { describe, expect, it } from '@jest/globals';
import type { Action } from '../../../src/channels/teams/card/shape.ts';
import { voiceOf } from '../../../src/conversation/content.ts';
import { summarise, type Summary } from '../../../src/handoff/summary.ts';
import { ageBand } from '../../../src/staff/teams/age-band.ts';
import { handoffCard, headline, type Look, type Shown } from '../../../src/staff/teams/card.ts';
import type { Case } from '../../../src/store/store.ts';
import { problemsIn, wordsOn } from '../../channels/teams/reading.ts';
import { aClinic } from '../../support/clinic.ts';
import { shipped } from '../../support/content.ts';

const voice = voiceOf(shipped, 'en');
const look: Look = { words: voice, clinic: shipped.card, publicUrl: 'https://intake.example.org', showNames: false };
const named: Look = { ...look, showNames: true };
const conversation = '7f3a9c52-invented';
const found: Case = { clinic: shipped.card.id, conversation, channel: 'web', urgency: 'emergency', label: 'Rosa Invented', handedOverAt: '2026-11-22T16:42:00.000Z', claimedBy: null, closedAt: null };
const claimed: Case = { ...found, claimedBy: { id: 'ana', name: 'Ana *Invented*' } };
const closed: Case = { ...claimed, closedAt: '2026-11-22T18:05:00.000Z' };
const summary = await aSummary();

/** What the nurse would read of a patient under a warning sign, who also gave her name and age. */
async function aSummary(): Promise<Summary> {
  const { clinic } = aClinic();
  await clinic.open(conversation, { user: 'invented', channel: 'web', language: 'en' });
  for (const [at, text] of ['me', 'yes', 'I cannot feel anything when I wipe, and I am wetting myself'].entries()) await clinic.receive(conversation, { id: String(at), at: '2026-11-22T16:42:00Z', text });
  const made = summarise({ conversation, log: await clinic.log(conversation), content: shipped, voice, today: '2026-11-22' });
  return { ...made, situation: '[74 years](https://evil.example.org)', who: { ...made.who, name: 'Rosa Invented', age: 74 } };
}

function card(shown: Partial<Shown> = {}, how: Look = look) {
  return handoffCard({ case: found, summary, ...shown }, how);
}

function titlesOf(actions: readonly Action[] = []): string[] {
  return actions.map(({ title }) => title);
}

describe('every card', () => {
  const cases: [string, Case][] = [['waiting', found], ['claimed', claimed], ['closed', closed], ['routine', { ...found, urgency: 'routine' }]];
  const looks: [string, Look][] = [['without names', look], ['with names', named]];
  const all = cases.flatMap(([state, one]) => looks.flatMap(([way, how]) => [undefined, 'Ben Invented has this case.'].map((note) => [`${state}, ${way}${note ? ', with a note' : ''}`, card({ case: one, ...(note && { note }) }, how)] as const)));

  it.each(all)('is taken by Adaptive Cards and by our own shape, and weighs little: %s', (_which, drawn) => {
    expect(problemsIn(drawn)).toEqual([]);
  });
});

describe('a card without names', () => {
  it('says urgency, reference, age band, since when the patient waits, and that nobody has the case', () => {
    expect(wordsOn(card())).toEqual([
      'EMERGENCY: case 7F3A9C',
      'Age: 70 to 79',
      'Handed over: 10:42 AM on Sunday, November 22',
      'Claimed by: Nobody yet',
    ]);
  });

  it('holds no name, no age and no symptom anywhere, not even where it is not seen', () => {
    expect(summary.redFlags.positive).not.toEqual([]);
    for (const one of [found, claimed, closed]) {
      const all = JSON.stringify(card({ case: one }));
      for (const told of ['Rosa', '74', ...summary.redFlags.positive.map(({ name }) => name), ...summary.otherWords.map(({ text }) => text)]) expect(all).not.toContain(told);
    }
  });

  it('says so where no age is known', () => {
    expect(wordsOn(card({ summary: { ...summary, who: { ...summary.who, age: null } } }))).toContain('Age: Not given');
  });

  it('tells a notification nothing but urgency and reference', () => {
    expect(headline({ case: found, summary }, named)).toBe('EMERGENCY: case 7F3A9C');
  });
});

describe('a card with names', () => {
  it('says name, situation and red flags as well, as they were written', () => {
    const words = wordsOn(card({}, named));
    expect(words).toContain('Name: Rosa Invented');
    expect(words).toContain('Situation: [74 years](https://evil.example.org)');
    expect(words.find((line) => line.startsWith('Red flags: '))).toContain(summary.redFlags.positive[0]?.name);
    expect(words).toContain('Unsure: None');
  });

  it('keeps apart what is positive and what the patient was unsure of', () => {
    const { positive } = summary.redFlags;
    const words = wordsOn(card({ summary: { ...summary, redFlags: { ...summary.redFlags, positive: [], unsure: positive } } }, named));
    expect(words).toContain('Red flags: None');
    expect(words.find((line) => line.startsWith('Unsure: '))).toContain(positive[0]?.name);
  });
});

describe('what a nurse can do from a card', () => {
  it('is to claim what nobody has, to release what somebody has, and to open the case in the inbox', () => {
    expect(titlesOf(card().actions)).toEqual(['Claim', 'Close', 'Open in the inbox']);
    expect(titlesOf(card({ case: claimed }).actions)).toEqual(['Release', 'Close', 'Open in the inbox']);
    expect(card().actions?.find(({ type }) => type === 'Action.OpenUrl')).toMatchObject({ url: `https://intake.example.org/staff#case=${conversation}` });
  });

  it('is nothing once it is closed, and the card says when that was', () => {
    expect(card({ case: closed }).actions).toBeUndefined();
    expect(wordsOn(card({ case: closed }))).toContain('Closed: 12:05 PM on Sunday, November 22');
  });

  it('closes only after a second tap', () => {
    const close = card().actions?.find(({ title }) => title === 'Close');
    expect(close).toMatchObject({ type: 'Action.ShowCard', card: { actions: [{ type: 'Action.Execute', verb: 'close', title: 'Close the case' }] } });
  });

  it('has a fallback for devices that do not know Action.Execute', () => {
    expect(card().actions?.[0]).toMatchObject({ type: 'Action.Execute', verb: 'claim', data: { conversation }, fallback: { type: 'Action.Submit', data: { verb: 'claim', conversation } } });
  });

  it('is seen by everybody: who has the case, as their name is written', () => {
    expect(wordsOn(card({ case: claimed }))).toContain('Claimed by: Ana *Invented*');
  });
});

describe('an age band', () => {
  it.each([
    [17, 'under 18'],
    [18, '18 to 29'],
    [69, '60 to 69'],
    [70, '70 to 79'],
    [89, '80 to 89'],
    [90, '90 or older'],
    [104, '90 or older'],
  ])('of %i is "%s"', (age, band) => {
    expect(ageBand(age, shipped.card.ageBands, voice)).toBe(band);
  });
});
