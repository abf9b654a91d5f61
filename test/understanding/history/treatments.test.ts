import { describe, expect, it } from '@jest/globals';
import { readInjections } from '../../../src/understanding/history/injections.ts';
import { readSurgery } from '../../../src/understanding/history/surgery.ts';
import { readTherapy } from '../../../src/understanding/history/therapy.ts';
import { readThinner } from '../../../src/understanding/history/thinner.ts';
import { treatmentsIn } from '../../../src/understanding/history/treatments.ts';
import { hear } from '../../../src/understanding/text/said.ts';
import { english, spanish, today } from '../spoken.ts';

describe('treatments', () => {
  it('keep each their own outcome', () => {
    expect(treatmentsIn('PT did nothing, gabapentin helped a little', english)).toEqual([{ type: 'pt', outcome: 'none' }, { type: 'gabapentinoid', outcome: 'partial' }]);
    expect(treatmentsIn('el Tylenol no me hace nada, el Advil un poco', spanish)).toEqual([{ type: 'acetaminophen', outcome: 'none' }, { type: 'nsaid', outcome: 'partial' }]);
  });

  it('share the outcome told after all of them', () => {
    expect(treatmentsIn('chiropractor, massage and a brace, none of it helped', english).map(({ outcome }) => outcome)).toEqual(['none', 'none', 'none']);
  });

  it('helped for a time when a time is told with it', () => {
    expect(treatmentsIn('two shots last spring, helped 3 weeks', english)).toEqual([{ type: 'esi', outcome: 'temporary' }]);
  });

  it('helped for a time when it was less than a day', () => {
    expect(treatmentsIn('massage was lovely for an afternoon', english)).toEqual([{ type: 'massage', outcome: 'temporary' }]);
    expect(treatmentsIn('el masaje me alivió por unas horas', spanish)).toEqual([{ type: 'massage', outcome: 'temporary' }]);
    expect(treatmentsIn('I ice it for an hour', english)).toEqual([]);
  });

  it('take a plain no for an outcome only where another outcome stands beside it', () => {
    expect(treatmentsIn('PT helped, the chiropractor no', english)).toEqual([{ type: 'pt', outcome: 'helped' }, { type: 'chiropractic', outcome: 'none' }]);
    expect(treatmentsIn('la terapia sí me ayudó, el Lyrica no', spanish)).toEqual([{ type: 'pt', outcome: 'helped' }, { type: 'gabapentinoid', outcome: 'none' }]);
    expect(treatmentsIn('PT yes', english)).toEqual([{ type: 'pt', outcome: 'unknown' }]);
  });

  it('are not those left out of everything, and are had though they did not help', () => {
    expect(treatmentsIn('tried everything bar surgery', english)).toEqual([]);
    expect(readTherapy(hear('PT no, shots yes, pills no', english), english, today, false)).toEqual({ had: 'yes', outcome: 'none' });
  });

  it('are not those something was better than', () => {
    expect(treatmentsIn('a hot bath does more than any pills', english)).toEqual([{ type: 'heat_ice', outcome: 'helped' }]);
  });

  it('did nothing when the pain was not touched or stayed', () => {
    for (const text of ['heat, none of it touched the pain', 'heating pad, naff all', 'heating pad and I was still in agony', "heating pad, didn't notice a thing"]) expect([text, treatmentsIn(text, english).at(-1)?.outcome]).toEqual([text, 'none']);
  });

  it.each([
    ['PT did nothing and the shots helped', 'pt none, esi helped'],
    ['Stretching helps, so does a massage', 'home_exercise helped, massage helped'],
    ['PT, ESI x2, gabapentin: PT ok while it lasted, ESI nothing, gabapentin made me dizzy', 'pt temporary, esi none, gabapentinoid side_effects'],
    ['My legs still ache, and the shot did help that a little', 'esi partial'],
    ['Tylenol. No numbness, bathroom is ok.', 'acetaminophen unknown'],
    ['I had PT. It wore off.', 'pt temporary'],
    ['acupuncture. No fever, no weight loss.', 'acupuncture unknown'],
    ['Two naproxen a day take the edge off', 'nsaid partial'],
    ['The chiropractor helps for a day', 'chiropractic temporary'],
    ['The epidurals last two weeks', 'esi temporary'],
    ["Both knees are shot and I can't bend to weed", ''],
    ['A hot shower and some ibuprofen and I am all set', 'heat_ice helped, nsaid helped'],
    ['81 mg aspirin for my heart', ''],
    ['aspirin did nothing for the pain', 'nsaid none'],
    ['Started PT and it is too soon to say if it helps', 'pt unknown'],
    ['Codeine bunged me up', 'opioid side_effects'],
    ['Naproxen does nothing, a shot in my knee helped for months', 'nsaid none'],
    ['I had my disc trimmed and that part got better', 'surgery_discectomy helped'],
  ])('are told by "%s"', (text, treatments) => {
    expect(treatmentsIn(text, english).map(({ type, outcome }) => `${type} ${outcome}`).join(', ')).toBe(treatments);
  });

  it.each([
    ['La terapia no me sirvió de nada y las inyecciones me ayudaron dos meses', 'pt none, esi temporary'],
    ['Las inyecciones me quitaron el dolor por tres meses', 'esi temporary'],
    ['Voy a terapia tres veces por semana y no le puedo decir si sirve', 'pt unknown'],
    ['El diclofenaco me ayuda unas horas', 'nsaid temporary'],
    ['Me siento y santo remedio', ''],
    ['Tomo aspirina de 81 para el corazón', ''],
    ['El tramadol lo marea', 'opioid side_effects'],
    ['Me inyectaron diclofenaco y me ayudó dos días', 'nsaid temporary'],
  ])('are told in Spanish by "%s"', (text, treatments) => {
    expect(treatmentsIn(text, spanish).map(({ type, outcome }) => `${type} ${outcome}`).join(', ')).toBe(treatments);
  });

  it('have an unknown outcome when none is told', () => {
    expect(treatmentsIn('pt nsaids esi x3', english).map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'unknown']);
  });
});

