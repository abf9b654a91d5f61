import { describe, expect, it } from '@jest/globals';
import type { Language } from '../../../src/understanding/language.ts';
import { answererOf, treatmentsIn } from '../../../src/understanding/history/treatments.ts';
import { hear } from '../../../src/understanding/text/said.ts';
import { english, spanish } from '../spoken.ts';

const told = (text: string, language: Language) => treatmentsIn(text, language).map(({ type, outcome }) => `${type} ${outcome}`).join(', ');
const answered = (text: string, language: Language) => told(text, answererOf(hear(text, language), language));

describe('a treatment', () => {
  it.each([
    ['I refused the epidural, massage was great', 'massage helped'],
    ['I never got to try the injections', ''],
    ['Doctor gave me Lyrica, I did not fill it. Aleve takes the edge off', 'nsaid partial'],
    ['They gave me Lyrica. I never filled it. Tylenol helps', 'acetaminophen helped'],
    ['physical therapy helped a little, maybe an injection next month', 'pt partial'],
    ['I start acupuncture Tuesday, the chiropractor was useless', 'chiropractic none'],
    ['They want to do a shot because nothing helps', ''],
  ])('is not tried when it is refused, planned or never taken: %s', (text, expected) => {
    expect(told(text, english)).toBe(expected);
  });

  it('is not tried in Spanish either', () => {
    expect(told('me recetaron gabapentina pero nunca la tomé, el Tylenol me ayuda un poco', spanish)).toBe('acetaminophen partial');
    expect(told('quieren operarme, el Advil no me hace nada', spanish)).toBe('nsaid none');
  });

  it.each([
    ['They recommended PT and I did it, helped a lot', 'pt helped'],
    ['I was supposed to do PT for six weeks and it made me worse', 'pt worse'],
    ['stopped the tramadol because it made me sick', 'opioid side_effects'],
    ['quit gabapentin, did nothing', 'gabapentinoid none'],
  ])('was tried when something came of it, or it was given up: %s', (text, expected) => {
    expect(told(text, english)).toBe(expected);
  });

  it('helped for a time when it did for an hour, and not when it took an hour', () => {
    expect(told('heating pad gives me an hour or two, Biofreeze helps about an hour', english)).toBe('heat_ice temporary, topical temporary');
    expect(told('Tylenol helps within an hour', english)).toBe('acetaminophen helped');
    expect(told('la crema me ayuda una hora', spanish)).toBe('topical temporary');
    expect(told('el Tylenol me ayuda a la hora de dormir', spanish)).toBe('acetaminophen helped');
  });

  it('did not help for as long as it was taken', () => {
    expect(told('Did PT for a while, no help', english)).toBe('pt none');
    expect(told('Did ten weeks of physical therapy which helped', english)).toBe('pt helped');
    expect(told('Tylenol helped for a while', english)).toBe('acetaminophen temporary');
    expect(told('got three weeks out of the shot', english)).toBe('esi temporary');
    expect(told('tuve terapia un tiempo y no me sirvió', spanish)).toBe('pt none');
  });

  it('did nothing when only the knees are better', () => {
    expect(told('Voltaren is great on my knees but nothing for my back', english)).toBe('topical none');
    expect(told('Voltaren works on my hands', english)).toBe('topical unknown');
  });

  it('that is worn may be a nuisance and help', () => {
    expect(told('the brace made me sweat but it helps', english)).toBe('brace helped');
    expect(told('Cymbalta made me sweat', english)).toBe('antidepressant side_effects');
  });

  it('has the outcome told before it where the words look ahead', () => {
    expect(told('PT did nothing, had better luck with the chiropractor', english)).toBe('pt none, chiropractic helped');
    expect(told("PT helped, can't say the same for the shots", english)).toBe('pt helped, esi none');
    expect(told('la terapia no me hizo nada, lo que me ayuda es el calor', spanish)).toBe('pt none, heat_ice helped');
  });

  it('did not help when neither of several did, and was not had when it was none of several', () => {
    expect(told('neither the pills nor the shots helped', english)).toBe('other_medication none, esi none');
    expect(told('I have not had PT nor shots', english)).toBe('');
    expect(told('ni las pastillas ni las inyecciones me han ayudado', spanish)).toBe('other_medication none, esi none');
    expect(told('no he tenido ni terapia ni inyecciones', spanish)).toBe('');
  });

  it('alone in a sentence has all the outcomes told in it', () => {
    expect(told('me ayudó el quiropráctico pero el dolor regresaba al otro día', spanish)).toBe('chiropractic temporary');
    expect(told('yo nomás tomo Advil y me sirve', spanish)).toBe('nsaid helped');
  });

  it('is the operation named right behind "back surgery"', () => {
    expect(told('back surgery, a fusion, helped', english)).toBe('surgery_fusion helped');
    expect(told('back surgery in 2010, helped', english)).toBe('surgery_laminectomy helped');
  });

  it('is that of a parent or spouse of whom alone the answer speaks', () => {
    expect(answered('My husband has tried Tylenol and heat, neither helps', english)).toBe('acetaminophen none, heat_ice none');
    expect(answered('a mi mamá le dieron terapia y quedó peor', spanish)).toBe('pt worse');
    for (const text of ['my neighbor had a fusion and it ruined him', 'my sister had a stimulator and loved it']) expect([text, answered(text, english)]).toEqual([text, '']);
    expect(answered('my wife takes Lyrica for hers, I only take naproxen and it works fine', english)).toBe('nsaid helped');
  });
});
