import { describe, expect, it } from '@jest/globals';
import { saysNothingMore } from '../../../src/understanding/kinds/none.ts';
import { readAll } from '../../../src/understanding/volunteered.ts';
import type { Asked } from '../../../src/understanding/reading.ts';
import type { QuestionType } from '../../../src/dialog/schema.ts';
import { english, spanish, today } from '../spoken.ts';

const list = (id: string, options: readonly string[], type: QuestionType = 'choices'): Asked => ({ id, type, options: options.map((option) => ({ id: option, label: option, ...(option === 'none' && { exclusive: true }) })) });
const lists = [
  list('treatments_tried', ['pt', 'chiropractic', 'massage', 'acetaminophen', 'nsaid', 'gabapentinoid', 'esi', 'surgery', 'other', 'none']),
  list('prior_surgery', ['surgery_laminectomy', 'surgery_fusion', 'mild', 'other', 'none']),
  list('walking_aid', ['cane', 'walker', 'rollator', 'none']),
  list('imaging', ['mri', 'ct', 'xray', 'none']),
  list('allergies', ['latex', 'iodine', 'other', 'none']),
  list('medications', [], 'medicines'),
];

function named(text: string, language = english): Record<string, unknown> {
  return Object.fromEntries(readAll(text, lists, language, today, 'US').map(({ question, value }) => [question, value]));
}

describe('what a story names of a list', () => {
  it('is found with the sentence it was told in', () => {
    const told = readAll('I am 77. I had two epidural shots and physical therapy.', lists, english, today, 'US');
    expect(told).toEqual([{ question: 'treatments_tried', value: ['esi', 'pt'], quote: 'I had two epidural shots and physical therapy.' }]);
  });

  it('is put together from all its sentences', () => {
    expect(named('The MRI showed stenosis. Physical therapy did nothing. I take Eliquis and metformin. The chiropractor helped, and so did Tylenol. I walk with a cane.')).toEqual({
      imaging: ['mri'], treatments_tried: ['pt', 'chiropractic', 'acetaminophen'], medications: ['apixaban', 'metformin'], walking_aid: ['cane'],
    });
    expect(named('Me pusieron una inyección en la espalda. Uso bastón y me hicieron una resonancia.', spanish)).toMatchObject({ treatments_tried: ['esi'], walking_aid: ['cane'], imaging: ['mri'] });
  });

  it('is not what others have, what is planned, what is over, or what is denied', () => {
    for (const text of ['My brother had a fusion.', 'They want me to have an MRI.', 'I never had physical therapy.', 'My wife uses a walker.', 'No cane yet.', 'My pain is mild.', 'Should I get an MRI?']) expect([text, named(text)]).toEqual([text, {}]);
  });

  it('is never "none of these" or "something else"', () => {
    for (const text of ['I have tried nothing.', 'I took some pills for it.', 'No allergies.']) expect([text, named(text)]).toEqual([text, {}]);
  });

  it('needs the word itself for an allergy', () => {
    expect(named('I am allergic to latex.')).toEqual({ allergies: ['latex'] });
    expect(named('The gloves are latex.')).toEqual({});
  });
});

describe('"nothing else"', () => {
  it('is heard when the whole message says so', () => {
    for (const text of ['no', 'nothing else', "No, that's all", "that's it", "that's right", 'just those', "no that's everything thank you"]) expect([text, saysNothingMore(text, english)]).toEqual([text, true]);
    for (const text of ['no', 'nada más', 'es todo', 'así es, nada más', 'no, gracias']) expect([text, saysNothingMore(text, spanish)]).toEqual([text, true]);
  });

  it('is not heard when something else follows', () => {
    for (const text of ['nothing else but a cane', 'no, I also had therapy', 'that is not right', 'no feeling in my legs', 'yes', 'correct it please']) expect([text, saysNothingMore(text, english)]).toEqual([text, false]);
    for (const text of ['nada más el bastón', 'no, también terapia', 'sí']) expect([text, saysNothingMore(text, spanish)]).toEqual([text, false]);
  });
});
