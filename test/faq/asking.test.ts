import { describe, expect, it } from '@jest/globals';
import { isQuestion } from '../../src/faq/asking.ts';
import { askedIn } from '../../src/faq/search.ts';
import { indexes, questions } from './topics.ts';

describe('a question', () => {
  it.each([
    ['en', 'how long does it take'],
    ['en', 'doctor, can I drive'],
    ['en', 'I have cats. will they keep me in overnight'],
    ['en', 'my wife wants to know how long it is'],
    ['en', 'side effects'],
    ['en', 'so it is only a small cut, is it'],
    ['es', 'cuánto cuesta'],
    ['es', 'oiga doctor y me van a dormir'],
    ['es', 'me dijeron que es ambulatorio, ¿sí?'],
    ['es', 'riesgos'],
  ] as const)('is heard in %s: %s', (language, text) => {
    expect(isQuestion(text, questions[language])).toBe(true);
  });
});

describe('an answer', () => {
  it.each([
    ['en', 'both legs'], ['en', 'two years'], ['en', 'yes it helps'], ['en', 'about 3 blocks and then I have to sit'], ['en', 'leaning on the cart helps a lot'],
    ['en', 'when I stand it gets worse'], ['en', 'what helps is heat'], ['en', 'had a laminectomy in 2009'], ['en', 'I take Eliquis'], ['en', 'does not help'],
    ['en', 'can walk to the mailbox'], ['en', 'is worse on the right'], ['en', 'physical therapy, 12 visits'], ['en', 'maybe 20 minutes?'], ['en', '555-0142'], ['en', 'Ruth Alder'],
    ['es', 'las dos piernas'], ['es', 'como dos años'], ['es', 'sí me alivia'], ['es', 'cuando camino me duele'], ['es', 'me pongo mejor cuando me siento'], ['es', 'puedo caminar dos cuadras'],
    ['es', 'me operaron en 2010'], ['es', 'no tomo nada'], ['es', 'la terapia no me ayudó'], ['es', 'tengo diabetes'],
  ] as const)('asks nothing in %s: %s', (language, text) => {
    expect(askedIn(text, indexes[language])).toBeUndefined();
  });
});
