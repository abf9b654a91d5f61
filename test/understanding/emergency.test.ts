import { describe, expect, it } from '@jest/globals';
import process from 'node:process';
import fc from 'fast-check';
import { watchFor } from '../../src/understanding/emergency.ts';
import { emergencies, examples } from './watched.ts';

function watched(text: string, question?: string, carer = false): string[] {
  return watchFor(text, emergencies, question, carer).map(({ flag, level }) => `${flag} ${level}`);
}

/** The least of three readings in milliseconds of this process's own time, so that a busy machine does not count. */
function fastest(text: string): number {
  const times = [1, 2, 3].map(() => {
    const from = process.cpuUsage();
    watchFor(text, emergencies);
    return process.cpuUsage(from).user / 1000;
  });
  return Math.min(...times);
}
describe('what is said', () => {
  it('is quoted in the words of the patient', () => {
    const [alarm] = watchFor('It eases when I sit. But my Groin is NUMB, since Friday!', emergencies);
    expect(alarm).toMatchObject({ flag: 'ces_saddle', level: 'emergency', sure: true });
    expect(alarm?.quote).toBe('But my Groin is NUMB');
  });

  it('is a possible one if it is hedged', () => expect(watchFor('my groin may be a bit numb', emergencies)[0]).toMatchObject({ flag: 'ces_saddle', sure: false }));
  it('raises each flag once, the most urgent first', () => {
    expect(watched("I drag my foot, can't pee, and can't hold my urine either")).toEqual(['ces_bladder emergency', 'foot_drop same-day']);
  });
  it('may mix two languages', () => expect(watched('no puedo pee desde ayer')).toEqual(['ces_bladder emergency']));
  it('may be misspelled', () => expect(watched('I cant urnate and my gorin is nubm')).toEqual(['ces_saddle emergency', 'ces_bladder emergency']));
  it.each([
    ["cna't pee sinse lastnight", 'ces_bladder emergency'],
    ['my fot has gone cold and blue', 'limb_ischemia emergency'],
    ['chset pian goin down my arm', 'chest_pain emergency'],
    ['my groin is nmb', 'ces_saddle emergency'],
  ])('may be misspelled in its shortest words: %s', (text, alarm) => expect(watched(text)).toEqual([alarm]));
  it.each(["I'm unable to feel when I wipe", 'no longer able to hold my urine', 'having trouble peeing since yesterday', 'no logro orinar'])('may be put otherwise: %s', (text) => expect(watched(text)[0]).toMatch(/^ces_/u));
  it('may be said in fragments', () => expect(watched('cant go. bladder. since yest')).toEqual(['ces_bladder emergency']));
  it('may be told by what used to be', () => expect(watched('I used to feel when I had to pee and now I dont')).toEqual(['ces_bladder emergency']));
  it('may lean on the open question', () => {
    expect(watched('numb since friday')).toEqual([]);
    expect(watched('numb since friday', 'rf_saddle')).toEqual(['ces_saddle emergency']);
    expect(watched('my feet are numb', 'rf_saddle')).toEqual([]);
    expect(watched('not at all', 'rf_saddle')).toEqual([]);
  });
});

describe('a denial', () => {
  it('goes through a list', () => expect(watched('No numbness down there, fever or chills')).toEqual([]));
  it('ends where the statement turns', () => expect(watched("No weakness really, except I can't lift my left foot")).toEqual(['foot_drop same-day']));
  it('does not reach into the next statement', () => expect(watched('no fever, I wet myself today')).toEqual(['ces_bladder emergency']));
  it('may answer a question of their own', () => expect(watched('Numbness down there? No.')).toEqual([]));
  it('is not what "can not" says', () => expect(watched('I can not pee')).toEqual(['ces_bladder emergency']));
});

describe('the past', () => {
  it('is told as over', () => expect(watched('numb in the groin in 2010, all fine now')).toEqual([]));
  it('does not hide what is new', () => expect(watched('I had surgery in 2010 and now my groin is numb')).toEqual(['ces_saddle emergency']));
  it('counts for cancer with a new pain', () => expect(watched('I had breast cancer in 2012 and now a new pain in my back')).toEqual(['malignancy same-day']));
});

