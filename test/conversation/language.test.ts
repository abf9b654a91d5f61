import { describe, expect, it } from '@jest/globals';
import { replyFor } from '../../src/conversation/wording.ts';
import { contentIn, longer, translated } from '../support/pseudo.ts';
import { entriesOf, lines, open, say, shown, talk, talkIn } from '../support/talk.ts';

// Spanish is spoken in a pseudo-language here, so that what is translated can be told from what is not.
const both = contentIn(longer);

describe('a conversation in another language', () => {
  it('says every word in it', () => {
    const told = talkIn('es', both, 'soy yo', 'sí', 'ninguna de estas', 'por qué', 'atrás');
    expect(entriesOf(told, 'replied').map(({ reply }) => reply.text).filter((text) => !/^⟦.*⟧$/su.test(text))).toEqual([]);
  });

  it('is changed at any moment, and the open question comes again', () => {
    const before = talk(both, 'it is about me');
    const after = say(before, 'español', both);
    expect(after.standing.language).toBe('es');
    expect(open(after)).toBe(open(before));
    expect(lines(after)).toEqual(['language.changed', 'ask']);
    expect(lines(say(after, 'english please', both))).toEqual(['language.changed', 'ask']);
  });

  it('is changed after the questions have ended, too', () => {
    const stopped = say(talk(both, 'it is about me', 'no'), 'en español por favor', both);
    expect({ language: stopped.standing.language, status: stopped.standing.status, said: lines(stopped) }).toEqual({ language: 'es', status: 'stopped', said: ['language.changed'] });
  });

  it('is changed in an emergency with the warning in the new language as the last word', () => {
    const after = say(talk(both, 'it is about me', 'yes', 'I have crushing chest pain right now'), 'en español por favor', both);
    expect({ language: after.standing.language, status: after.standing.status, said: lines(after) }).toEqual({ language: 'es', status: 'emergency', said: ['alert'] });
    expect(shown(after)[0]).toMatch(/^⟦/u);
  });

  it('is not offered in the same breath in which it is asked for', () => {
    expect(lines(say(talk(both, 'it is about me'), 'quiero hablar en español por favor', both))).toEqual(['language.changed', 'ask']);
  });

  it('can be drawn again in either language from what is on record', () => {
    const told = talkIn('es', both, 'soy yo', 'sí', 'ninguna de estas', 'por qué', 'atrás');
    const english = entriesOf(told, 'replied').map(({ line }) => replyFor(line, 'en', both)?.text ?? '');
    expect(english.filter((text) => text === '' || text.includes('⟦'))).toEqual([]);
  });

  it('keeps an answer that was given in the other language', () => {
    const told = say(talk(both, 'it is about me', 'yes'), 'español', both);
    expect(told.standing.held.get('consent')?.value).toBe('yes');
    expect(open(told)).toBe('safety_now');
  });
});

describe('a message that is clearly in another language', () => {
  it('is understood, and the patient is offered to go on in it, once', () => {
    const asked = talk(both, 'it is about me', 'yes', 'none of these', 'none of these', 'none of these', 'none of these', 'back pain');
    const once = say(asked, 'me duele mucho cuando camino desde hace tres años', both);
    expect(lines(once)).toContain('language.offer');
    expect(shown(once).filter((text) => text.startsWith('⟦'))).toHaveLength(1);
    expect(lines(say(once, 'no entiendo bien estas preguntas', both))).not.toContain('language.offer');
  });

  it('is not taken for one when it is a name, a number or a word of both', () => {
    for (const words of ['no', 'gabapentin', '3', 'Maria Lopez', 'no, no problems']) {
      expect(lines(say(talk(both, 'it is about me'), words, both))).not.toContain('language.offer');
    }
  });

  it('brings the emergency text in both languages', () => {
    const told = say(talk(both, 'it is about me', 'yes'), 'no puedo orinar desde ayer y tengo dormido entre las piernas', both);
    expect(told.standing.status).toBe('emergency');
    expect(shown(told).map((text) => text.startsWith('⟦'))).toEqual([true, false]);
  });
});

describe('a translation that is missing or stale', () => {
  const page = 'dialogs/intake/02-safety';

  it('lends the whole page from the first language, with a word of apology', () => {
    const stale = contentIn((line, document) => (document === page && line.at === 'questions.safety_now.ask' ? { of: 'yesterday', say: '⟦…⟧' } : longer(line, document)));
    const told = talkIn('es', stale, 'soy yo', 'sí');
    expect(lines(told)).toEqual(['not-translated', 'ask']);
    expect(shown(told).map((text) => text.startsWith('⟦'))).toEqual([true, false]);
    expect(lines(say(told, '8', stale))).toEqual(['ask']);
  });

  it('lends an alert with a word of apology', () => {
    const stale = contentIn((line, document) => (line.at === 'alerts.emergency.say' ? undefined : longer(line, document)));
    const told = talkIn('es', stale, 'soy yo', 'sí', 'no puedo respirar');
    expect(lines(told)).toEqual(['not-translated-alert.emergency', 'alert']);
    expect(shown(told).map((text) => text.startsWith('⟦'))).toEqual([true, false]);
  });

  it('lends an answer from the documents with a word of apology', () => {
    const stale = { ...both, voices: new Map([...both.voices].map(([language, voice]) => [language, { ...voice, faq: { ...voice.faq, borrowed: new Set(['risks']) } }])) };
    expect(lines(talkIn('es', stale, 'soy yo', '¿qué riesgos tiene?'))).toEqual(['not-translated-answer', 'quote', 'ask']);
    expect(lines(talkIn('es', stale, 'soy yo', '¿cuánto dura?'))).not.toContain('not-translated-answer');
  });

  it('lends a line of the words without one', () => {
    const stale = contentIn((line, document) => (line.at === 'welcome' ? translated('yesterday', '⟦…⟧') : longer(line, document)));
    expect(shown(talkIn('es', stale))[0]).toContain('automated assistant');
  });
});
