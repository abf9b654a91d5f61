import { describe, expect, it } from '@jest/globals';
import { readAnswer, type Asked } from '../../../src/understanding/answer.ts';
import { english, spanish, today } from '../spoken.ts';

const options = (...ids: string[]) => ids.map((id) => ({ id, label: id, ...(id === 'none' && { exclusive: true }) }));
const side: Asked = { id: 'side', type: 'choice', options: options('left', 'right', 'both') };
const contact: Asked = { id: 'contact_pref', type: 'choice', options: options('phone', 'text', 'email') };
const tried: Asked = { id: 'treatments_tried', type: 'choices', options: options('pt', 'massage', 'nsaid', 'esi', 'surgery', 'other', 'none') };
const signs: Asked = {
  id: 'some_signs', type: 'choices',
  options: [{ id: 'breathing', label: 'Trouble breathing' }, { id: 'legs', label: 'Leg weakness, or a leg that gives way' }, { id: 'none', label: 'None of these', exclusive: true }, { id: 'unsure', label: "I'm not sure", exclusive: true }],
};
const worse: Asked = { id: 'worse_part', type: 'choice', options: options('back', 'leg', 'equal') };
const scans: Asked = { id: 'imaging', type: 'choices', options: options('mri', 'ct', 'xray', 'none') };
const whom: Asked = { id: 'respondent', type: 'choice', options: options('self', 'other') };
const aids: Asked = { id: 'walking_aid', type: 'choices', options: options('cane', 'walker', 'none') };
const answer = (asked: Asked, text: string, language = english) => readAnswer(asked, text, language, today, 'US');

describe('a choice', () => {
  it('is found by what people call it', () => {
    expect(answer(side, 'mostly my left leg')).toMatchObject({ value: 'left' });
    expect(answer(side, 'las dos piernas', spanish)).toMatchObject({ value: 'both' });
  });

  it('leaves out what is denied, over, or only said to be fine', () => {
    expect(answer(contact, 'Not email, I never look at it. Text.')).toMatchObject({ value: 'text' });
    expect(answer(side, 'it used to be the left, now the right')).toMatchObject({ value: 'right' });
  });

  it('is the other one where one is only said to be bearable, and both where nothing is told of the second', () => {
    for (const text of ['Legs. The back I can live with', 'the legs, my back is nothing by comparison', 'both, but more the legs']) expect([text, answer(worse, text)]).toMatchObject([text, { value: 'leg' }]);
    expect(answer(worse, 'las piernas, la espalda la aguanto', spanish)).toMatchObject({ value: 'leg' });
    for (const text of ['back and legs', 'the back, the legs', 'both']) expect([text, answer(worse, text)]).toMatchObject([text, { value: 'equal' }]);
  });

  it('is somebody else when a carer names the patient too', () => {
    expect(answer(whom, 'soy la hija, mi mamá no le sabe al celular', spanish)).toMatchObject({ value: 'other' });
    expect(answer(whom, 'me and my wife')).not.toMatchObject({ value: 'other' });
  });

  it('offers two when two are meant', () => {
    expect(answer(contact, 'phone or text')).toEqual({ ok: false, why: 'unclear', perhaps: ['phone', 'text'] });
  });
});

describe('several choices', () => {
  it('are found with their misspellings, each under the option that stands for it', () => {
    expect(answer(tried, 'physical therepy, acupunture and two epidurels')).toMatchObject({ value: ['pt', 'massage', 'esi'] });
    expect(answer(tried, 'Advil')).toMatchObject({ value: ['nsaid'] });
  });

  it('are found by the words of their label where the language has no phrases for them', () => {
    expect(answer(signs, 'my leg gives way')).toMatchObject({ value: ['legs'] });
    expect(answer(signs, 'trouble with my knees').ok).toBe(false);
  });

  it('leave out what was never done, is only wanted, or is of another part', () => {
    expect(answer(scans, 'never had an MRI, just x-rays')).toMatchObject({ value: ['xray'] });
    expect(answer(scans, 'puros x-rays nada más', spanish)).toMatchObject({ value: ['xray'] });
    for (const text of ["they want an MRI but insurance won't pay", 'I had an MRI but of my neck', 'no MRI because of my pacemaker']) expect([text, answer(scans, text).ok]).toEqual([text, false]);
  });

  it('are not taken from "everything but", and not from what was before "nothing now"', () => {
    expect(answer(aids, 'everything but a cane').ok).toBe(false);
    expect(answer(aids, 'used a walker after surgery, nothing now')).not.toMatchObject({ value: ['walker'] });
    expect(answer(aids, 'was on a walker, now a cane')).toMatchObject({ value: ['cane'] });
    expect(answer(aids, 'now and then a cane')).toMatchObject({ value: ['cane'] });
  });

  it('are none, or not sure, when the patient says so', () => {
    expect(answer(signs, 'no')).toMatchObject({ value: ['none'] });
    expect(answer(signs, "I don't know")).toMatchObject({ value: ['unsure'] });
  });
});

describe('an option', () => {
  it('is chosen by its place in the list', () => {
    for (const text of ['the second one', 'second', 'option two']) expect([text, answer(side, text)]).toMatchObject([text, { ok: true, value: 'right', how: 'exact' }]);
    for (const text of ['la segunda', 'la segunda opción', 'el segundo']) expect([text, answer(side, text, spanish)]).toMatchObject([text, { ok: true, value: 'right', how: 'exact' }]);
    expect(answer(tried, 'la primera y la tercera', spanish)).toMatchObject({ ok: true, value: ['pt', 'nsaid'] });
  });

  it('that is a number is chosen by what it says, and the open one by any number beyond', () => {
    const count: Asked = { id: 'how_many', type: 'choice', options: [{ id: 'one', label: '1' }, { id: 'two', label: '2' }, { id: 'three', label: '3' }, { id: 'four', label: '4 or more' }, { id: 'unsure', label: "I don't remember" }] };
    for (const [text, value] of [['1', 'one'], ['three', 'three'], ['4', 'four'], ['5', 'four'], ['five', 'four'], ['20', 'four']]) expect([text, answer(count, text ?? '')]).toMatchObject([text, { ok: true, value }]);
    expect(answer(count, 'cinco', spanish)).toMatchObject({ ok: true, value: 'four' });
    expect(answer(count, '0').ok).toBe(false);
  });

  it('shown alone beside free words is chosen by its number, or asked back where that could be an amount', () => {
    const unsure = [{ id: 'unsure', label: "I'm not sure" }];
    expect(answer({ id: 'imaging_when', type: 'month', options: unsure, unsure: true }, '1')).toMatchObject({ ok: true, value: 'unsure' });
    expect(answer({ id: 'duration', type: 'duration', options: unsure, unsure: true }, '1')).toEqual({ ok: false, why: 'unclear', perhaps: ['unsure'] });
    expect(answer({ id: 'imaging_when', type: 'month', options: unsure, unsure: true }, '7').ok).toBe(false);
  });
});