describe('somebody else', () => {
  it('is not the patient', () => expect(watched('my neighbor lost control of her bladder')).toEqual([]));
  it('is the patient if the writer answers for them', () => {
    expect(watched("my husband can't feel it when he wipes, I am filling this out for him")).toEqual(['ces_saddle emergency']);
  });
  it.each([
    ['my mother fell and her back is terrible since', 'fracture same-day'],
    ["he can't feel his legs", 'weakness emergency'],
    ['mi mamá se cayó y le duele la espalda', 'fracture same-day'],
  ])('is the patient if it is known that somebody answers for them: %s', (text, alarm) => expect(watched(text, undefined, true)).toEqual([alarm]));
  it.each(['my father died of a heart attack', 'my neighbor lost control of her bladder'])('is not the patient even then: %s', (text) => expect(watched(text, undefined, true)).toEqual([]));
  it('is the patient in an emergency, though the writer says "I", unless the patient writes', () => {
    expect(watched('my wife took all of her sleeping pills, what do I do')).toEqual(['overdose emergency']);
    expect(watched("my mother can't hold her bladder. I'm the patient here")).toEqual([]);
  });
  it('may report what the patient has', () => expect(watched('my wife says I drag my foot')).toEqual(['foot_drop same-day']));
});

describe('what is not meant', () => {
  it.each(['what if I lose control of my bladder', 'is foot drop a risk', 'can the shot cause paralysis', '¿hay riesgo de perder el control de la vejiga?'])('is a question: %s', (text) => expect(watched(text)).toEqual([]));
  it.each(['my back is killing me', 'dead tired', 'cold feet about the surgery', 'shoot me now lol', 'me muero de hambre'])('is a figure of speech: %s', (text) => expect(watched(text)).toEqual([]));
  it.each(["I can't stand through the sermon any more", 'my feet go numb, I sit on my stool and they come back', 'it hurts when I bend to weed the beds', 'my legs go weak when I walk and come back when I sit', 'up four times a night to pee, water pill', 'had a UTI, treated, gone'])('is harmless: %s', (text) => expect(watched(text)).toEqual([]));
  it('is meant where somebody may die of it', () => expect(watched("If this doesn't work I'm going to shoot myself")).toEqual(['suicide emergency']));
});

describe('a sign that is plainly told', () => {
  it.each(['numb in the saddle part, leaking urine, both legs tingling', 'numbness in the saddle region', 'weak legs, numb groin, leaking'])('is not taken for a list of what is denied: %s', (text) => expect(watched(text)).toContain('ces_saddle emergency'));
  it.each(["I don't have numbness except between the legs", 'I am not numb anywhere else, just around my private parts', "I don't feel numb, except between the legs", 'no problem feeling anything, except when I wipe', 'no tengo nada dormido salvo entre las piernas', 'no tengo adormecimiento, solo entre las piernas'])(
    'is heard where all the rest is denied: %s',
    (text) => expect(watched(text)).toContain('ces_saddle emergency'),
  );
  it.each(['no numbness, just pain in my groin', "I'm not numb, only sore between the legs", 'no numbness except my feet', 'the side was right, not left', "me, I'd rather have the nurse call me, not today please", 'My legs just die on me in the supermarket', 'pressed enter by accident go back'])('is not heard in: %s', (text) => expect(watched(text)).toEqual([]));
  it('is heard in a story whose other sentences deny', () => {
    const story = 'Escribo por mi abuelo, 84 años. Se resbaló en la regadera antier y cayó sentado. No aguanta el dolor de la cintura. Las piernas no le duelen. No tiene fiebre, orina bien.';
    expect(watched(story)).toContain('fracture same-day');
  });
  it('is not heard in a story where its sentence tells of claudication', () => {
    expect(watched("I've walked the same mall for years. By the second anchor store the legs go dead under me. I sit by the fountain and they come back. Then I do the other half. Tylenol helps some.")).toEqual([]);
  });
});