describe('injections', () => {
  it('are counted, with the relief and its weeks', () => {
    expect(readInjections(hear('two shots last spring, helped 3 weeks', english), english, today, true)).toEqual({ had: 'yes', count: 2, relief: 'temporary', relief_weeks: [3, 3] });
    expect(readInjections(hear('just the one and it took it all away', english), english, today, true)).toEqual({ had: 'yes', count: 1, relief: 'full' });
  });

  it('are counted by the number that opens the answer, by the highest place, and not by "the last one"', () => {
    const counted = { 'three, each one lasted about 2 months': 3, 'first one wore off in a week, second one did nothing': 2, '33 of them so far': 33, 'five or six, I lost count': [5, 6], 'the last one helped': undefined };
    for (const [text, count] of Object.entries(counted)) expect([text, readInjections(hear(text, english), english, today, true)?.count]).toEqual([text, count]);
    expect(readInjections(hear('como unas cinco, cada una me dura dos meses', spanish), spanish, today, true)?.count).toBe(5);
  });

  it('helped for a range of times, or until they wore off', () => {
    expect(readInjections(hear('anywhere from one day to one week', english), english, today, true)?.relief_weeks).toEqual([0.1, 1]);
    expect(readInjections(hear('two shots, wore off in 3 weeks', english), english, today, true)?.relief_weeks).toEqual([3, 3]);
  });

  it('are told apart though the last word is no', () => {
    expect(readInjections(hear('la primera bien, la segunda no', spanish), spanish, today, true)).toEqual({ had: 'yes', count: 2, relief: 'partial' });
    expect(readInjections(hear('no, first I want to try PT', english), english, today, true)).toEqual({ had: 'no' });
  });

  it('are not counted by a vertebra, by how often, or by one that is still to come', () => {
    for (const text of ['L4-L5 epidural, 80 percent better for 6 weeks', 'three times a year for 4 years', 'dozens']) expect([text, readInjections(hear(text, english), english, today, true)?.count]).toEqual([text, undefined]);
    expect(readInjections(hear('going for my fourth next week', english), english, today, true)?.had).not.toBe('no');
  });

  it('are none that are planned, of another person, or against the flu', () => {
    for (const text of ['my doctor wants to give me one', 'my husband had three', 'I had a flu shot']) expect([text, readInjections(hear(text, english), english, today, true)]).toEqual([text, undefined]);
    expect(readInjections(hear('had one, and another is scheduled', english), english, today, true)).toMatchObject({ had: 'yes', count: 1 });
  });

  it('are no percent, no months, and not those of another part of the body', () => {
    expect(readInjections(hear('helped 50 percent for 2 months', english), english, today, true)).toEqual({ had: 'yes', relief: 'temporary', relief_weeks: [8, 9] });
    expect(readInjections(hear('every four months for three years', english), english, today, true)?.relief_weeks).toBeUndefined();
    expect(readInjections(hear("never, but I've had them in my shoulder", english), english, today, true)).toEqual({ had: 'no' });
  });

  it('do not take their relief from another treatment', () => {
    expect(readInjections(hear('PT helped, then the shots', english), english, today, false)).toEqual({ had: 'yes' });
  });

  it('were had though nobody knows how many, and not when they were turned down', () => {
    expect(readInjections(hear("yes but I don't remember how many", english), english, today, true)).toEqual({ had: 'yes' });
    expect(readInjections(hear('I was offered but turned it down', english), english, today, true)).toEqual({ had: 'no' });
    expect(readInjections(hear('me la ofrecieron pero no quise', spanish), spanish, today, true)).toEqual({ had: 'no' });
  });

  it('elsewhere than in the back do not count', () => {
    expect(readInjections(hear('only in my shoulder', english), english, today, true)).toEqual({ had: 'no' });
  });
});

