import { describe, expect, it } from '@jest/globals';
import { readAnswer } from '../../../src/understanding/answer.ts';
import { asCarer } from '../../../src/understanding/assertion/mention.ts';
import { askedAs } from '../../../src/understanding/rows.ts';
import { readRow, readStory } from '../../../src/understanding/row.ts';
import { alone, english, spanish, today } from '../spoken.ts';

const languages = new Map([['en', english], ['es', spanish]]);
const value = (question: string, text: string, lang = 'en') => readRow({ question, text, lang }, languages, today, alone).value;
const values = (question: string, texts: readonly string[], lang = 'en') => texts.map((text) => [text, value(question, text, lang)]);
const all = (texts: readonly string[], meant: unknown) => texts.map((text) => [text, meant]);

describe('whose fact it is', () => {
  it('is not the patient when somebody else is named', () => {
    const texts = ['my mother had cancer', 'cancer? my dad did', 'my sister had it twice'];
    expect(values('rf_cancer', texts)).toEqual(all(texts, 'UNCLEAR'));
    expect(value('blood_thinner', "my husband takes warfarin, I don't")).toEqual({ answer: 'no', drugs: [] });
    expect(value('medications', 'my wife takes Eliquis')).toBe('UNCLEAR');
    expect(value('walking_aid', 'mi esposa usa bastón', 'es')).toBe('UNCLEAR');
  });

  it('is the patient again after "I" or "me", and where the other person only speaks', () => {
    expect(value('age', "my wife is 70 and I'm 74")).toBe(74);
    expect(value('falls', 'my son says I fell twice')).toBe('yes');
    expect(value('rf_foot_drop', 'my wife noticed my foot drags')).toBe('yes');
  });

  it('is the patient in the words of somebody who answers for them', () => {
    const diabetes = askedAs('diabetes');
    if (!diabetes) throw new Error('There is no such row.');
    expect(readAnswer(diabetes, 'my mother is diabetic', english, today, 'US').ok).toBe(false);
    expect(readAnswer(diabetes, 'my mother is diabetic', asCarer(english), today, 'US')).toMatchObject({ ok: true, value: 'yes' });
    expect(readAnswer(diabetes, 'her sister is diabetic', asCarer(english), today, 'US').ok).toBe(false);
  });

  it('is the patient where a parent is named as one calls them', () => {
    expect(value('blood_thinner', 'dad takes plavix')).toEqual({ answer: 'yes', drugs: ['clopidogrel'] });
    expect(value('medications', 'mom is on Xarelto and atorvastatin')).toEqual(['rivaroxaban', 'atorvastatin']);
    expect(value('locations', 'mom feels it in her buttocks and hips')).toEqual(['buttock', 'hip']);
    expect(value('prior_surgery', 'mom had a laminectomy nine years ago')).toEqual({ had: 'yes', type: 'laminectomy' });
    expect(value('relief_leaning', 'dad hangs over the cart like a raft')).toBe('yes');
  });

  it('is not the patient where it runs in a family, or is told of the dead or of two', () => {
    for (const [question, text] of [['rf_cancer', 'mom had breast cancer'], ['diabetes', 'dad had diabetes'], ['medications', 'mom was on Xarelto before she died'], ['symptoms', 'mom and dad both had heavy legs'], ['prior_surgery', 'my mom had a laminectomy']] as const) {
      expect([text, value(question, text)]).toEqual([text, 'UNCLEAR']);
    }
  });

  it('is not the patient behind a no of one\'s own', () => {
    expect(value('blood_thinner', 'no, mom was on one')).toEqual({ answer: 'no', drugs: [] });
    expect(value('blood_thinner', 'yes, mom takes Plavix')).toEqual({ answer: 'yes', drugs: ['clopidogrel'] });
  });

  it('is not the patient who smokes when somebody else does', () => {
    expect(values('smoker', ['my husband smokes like a chimney', 'my wife smokes a pack a day'])).toEqual(all(['my husband smokes like a chimney', 'my wife smokes a pack a day'], 'UNCLEAR'));
    expect(value('smoker', 'mi marido fuma', 'es')).toBe('UNCLEAR');
    expect(value('smoker', 'my husband smokes, I quit in 1990')).toBe('former');
    expect(value('smoker', 'fumo, mi marido no', 'es')).toBe('current');
  });

  it('is told by the first sentence of a story', () => {
    expect(readStory('This is about my mother. She walks, and my mother is diabetic.', english, today)).toMatchObject({ respondent: 'other', diabetes: 'yes' });
    expect(readStory('My legs hurt. My mother had a fusion.', english, today)).not.toHaveProperty('prior_surgery');
  });
});

describe('when it holds', () => {
  it('is not now when it is planned', () => {
    expect(values('imaging', ['they want to do an MRI next week', 'MRI is scheduled'])).toEqual([['they want to do an MRI next week', 'UNCLEAR'], ['MRI is scheduled', 'UNCLEAR']]);
    expect(value('injections', 'scheduled for one next week')).toBe('UNCLEAR');
    expect(value('treatments_tried', "they recommended acupuncture, haven't gone")).toBe('UNCLEAR');
  });

  it('is not now when it is over or lies unused', () => {
    expect(value('walk_tolerance', 'I used to walk 3 miles')).toBe('UNCLEAR');
    expect(value('walk_tolerance', 'a mile last year, now half a block')).toEqual({ feet: [100, 300] });
    expect(value('walking_aid', "they gave me a walker but I don't use it")).toBe('UNCLEAR');
  });

  it('is left open for a blood thinner that was stopped, unless that was long ago', () => {
    const texts = ['I stopped Eliquis', 'Xarelto, but my doctor stopped it Monday', 'they took me off Plavix', 'no longer on coumadin'];
    expect(values('blood_thinner', texts)).toEqual(all(texts, 'UNCLEAR'));
    expect(value('blood_thinner', 'dejé el Sintrom', 'es')).toBe('UNCLEAR');
    expect(value('blood_thinner', 'was on coumadin years ago, not anymore')).toEqual({ answer: 'no', drugs: [] });
  });
});

describe('a number', () => {
  it('with a minus is out of range', () => {
    expect(values('walk_tolerance', ['-3 blocks', 'minus 3 blocks'])).toEqual(all(['-3 blocks', 'minus 3 blocks'], 'UNCLEAR'));
    expect(value('walk_tolerance', '2 - 3 blocks')).toEqual({ feet: [400, 1800] });
  });

  it('beside "none" leaves a list open', () => {
    expect(value('walking_aid', 'none, well maybe 2')).toBe('UNCLEAR');
  });

  it('of shots or pills is no pain', () => {
    expect(values('pain_now', ['I had two epidural shots', 'took 2 Tylenol'])).toEqual([['I had two epidural shots', 'UNCLEAR'], ['took 2 Tylenol', 'UNCLEAR']]);
  });
});