describe('what is much like what others write', () => {
  it.each([
    ["I'm scared I might do something to myself", 'suicide emergency'],
    ["I'm up to thirty pain pills most days, nothing else holds it", 'overdose emergency'],
    ['10, worst belly pain of my life, just started', 'aaa emergency'],
    ['tengo miedo de hacerme daño', 'suicide emergency'],
  ])('is heard though no sign says it, as a possible one: %s', (text, alarm) => {
    expect(watched(text)).toEqual([alarm]);
    expect(watchFor(text, emergencies)[0]?.because).toMatch(/^Reads like/u);
  });
  it.each(['chest pain', 'temperature 101.4', 'dolor de pecho', "can't pee"])('is not asked of one or two words, which the signs hear: %s', (text) => expect(watched(text)).toHaveLength(1));
  it('is quoted sentence by sentence', () => {
    const [alarm] = watchFor('I lean on the cart at the store. I might do something to myself, I am scared. The pills do nothing.', emergencies);
    expect(alarm).toMatchObject({ flag: 'suicide', quote: 'I might do something to myself, I am scared.' });
  });
  it.each(['nothing right now', "my husband's arm", 'not wake up in pain', "I can't speak English very well", 'quiero irme a mi casa', 'my back'])('is not heard in what is said every day: %s', (text) => expect(watched(text)).toEqual([]));
});

describe('a call for help in words', () => {
  it.each(['call 911', 'please send an ambulance', 'this is an emergency', 'I feel like I am dying', 'ayuda, es una emergencia'])('is heard: %s', (text) => expect(watched(text)).toEqual(['call_for_help emergency']));
  it.each(['I am short of breath', 'he is not breathing', 'my lips are blue', 'me falta el aire'])('is heard in trouble with breathing: %s', (text) => expect(watched(text)).toContain('breathing emergency'));
  it.each(['passed out this morning', 'I am having a seizure', 'se desmayó'])('is heard in a collapse: %s', (text) => expect(watched(text)).toEqual(['collapse emergency']));
  it.each(['coughing up blood', "I'm bleeding a lot"])('is heard in bleeding: %s', (text) => expect(watched(text)).toEqual(['bleeding emergency']));
  it.each(['this is not an emergency', 'what do I do in an emergency', "I don't need an ambulance", 'I used to drive an ambulance', 'I get short of breath walking up stairs', 'short of breath for years, COPD', 'no shortness of breath', 'I fainted years ago', 'me muero de la risa'])('is not heard where there is none: %s', (text) => expect(watched(text)).toEqual([]));
});

describe('a number of pills', () => {
  it.each(['I took twelve oxycodone, usually I take two a day', 'lost count of the pain pills', 'swallowed a dozen oxycodone', 'perdí la cuenta de cuántas pastillas tomé'])('is too many: %s', (text) => expect(watched(text)).toEqual(['overdose emergency']));
  it.each(["I've taken hydrocodone for ten or twelve years", 'I took a Tylenol at ten and another at four', 'they put me on fifteen mg of morphine', 'tomo diez pastillas al día para la presión'])('is none: %s', (text) => expect(watched(text)).toEqual([]));
});

describe('any text', () => {
  const long = 10_000;
  // Milliseconds of the process's own time. Far above what it takes, far below what a reader that runs away takes: bench:understanding measures.
  const budget = 250;

  it('is read without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      for (const { quote } of watchFor(text, emergencies)) expect(text).toContain(quote);
    }), { numRuns: 300 });
  });

  it('is read in time, whatever words it repeats', () => {
    const bits = ['no ', 'numb groin ', 'can not ', ', ', 'a', 'in 2010 my wife ', 'want to die ', 'no puedo orinar ', 'pee wipe numb groin bladder leg foot chest face cold white pain fell yesterday ', ...examples.slice(0, 40).map(({ text }) => `${text} `)];
    fc.assert(fc.property(fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 6 }), (some) => {
      const text = some.join('').repeat(long).slice(0, long);
      return fastest(text) < budget;
    }), { numRuns: 25 });
  });

  it('takes well under a millisecond where it is of usual length', () => {
    const times = examples.slice(0, 2000).map(({ text }) => fastest(text)).toSorted((one, two) => one - two);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(1);
  });
});
