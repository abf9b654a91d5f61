import { describe, expect, it } from '@jest/globals';
import { readAnswer, type Asked } from '../../../src/understanding/answer.ts';
import { english, spanish, today } from '../spoken.ts';

const asked = (id: string): Asked => ({ id, type: 'yes-no-unsure', options: ['yes', 'no', 'unsure'].map((option) => ({ id: option, label: option })) });
const answer = (id: string, text: string, language = english) => readAnswer(asked(id), text, language, today, 'US');
const value = (id: string, text: string, language = english) => {
  const reading = answer(id, text, language);
  return reading.ok ? reading.value : reading.why;
};

describe('a yes-or-no answer', () => {
  it('reads hedges and denials as what they are', () => {
    const said = { 'not really': 'no', 'I guess so': 'yes', "can't say I have": 'no', 'not that I know of': 'no', 'afraid so': 'yes', 'absolutely not': 'no', 'hard to say': 'unsure', 'a little': 'yes', 'yes and no': 'unsure' };
    for (const [text, meant] of Object.entries(said)) expect([text, value('anything', text)]).toEqual([text, meant]);
  });

  it('reads what the question means when there is no yes or no in it', () => {
    expect(value('relief_sitting', 'only when I sit on something soft, then it goes away')).toBe('yes');
    expect(value('numbness_legs', 'my toes go to sleep')).toBe('yes');
    expect(value('rf_weight_loss', 'put on a few if anything')).toBe('no');
    expect(value('relief_leaning', 'con el carrito camino mejor', spanish)).toBe('yes');
  });

  it('turns a symptom round when it is denied', () => {
    expect(value('rf_fever', 'no fever or chills')).toBe('no');
    expect(value('numbness_legs', 'my feet are not numb')).toBe('no');
    expect(value('rf_fever', 'no he tenido calentura', spanish)).toBe('no');
  });

  it('does not turn round what a denial belongs to', () => {
    expect(value('rf_foot_drop', "I can't lift my toes")).toBe('yes');
    expect(value('rf_bladder', "I can't hold it")).toBe('yes');
    expect(value('rf_bladder', 'no puedo aguantar', spanish)).toBe('yes');
  });

  it('stores nothing when a plain word and the rest disagree, and offers both', () => {
    expect(answer('rf_fever', 'no, the chills are bad')).toEqual({ ok: false, why: 'unclear', perhaps: ['yes', 'no'] });
  });

  it('does not take a wish to be dead for a no', () => {
    for (const text of ["I wish I wouldn't wake up", 'I wish I was dead', 'not sure I want to live']) expect(value('rf_mood', text)).not.toBe('no');
  });

  it('does not take a warning sign that only begins with no, or stands beside a no, for a no', () => {
    const said = {
      rf_saddle: ['no feeling when I wipe', 'no bladder trouble, but my groin is numb', "I don't have feeling where the toilet paper goes"],
      rf_bladder: ['no urge any more, I just go by the clock', "no fever or anything but I can't pee", 'no pee since noon'],
      rf_bowel: ['no control since the weekend', 'My back is the same as always, and my bowels let go without me knowing'],
      rf_foot_drop: ["can't wiggle or raise my toes"],
      rf_mood: ['no one would miss me', "no use living like this", "I wouldn't mind if I didn't wake up"],
    };
    for (const [id, texts] of Object.entries(said)) for (const text of texts) expect([text, value(id, text)]).not.toEqual([text, 'no']);
    for (const text of ['no puedo orinar desde ayer', 'no he podido hacer pipí', 'no me doy cuenta cuando me orino']) expect([text, value('rf_bladder', text, spanish)]).not.toEqual([text, 'no']);
  });

  it('counts what happened only as long as the question asks', () => {
    expect(value('falls', 'last week in the yard')).toBe('yes');
    expect(value('falls', 'I fell in 2019')).toBe('no');
  });

  it('leaves out what is said of others where only the patient counts', () => {
    expect(value('diabetes', 'my brother is diabetic')).toBe('unclear');
  });

  it('does not take a question for an answer', () => {
    expect(value('pacemaker_implant', 'does a stent count?')).toBe('unclear');
    expect(value('relief_sitting', 'will it help me to sit?')).toBe('unclear');
  });
});
