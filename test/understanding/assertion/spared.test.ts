import { describe, expect, it } from '@jest/globals';
import { askedAs } from '../../../src/conversation/beside/also-said.ts';
import { voiceOf } from '../../../src/conversation/content.ts';
import { readAnswer } from '../../../src/understanding/answer.ts';
import { shipped } from '../../support/content.ts';
import { english, spanish, today } from '../spoken.ts';

/** What a text is stored as, or undefined where it is asked again. */
function stored(id: string, text: string, language: 'en' | 'es' = 'en'): unknown {
  const item = shipped.dialog.byId.get(id);
  if (!item) throw new Error(`no question "${id}"`);
  const heard = readAnswer(askedAs(item, voiceOf(shipped, language)), text, language === 'en' ? english : spanish, today, 'US');
  return heard.ok ? heard.value : undefined;
}

function expectAskedAgain(id: string, texts: Readonly<Record<'en' | 'es', readonly string[]>>): void {
  for (const text of texts.en) expect([text, stored(id, text)]).toEqual([text, undefined]);
  for (const text of texts.es) expect([text, stored(id, text, 'es')]).toEqual([text, undefined]);
}

describe('a part that is said to be well', () => {
  it('is not the worse one', () => {
    expectAskedAgain('worse_part', {
      en: ['my back is fine', "my back doesn't hurt", 'my legs are fine', 'legs are okay', 'back feels good', 'my back never bothers me'],
      es: ['la espalda está bien', 'la espalda no me duele', 'las piernas están bien', 'de la espalda estoy bien'],
    });
    expect(stored('worse_part', 'definitely my back, my legs are fine')).toBe('back');
    expect(stored('worse_part', "my back is fine, it's the legs")).toBe('leg');
    expect(stored('worse_part', 'la espalda está bien mala', 'es')).toBe('back');
    expect(stored('worse_part', 'la espalda me duele bien feo', 'es')).toBe('back');
  });

  it('is no place of the pain', () => {
    expectAskedAgain('locations', { en: ['the back is fine', 'my calves are fine'], es: ['la espalda está bien', 'los pies no me duelen'] });
    expect(stored('locations', 'my calf, the back is fine')).toEqual(['calf']);
    expect(stored('locations', "my foot doesn't hurt, my calf does")).toEqual(['calf']);
    expect(stored('locations', 'la pantorrilla, la espalda está bien', 'es')).toEqual(['calf']);
  });
});

describe('a part that is left out', () => {
  it('is asked about again', () => {
    expectAskedAgain('locations', { en: ['everywhere except my back', 'anywhere but the legs', 'all over except the feet', 'everything but my calf'], es: ['todo menos la espalda', 'en todos lados menos las piernas', 'todo excepto los pies'] });
  });

  it('is a place where there is nothing but that', () => {
    expect(stored('locations', 'nowhere except my calf')).toEqual(['calf']);
    expect(stored('locations', 'not only my calf but my foot')).toEqual(expect.arrayContaining(['calf', 'foot']));
  });
});

describe('a side that is taken back', () => {
  it('gives way to the one that is said last', () => {
    for (const text of ['left, no, the right one', 'left used to be, now right', 'left. No. Right']) expect([text, stored('side', text)]).toEqual([text, 'right']);
    expect(stored('side', 'right. no, left')).toBe('left');
    for (const text of ['izquierda, no, derecha', 'antes la izquierda, ahora la derecha']) expect([text, stored('side', text, 'es')]).toEqual([text, 'right']);
  });

  it('stays where the other only comes beside it or is denied', () => {
    for (const text of ['left and right', 'it used to be left, now both', 'left before, now the right too']) expect([text, stored('side', text)]).toEqual([text, 'both']);
    expect(stored('side', 'left, not the right')).toBe('left');
    expect(stored('side', 'la izquierda, no la derecha', 'es')).toBe('left');
    expect(stored('side', 'izquierda y derecha', 'es')).toBe('both');
  });
});

describe('relief from sitting at a question about standing and walking', () => {
  it('is never a no', () => {
    const said = {
      en: ['it goes away when I sit down', "it's fine when I sit", 'it lets up when I sit', 'stops hurting as soon as I sit', 'when I sit down it goes away', "it doesn't hurt when I sit", 'I feel good when I lie down', 'it never goes away when I sit'],
      es: ['se me quita al sentarme', 'se me quita cuando me siento', 'cuando me siento se me pasa', 'estoy bien cuando me siento', 'no me duele al sentarme', 'no se me quita al sentarme'],
    };
    for (const text of said.en) expect([text, stored('worse_standing_walking', text)]).not.toEqual([text, 'no']);
    for (const text of said.es) expect([text, stored('worse_standing_walking', text, 'es')]).not.toEqual([text, 'no']);
    expect(stored('worse_standing_walking', 'yes, it goes away when I sit')).toBe('yes');
  });

  it('is a no where it is sitting that hurts', () => {
    for (const text of ['worse when I sit', 'it hurts when I sit', 'when I sit it hurts']) expect([text, stored('worse_standing_walking', text)]).toEqual([text, 'no']);
    expect(stored('worse_standing_walking', 'me duele al sentarme', 'es')).toBe('no');
  });
});

describe('a part of a number', () => {
  it('is asked about again on a scale', () => {
    for (const id of ['pain_now', 'pain_worst']) expectAskedAgain(id, { en: ['half', 'quarter', 'a half', '1/2', 'three quarters', 'half and half'], es: ['medio', 'media', 'un cuarto'] });
  });

  it('counts behind a whole number or in figures', () => {
    expect(stored('pain_now', '6 and a half')).toBe(6.5);
    expect(stored('pain_now', '6 1/2')).toBe(6.5);
    expect(stored('pain_now', '0.5')).toBe(0.5);
    expect(stored('pain_worst', 'siete y medio', 'es')).toBe(7.5);
  });
});

describe('a walk of years ago', () => {
  it('says nothing of today', () => {
    expectAskedAgain('walk_tolerance', { en: ['5 years ago I could walk 10 miles', '10 miles 5 years ago', 'two years ago I walked 3 miles', 'before the surgery I could do 3 miles'], es: ['hace 5 años podía caminar 10 millas', 'hace 5 años caminé 10 millas'] });
  });

  it('leaves what holds since then', () => {
    expect(stored('walk_tolerance', 'years ago I could walk a mile, now 50 feet')).toEqual({ feet: [45, 55] });
    expect(stored('walk_tolerance', 'it started 2 years ago, I can walk a block')).toEqual({ feet: [200, 600] });
    expect(stored('walk_tolerance', '10 minutes since my surgery 2 years ago')).toEqual({ minutes: [9, 11] });
    expect(stored('walk_tolerance', 'hace 5 años que camino una cuadra', 'es')).toEqual({ feet: [200, 600] });
  });
});

describe('a treatment that is only wanted, refused or weighed', () => {
  it('is none that was tried', () => {
    expectAskedAgain('treatments_tried', {
      en: ['I want the injections', 'I refuse opioids', 'is it better than a laminectomy', 'I would like a massage', 'I need surgery', "I'm hoping for an injection"],
      es: ['quiero las inyecciones', 'me niego a los opioides', 'es mejor que una cirugía', 'quisiera inyecciones', 'necesito terapia', 'quiero probar la terapia física'],
    });
    expect(stored('treatments_tried', 'physical therapy and I want injections')).toEqual(['pt']);
    expect(stored('treatments_tried', 'I wanted the injections and they helped')).toEqual(['esi']);
    expect(stored('treatments_tried', 'injections were better than PT')).toEqual(expect.arrayContaining(['esi', 'pt']));
  });
});
