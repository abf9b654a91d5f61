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
  it('is none where a question nobody is to answer only names what is asked', () => {
    for (const text of ['why would I sit', 'who can sit']) expect([text, answer('relief_sitting', text).ok]).toEqual([text, false]);
  });

  it('is none where it depends on something that is named', () => {
    expect(answer('rf_bladder', 'depends how much coffee I have').ok).toBe(false);
    expect(value('rf_bladder', 'it depends')).toBe('unsure');
  });

  it('is a no where leaning back is what helps, and where the ache keeps on', () => {
    expect(value('relief_leaning', 'leaning back helps me, forward is bad')).toBe('no');
    expect(value('relief_leaning', "not so you'd notice")).toBe('no');
    expect(value('relief_standing_still', 'nope they keep right on aching')).toBe('no');
  });

  it('takes weight lost on purpose for a no, and not on purpose for a yes', () => {
    expect(value('rf_weight_loss', "15 pounds but that's on purpose, I'm on a diet")).toBe('no');
    expect(value('rf_weight_loss', 'lost 15 pounds, not on purpose')).toBe('yes');
    expect(value('rf_weight_loss', 'my pants are falling off me and I eat the same as ever')).toBe('yes');
    expect(value('rf_weight_loss', 'se me cae la ropa y como lo mismo', spanish)).toBe('yes');
  });


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

  it('is not read from "it is", "they are" and what they are', () => {
    for (const text of ["it's on my chart", "they're okay", "I'm in a wheelchair so I wouldn't know", 'I am in a lot of pain', 'it is so bad']) expect([text, answer('diabetes', text).ok]).toEqual([text, false]);
    for (const text of ['it is when I walk', 'they are, doctor', 'yes it is']) expect([text, value('anything', text)]).toEqual([text, 'yes']);
  });

  it('is asked back where it is a yes of one thing and a no of another', () => {
    for (const text of ['a hard chair yes, the sofa no']) expect(answer('relief_sitting', text)).toEqual({ ok: false, why: 'unclear', perhaps: ['yes', 'no'] });
    expect(value('worse_standing_walking', 'hay días que sí y días que no', spanish)).toBe('unsure');
    expect(value('rf_cancer', 'mi hermana sí, yo no', spanish)).toBe('no');
  });

  it('says what eases in the same words whatever position was asked about', () => {
    for (const id of ['relief_sitting', 'relief_leaning', 'relief_standing_still']) {
      for (const text of ['like magic', 'within seconds it lets go', 'the legs quit hollering', "it's bearable then"]) expect([id, text, value(id, text)]).toEqual([id, text, 'yes']);
      for (const text of ["doesn't help one bit", 'makes no odds', "I can't say it does a blind bit of good", 'it just keeps on throbbing']) expect([id, text, value(id, text)]).toEqual([id, text, 'no']);
      for (const text of ['mano de santo', 'me deja de doler']) expect([id, text, value(id, text, spanish)]).toEqual([id, text, 'yes']);
      for (const text of ['no me sirve de nada', 'da lo mismo']) expect([id, text, value(id, text, spanish)]).toEqual([id, text, 'no']);
    }
  });

  it('takes a word that says little for a yes only beside what was asked about', () => {
    expect(value('relief_leaning', 'with the buggy I can do the whole store')).toBe('yes');
    expect(answer('relief_leaning', 'I can do the whole store').ok).toBe(false);
    expect(value('worse_standing_walking', 'a walk round the block and my calves are screaming')).toBe('yes');
    expect(answer('worse_standing_walking', 'my calves are screaming').ok).toBe(false);
    expect(value('rf_saddle', 'a little bit the last few days, down around the privates')).toBe('yes');
  });

  it('blames the position that is named, not the one that was asked about', () => {
    for (const text of ['only sitting too long sets it off', "it's the bending that gets me", 'worst when I am sat in the car', 'walking loosens it up']) expect([text, value('worse_standing_walking', text)]).toEqual([text, 'no']);
    expect(value('worse_standing_walking', 'me duele más acostado', spanish)).toBe('no');
    expect(value('relief_sitting', 'sentada se me duerme la pierna', spanish)).toBe('no');
  });

  it('is not turned round twice', () => {
    expect(value('rf_saddle', "I can't get hard and can't feel anything down there")).toBe('yes');
    expect(answer('rf_saddle', "it's not that I can't feel anything").ok).toBe(false);
    expect(value('rf_saddle', 'no puedo orinar y tengo dormida toda la parte de abajo', spanish)).toBe('yes');
    expect(value('rf_saddle', "can't feel when I wipe")).toBe('yes');
  });

  it('follows the question said again', () => {
    for (const text of ['weak? no, sore', 'Weak? Not really.']) expect([text, value('weakness_legs', text)]).toEqual([text, 'no']);
    expect(value('weakness_legs', 'weak? yes and wobbly')).toBe('yes');
    expect(answer('weakness_legs', 'weak?').ok).toBe(false);
  });

  it('tells an "if" from a yes without its accent', () => {
    expect(value('relief_leaning', 'si me agacho me duele más', spanish)).toBe('no');
    expect(value('relief_sitting', 'si, me calma', spanish)).toBe('yes');
  });

  it('hears a lost feeling where "I cannot tell" goes on', () => {
    expect(value('rf_saddle', "can't tell when I'm wiping")).toBe('yes');
    expect(value('rf_bladder', "I can't tell if my bladder's full anymore")).toBe('yes');
    expect(value('rf_bowel', "I can't tell when I need to go")).toBe('yes');
    expect(value('rf_bowel', "I can't tell")).toBe('unsure');
  });

  it('does not take a thought of dying for a no because it is put as a denial', () => {
    for (const text of ["I don't see the point anymore", "I don't see any point in going on"]) expect([text, value('rf_mood', text)]).toEqual([text, 'yes']);
    expect(value('rf_mood', 'ya no quiero seguir viviendo así', spanish)).toBe('yes');
  });

  it('reads a temperature, and no other number', () => {
    expect(value('rf_fever', '101.4 this morning')).toBe('yes');
    expect(value('rf_fever', '97.9')).toBe('no');
    expect(value('rf_fever', '38.5 anoche', spanish)).toBe('yes');
    for (const text of ['40 years', '+1 212 555 0101', 'since I was forty', '99.8']) expect([text, answer('rf_fever', text).ok]).toEqual([text, false]);
  });

  it('counts what happened only as long as the question asks', () => {
    expect(value('falls', 'last week in the yard')).toBe('yes');
    expect(value('falls', 'I fell in 2019')).toBe('no');
    expect(value('falls', 'twice since Easter')).toBe('yes');
    expect(answer('falls', 'since 2019').ok).toBe(false);
    expect(value('rf_trauma', 'I was in a wreck in 1985')).toBe('no');
  });

  it('leaves out what is said of others where only the patient counts', () => {
    expect(value('diabetes', 'my brother is diabetic')).toBe('unclear');
  });

  it('does not take a question for an answer', () => {
    expect(value('pacemaker_implant', 'does a stent count?')).toBe('unclear');
    expect(value('relief_sitting', 'will it help me to sit?')).toBe('unclear');
  });
});
