import { describe, expect, it } from '@jest/globals';
import { readAnswer } from '../../src/understanding/answer.ts';
import { askedAs } from '../../src/understanding/rows.ts';
import { english, spanish, today } from './spoken.ts';

function missed(id: string, text: string, language = english): readonly string[] {
  const asked = askedAs(id);
  const reading = asked && readAnswer(asked, text, language, today, 'US');
  return reading?.ok ? (reading.missed ?? []) : [];
}

describe('what a list names that means nothing to us', () => {
  it('is told as it was written', () => {
    expect(missed('medications', 'lisinopril, metformin and a water pill')).toEqual(['water pill']);
    expect(missed('medications', 'losartán, metformina y zumbalina', spanish)).toEqual(['zumbalina']);
    expect(missed('imaging', 'MRI and a bone scan')).toEqual(['bone scan']);
    expect(missed('locations', 'back, neck and shoulders')).toEqual(['neck', 'shoulders']);
  });

  it('is nothing that was understood, here or as an answer to another list', () => {
    for (const [id, text] of [['symptoms', 'pins and needles'], ['symptoms', 'pain, left leg'], ['medications', 'Tylenol and Advil'], ['walking_aid', 'a walker, with a seat']] as const) expect([text, missed(id, text)]).toEqual([text, []]);
  });

  it('is nothing that says when, how much, or tells a story', () => {
    for (const text of ['gabapentin 300 mg, twice a day', 'Tylenol, mostly at night', 'lisinopril for blood pressure and metformin for sugar', 'metformin, dear', 'Tylenol, my daughter gets it from the drugstore downtown']) expect([text, missed('medications', text)]).toEqual([text, []]);
  });
});
