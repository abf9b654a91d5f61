import { describe, expect, it } from '@jest/globals';
import { otherWords } from '../../src/handoff/other-words.ts';
import { shipped } from '../support/content.ts';
import { entriesOf, lines, open, say, shown, talk, type Talk } from '../support/talk.ts';
import { goOn } from '../support/visitor.ts';

// An invented story, told where the first question about symptoms stands.
const story = 'My legs ache when I walk and it eases when I sit. I had two epidural shots and physical therapy. I walk with a cane.';
const told = say(goOn(talk(shipped), 'locations'), story, shipped);
const atTreatments = goOn(told, 'treatments_tried');
const tried = (visit: Talk) => entriesOf(visit, 'answered').findLast(({ question }) => question === 'treatments_tried');

describe('lists named in a story', () => {
  it('are shown as heard, and are no answers yet', () => {
    expect(lines(told)).toContain('mentioned');
    expect(shown(told).join(' ')).toMatch(/Treatments tried: .*therapy.*; .*shot|Treatments tried: .*shot.*; .*therapy/u);
    for (const list of ['treatments_tried', 'walking_aid']) expect(entriesOf(told, 'answered').map(({ question }) => question)).not.toContain(list);
  });

  it('leave the story with the nurse, word for word', () => {
    const visit = say(goOn(talk(shipped), 'pain_now'), story, shipped);
    const log = visit.entries.map((entry, at) => ({ seq: at + 1, at: '2026-11-22T09:00:00Z', entry }));
    expect(otherWords(log).map(({ text }) => text)).toEqual([story]);
  });

  it('are asked all the same, with what was told and a word for "that is all"', () => {
    expect(open(atTreatments)).toBe('treatments_tried');
    expect(lines(atTreatments).slice(-2)).toEqual(['told-before', 'ask']);
    expect(shown(atTreatments).at(-2)).toContain('Is there anything else?');
  });

  it.each(['nothing else', 'no', "that's all of them"])('are answered by "%s", with the words of both', (words) => {
    const answered = say(atTreatments, words, shipped);
    expect(tried(answered)).toMatchObject({ value: ['esi', 'pt'], how: 'confirmed', words: `I had two epidural shots and physical therapy. … ${words}` });
    expect(lines(answered)).toContain('noted');
    expect(open(answered)).not.toBe('treatments_tried');
  });

  it('are added to by what is written or tapped', () => {
    expect(tried(say(atTreatments, 'Tylenol too', shipped))).toMatchObject({ value: ['esi', 'pt', 'acetaminophen'], how: 'confirmed' });
    expect(tried(say(atTreatments, 'Muscle relaxers', shipped, 'treatments_tried=muscle_relaxant'))).toMatchObject({ value: ['esi', 'pt', 'muscle_relaxant'], how: 'confirmed' });
  });

  it('are put beside "None of these", for the patient to choose', () => {
    const denied = say(atTreatments, 'None of these', shipped, 'treatments_tried=none');
    expect(lines(denied)).toEqual(['perhaps', 'told-before', 'ask']);
    expect(tried(denied)).toBeUndefined();
    expect(tried(say(denied, 'None of these', shipped, 'treatments_tried=none'))).toMatchObject({ value: ['none'], how: 'tapped' });
    expect(tried(say(say(atTreatments, 'none of these', shipped), 'None of these', shipped))).toMatchObject({ value: ['none'], how: 'exact' });
  });

  it('are told again after a question of the patient, and forgotten when the patient starts again', () => {
    expect(lines(say(atTreatments, 'is the procedure covered by Medicare?', shipped)).slice(-2)).toEqual(['told-before', 'ask']);
    const again = say(say(atTreatments, 'start again', shipped), 'yes', shipped);
    expect(again.standing.mentioned.size).toBe(0);
  });

  it('are never taken for warning signs', () => {
    const numb = say(goOn(talk(shipped), 'locations'), 'I had a fever and chills last year, and cancer, and my mother has one too', shipped);
    expect([...numb.standing.mentioned.keys()].filter((id) => id.startsWith('safety_') || id.endsWith('_signs'))).toEqual([]);
  });
});
