import { describe, expect, it } from '@jest/globals';
import { hear } from '../../../src/understanding/text/said.ts';
import { english, spanish } from '../spoken.ts';

describe('a message', () => {
  it('that only sounds like a question evades it', () => {
    for (const text of ['depends what kind of day it is', "who hasn't", 'well what do you think', 'you tell me', 'my daughter has the list', 'whenever it was they sent me']) expect([text, hear(text, english)]).toMatchObject([text, { evades: true, asks: false }]);
    for (const text of ['desde que me jubilé', 'depende del día', 'no me lo sé', 'como sea']) expect([text, hear(text, spanish)]).toMatchObject([text, { evades: true, asks: false }]);
  });

  it('that ends in a question nobody is to answer evades it', () => {
    for (const text of ["well I'm 84 what do you expect", 'who can sit with all these grandkids', 'who told you that']) expect([text, hear(text, english)]).toMatchObject([text, { evades: true, asks: false }]);
    expect(hear('a mi edad qué esperaba', spanish)).toMatchObject({ evades: true, asks: false });
    for (const text of ['what do you expect?', 'who can see this', 'what can I expect after the procedure', 'does a hernia count']) expect([text, hear(text, english)]).toMatchObject([text, { evades: false }]);
  });

  it('with a question mark, or of a question and no more, asks', () => {
    for (const text of ['depends, what do you mean?', 'how long do the shots last', 'is this procedure a surgery', 'why do you want to share it']) expect([text, hear(text, english)]).toMatchObject([text, { evades: false, asks: true }]);
    expect(hear('por qué me pregunta eso', spanish)).toMatchObject({ evades: false, asks: true });
  });
});