describe('surgery', () => {
  it('is the largest operation named, and not one that is only planned or elsewhere', () => {
    expect(readSurgery(hear('a laminectomy and later a fusion', english), english, today, true)).toEqual({ had: 'yes', type: 'fusion' });
    expect(readSurgery(hear('only my knee', english), english, today, true)).toEqual({ had: 'no' });
    expect(readSurgery(hear('neck yes, low back no', english), english, today, true)).toEqual({ had: 'no' });
    expect(readSurgery(hear('neck and low back both', english), english, today, true)).toBeUndefined();
    for (const text of ["the surgeon wanted to but I won't have it", 'they offered, I said no']) expect([text, readSurgery(hear(text, english), english, today, true)]).toEqual([text, { had: 'no' }]);
    expect(readSurgery(hear('me quieren operar pero no quiero', spanish), spanish, today, true)).toEqual({ had: 'no' });
    expect(readSurgery(hear("yes, 1999, and I wish I'd never let them", english), english, today, true)).toEqual({ had: 'yes', type: 'unknown' });
    expect(readSurgery(hear('they want to do a fusion next year', english), english, today, true)).toBeUndefined();
  });
});

describe('physical therapy', () => {
  it('was not had because a sentence counts somebody', () => {
    expect(readTherapy(hear("no one's ever sent me", english), english, today, true)).toEqual({ had: 'no' });
    expect(readTherapy(hear('nunca me mandaron', spanish), spanish, today, true)).toEqual({ had: 'no' });
    expect(readTherapy(hear('went once and never went back', english), english, today, true)).toEqual({ had: 'yes' });
  });
});

describe('a blood thinner', () => {
  it('is none that is only wanted', () => {
    expect(readThinner(hear('they want to start me on Eliquis', english), english, today, true)).toBeUndefined();
  });

  it('is none that one is allergic to', () => {
    expect(readThinner(hear('no, allergic to aspirin', english), english, today, true)).toEqual({ answer: 'no', drugs: [] });
  });

  it('is known by brand, by misspelling, and not when it was stopped', () => {
    expect(readThinner(hear('wayfarin for my valve', english), english, today, true)).toEqual({ answer: 'yes', drugs: ['warfarin'] });
    expect(readThinner(hear('I used to take Plavix', english), english, today, true)).toEqual({ answer: 'no', drugs: [] });
  });
});
