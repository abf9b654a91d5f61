import { describe, expect, it } from '@jest/globals';
import { readMedicines } from '../../../src/understanding/kinds/medicines.ts';
import { hear } from '../../../src/understanding/text/said.ts';
import { corrected, spelling } from '../../../src/understanding/text/spelling.ts';
import { english, spanish } from '../spoken.ts';

describe('a misspelling', () => {
  it('is mended when one word alone is near', () => {
    for (const [typed, meant] of [['stenossis', 'stenosis'], ['gabapenten', 'gabapentin'], ['physicla', 'physical'], ['ibuprofin', 'ibuprofin']]) expect(corrected(typed ?? '', english.spelling)).toBe(meant);
    expect(corrected('inyecsion', spanish.spelling)).toBe('inyeccion');
  });

  it('leaves ordinary words as they are', () => {
    for (const word of ['waking', 'stuck', 'width', 'order', 'learn', 'color', 'handing', 'truck']) expect(corrected(word, english.spelling)).toBe(word);
    for (const word of ['dolor', 'minutos', 'llevar', 'madre', 'antes']) expect(corrected(word, spanish.spelling)).toBe(word);
  });

  it('is mended when all that is near are names of one medicine', () => {
    for (const [typed, meant] of [['elaquis', 'apixaban'], ['flexiril', 'cyclobenzaprine'], ['omeprozole', 'omeprazole']]) expect(readMedicines(hear(typed ?? '', english), english)).toMatchObject({ value: [meant] });
  });

  it('takes a name with a number in it, and no "nothing stronger than" for nothing', () => {
    expect(readMedicines(hear('b12 and vitamin d', english), english)).toMatchObject({ value: ['vitamin b12', 'vitamin d'] });
    expect(readMedicines(hear('nothing stronger than aspirin', english), english).ok).toBe(false);
    expect(readMedicines(hear('my husband takes warfarin, I take nothing', english), english)).toMatchObject({ value: ['none'] });
  });

  it('is not guessed between two words', () => {
    expect(corrected('catting', spelling(['carting', 'casting'], []))).toBe('catting');
  });
});
