import { describe, expect, it } from '@jest/globals';
import { askedAs } from '../../src/conversation/beside/also-said.ts';
import { voiceOf } from '../../src/conversation/content.ts';
import { readAnswer, type Reading } from '../../src/understanding/answer.ts';
import { readAll } from '../../src/understanding/volunteered.ts';
import { shipped } from '../support/content.ts';
import { english, spanish, today } from './spoken.ts';

const languages = { en: english, es: spanish };

function reading(id: string, text: string, language: 'en' | 'es' = 'en', country = 'US'): Reading {
  const item = shipped.dialog.byId.get(id);
  if (!item) throw new Error(`no question "${id}"`);
  return readAnswer(askedAs(item, voiceOf(shipped, language)), text, languages[language], today, country);
}

/** What each text is stored as, or why it is not. */
function stored(id: string, texts: readonly string[], language: 'en' | 'es' = 'en'): [string, unknown][] {
  return texts.map((text) => {
    const heard = reading(id, text, language);
    return [text, heard.ok ? heard.value : heard.why];
  });
}
const each = (texts: readonly string[], meant: unknown) => texts.map((text) => [text, meant]);

describe('"none of these" at a list of warning signs', () => {
  const lists = ['safety_now', 'safety_cauda', 'safety_legs', 'safety_back'];

  it('is read when the whole message says so', () => {
    const said = {
      en: ['no', 'No.', 'n', 'nope', 'none', 'None of these', 'none of those', 'nope none of those', 'no thank you none of these apply to me', 'nothing like that', 'no none', 'not that I know of', 'no sir, none of them', 'no, none of that, thank God', 'None of the above.', "I don't have any of these", 'not at all'],
      es: ['no', 'ninguna', 'ninguno', 'no, ninguna', 'ninguna de esas', 'nada de eso', 'no, gracias', 'no tengo ninguno de esos', 'no, gracias a Dios'],
    };
    for (const id of lists) {
      expect(stored(id, said.en)).toEqual(each(said.en, ['none']));
      expect(stored(id, said.es, 'es')).toEqual(each(said.es, ['none']));
    }
  });

  it('is not read when the message only begins like it', () => {
    const said = {
      safety_now: {
        en: ['no feeling in my legs', 'none, well maybe 2', 'no pulse', 'no pulse in my foot', 'not breathing right', 'none except my chest', 'no, my face is drooping', 'nothing works on my left side', 'not until this morning', 'no but my arm is weak', 'never mind, my chest hurts', 'no air', 'no. my leg is blue', 'none that I want to talk about'],
        es: ['no siento las piernas', 'no puedo respirar', 'no tengo pulso', 'ninguna, bueno tal vez la 2', 'no aguanto el pecho', 'nada más el brazo', 'no me responde la pierna', 'no, pero me duele el pecho'],
      },
      safety_legs: { en: ['no strength in my left foot', 'no balance', 'no power in my legs', 'none until last week', 'not steady'], es: ['no siento los pies', 'no tengo fuerza', 'no levanto el pie', 'no me sostienen las piernas'] },
      safety_cauda: { en: ['not any more', 'no control', 'no sensation when I wipe', 'not since my operation', 'nothing comes out'], es: ['no siento las piernas', 'no aguanto la orina', 'no siento cuando orino', 'ya no', 'no puedo orinar'] },
      safety_back: { en: ['no appetite', 'no fever but I am wasting', 'nothing heals on my foot', 'not since the chemo'], es: ['no tengo hambre', 'no se me cierra la llaga', 'no, pero bajé de peso'] },
    };
    for (const [id, { en, es }] of Object.entries(said)) {
      for (const text of en) expect([id, text, reading(id, text)]).not.toMatchObject([id, text, { ok: true, value: ['none'] }]);
      for (const text of es) expect([id, text, reading(id, text, 'es')]).not.toMatchObject([id, text, { ok: true, value: ['none'] }]);
    }
    expect(reading('safety_now', 'not really')).toEqual({ ok: false, why: 'unclear', perhaps: [['none']] });
  });

  it('gives way to the sign that is named beside it', () => {
    expect(stored('safety_back', ['no fever but I lost 20 pounds without trying'])).toEqual(each(['no fever but I lost 20 pounds without trying'], ['weight']));
  });
});

describe('a plain no that goes on', () => {
  it('is no answer when what follows is not known to be harmless', () => {
    for (const id of ['relief_sitting', 'lss_diagnosis', 'now_clarify', 'cauda_clarify', 'consent', 'worse_standing']) {
      for (const text of ['no feeling in my legs', 'no pulse', 'no air']) expect([id, text, reading(id, text).ok]).toEqual([id, text, false]);
      for (const text of ['no siento las piernas', 'no siento nada', 'no respiro bien']) expect([id, text, reading(id, text, 'es').ok]).toEqual([id, text, false]);
    }
  });

  it('is still a no when nothing new follows', () => {
    const no = ['no', 'no, not at all', 'no not yet', 'no it does not', "no I don't", 'no thanks', 'no not really', 'nope, never'];
    expect(stored('relief_sitting', no)).toEqual(each(no, 'no'));
    const no2 = ['no', 'no, para nada', 'no, gracias', 'no, nunca', 'no mucho'];
    expect(stored('relief_sitting', no2, 'es')).toEqual(each(no2, 'no'));
  });

  it('is not read from "not until", "not at first" and the like', () => {
    for (const text of ['not until I have walked for 5 minutes', 'not until I have gone a block', 'not at first', 'not right away']) expect([text, reading('worse_standing_walking', text)]).not.toMatchObject([text, { ok: true, value: 'no' }]);
    for (const text of ['not at first', 'not for long', 'not in the beginning']) expect([text, reading('relief_sitting', text).ok]).toEqual([text, false]);
    for (const text of ['not right away', 'not immediately']) expect([text, reading('relief_sitting', text)]).not.toMatchObject([text, { ok: true, value: 'no' }]);
    for (const text of ['no hasta que camino un rato', 'no al principio', 'no luego luego']) expect([text, reading('worse_standing_walking', text, 'es')]).not.toMatchObject([text, { ok: true, value: 'no' }]);
  });

  it('is not read when a "but" takes it back', () => {
    for (const text of ['no but my doctor thinks so', 'no but he thinks I have it']) expect([text, reading('lss_diagnosis', text)]).not.toMatchObject([text, { ok: true, value: 'no' }]);
    expect(reading('lss_diagnosis', 'no, pero el doctor cree que sí', 'es')).not.toMatchObject({ ok: true, value: 'no' });
  });
});

describe('a medicine that was stopped', () => {
  it('is not a plain no when it may have been stopped just now', () => {
    for (const text of ['I stopped Eliquis last week', 'I stopped my Xarelto yesterday', 'quit taking warfarin two days ago', 'they took me off Plavix this week']) expect([text, reading('blood_thinner', text)]).not.toMatchObject([text, { ok: true, value: 'no' }]);
    for (const text of ['dejé el Eliquis la semana pasada', 'me quitaron la warfarina ayer']) expect([text, reading('blood_thinner', text, 'es')]).not.toMatchObject([text, { ok: true, value: 'no' }]);
  });
});

describe('consent', () => {
  it('is given in the words people use', () => {
    const en = ['no problem, go ahead', "I don't mind", 'sure go ahead', 'fine by me', 'no problem', 'not a problem', 'no worries', 'go ahead', 'that is fine', 'ok with me'];
    expect(stored('consent', en)).toEqual(each(en, 'yes'));
    const es = ['no hay problema', 'cómo no', 'no me molesta', 'sin problema, adelante', 'no me importa', 'claro, adelante', 'por mí está bien'];
    expect(stored('consent', es, 'es')).toEqual(each(es, 'yes'));
  });

  it('is refused in the words people use', () => {
    const en = ['no', 'no thank you', "I'd rather not", 'I do not agree', "no, I don't want that"];
    expect(stored('consent', en)).toEqual(each(en, 'no'));
    const es = ['no', 'no acepto', 'no quiero', 'mejor no'];
    expect(stored('consent', es, 'es')).toEqual(each(es, 'no'));
  });

  it('is neither given nor refused by anything else', () => {
    const en = ['no feeling in my legs', 'no pulse', 'yes no', 'no yes', 'no, I mean yes', 'yes but no', 'no, go ahead'];
    for (const text of en) expect([text, reading('consent', text).ok]).toEqual([text, false]);
    for (const text of ['no siento las piernas', 'sí no', 'no puedo respirar']) expect([text, reading('consent', text, 'es').ok]).toEqual([text, false]);
  });
});

describe('an amount that can not be', () => {
  it('is not stored as a distance or a time', () => {
    for (const text of ['None of these', 'none of those']) expect(reading('walk_tolerance', text)).toEqual({ ok: false, why: 'unclear' });
    for (const text of ['100000 miles', '500 miles', '300 hours']) expect([text, reading('walk_tolerance', text)]).toEqual([text, { ok: false, why: 'out-of-range' }]);
    expect(reading('walk_tolerance', '100000 millas', 'es')).toEqual({ ok: false, why: 'out-of-range' });
    expect(stored('walk_tolerance', ['5 miles'])).toEqual([['5 miles', { feet: [23_760, 29_040] }]]);
  });

  it('is not stored as a length of time', () => {
    for (const text of ['200 years', '500 years', 'a thousand months and 900 years', '3000 months']) expect([text, reading('duration', text).ok]).toEqual([text, false]);
    expect(reading('duration', '200 years')).toEqual({ ok: false, why: 'out-of-range' });
    expect(reading('duration', '200 años', 'es')).toEqual({ ok: false, why: 'out-of-range' });
    expect(reading('duration', '60 years').ok).toBe(true);
  });

  it('is not stored as the pain of now when it is another number', () => {
    for (const text of ['it was 8 yesterday', 'it was an 8 last night', '5 pills a day', '2 tablets', 'used to be a 9']) expect([text, reading('pain_now', text)]).toMatchObject([text, { ok: false, why: 'unclear' }]);
    for (const text of ['-3', 'minus 3', 'negative 2']) expect([text, reading('pain_now', text)]).toEqual([text, { ok: false, why: 'out-of-range' }]);
    for (const text of ['era 8 ayer', '5 pastillas al día']) expect([text, reading('pain_now', text, 'es').ok]).toEqual([text, false]);
    const now = ['8 today', 'it was 8 yesterday, now 4', 'about a 6 I guess', '7 - 8'];
    expect(stored('pain_now', now)).toEqual([[now[0], 8], [now[1], 4], [now[2], 6], [now[3], 7.5]]);
    expect(stored('pain_now', ['más o menos 3'], 'es')).toEqual([['más o menos 3', 3]]);
  });

  it('asks back the month that a number of years leads to', () => {
    expect(reading('imaging_when', 'two years ago')).toEqual({ ok: false, why: 'too-vague', perhaps: ['2024-11'] });
    expect(reading('imaging_when', 'hace dos años', 'es')).toEqual({ ok: false, why: 'too-vague', perhaps: ['2024-11'] });
    expect(stored('imaging_when', ['3/2024', 'marzo de 2024'], 'es')).toEqual([['3/2024', '2024-03'], ['marzo de 2024', '2024-03']]);
  });

  it('asks for the month when only a year is told, and guesses none', () => {
    for (const text of ['2024', 'in 2019', 'last year']) expect(reading('imaging_when', text)).toEqual({ ok: false, why: 'too-vague' });
    expect(reading('imaging_when', 'en 2024', 'es')).toEqual({ ok: false, why: 'too-vague' });
  });
});

/** What a message tells besides an answer, by question. */
function besides(text: string, language: 'en' | 'es' = 'en'): Record<string, unknown> {
  const asked = shipped.dialog.items.filter(({ each: repeated }) => repeated === null).map((item) => askedAs(item, voiceOf(shipped, language)));
  return Object.fromEntries(readAll(text, asked, languages[language], today, 'US').map(({ question, value }) => [question, value]));
}

describe('what only sounds like an answer', () => {
  it('is no treatment: heat that is felt, ice that is slipped on', () => {
    for (const text of ['me da calor en la pierna cuando camino', 'siento hielo en los pies']) expect([text, besides(text, 'es')]).not.toHaveProperty('1.treatments_tried');
    for (const text of ['I slipped on the ice', 'the heat this summer was awful']) expect([text, besides(text)]).not.toHaveProperty('1.treatments_tried');
    expect(stored('treatments_tried', ['calor y masaje', 'me pongo calor'], 'es')).toEqual([['calor y masaje', ['massage']], ['me pongo calor', ['massage']]]);
    expect(stored('treatments_tried', ['heat', 'I use ice'])).toEqual([['heat', ['massage']], ['I use ice', ['massage']]]);
  });

  it('is no walking aid: one that is feared', () => {
    expect(besides('me da miedo quedar en silla de ruedas', 'es')).not.toHaveProperty('walking_aid');
    for (const text of ["I'm afraid of ending up in a wheelchair", 'I am scared I will need a wheelchair']) expect([text, besides(text)]).not.toHaveProperty('1.walking_aid');
    expect(besides('I use a wheelchair')).toMatchObject({ walking_aid: ['wheelchair'] });
  });

  it('is no distance: a place where something happened, or where the cart comes from', () => {
    expect(besides('me apoyo en el carrito de la tienda y ando bien', 'es')).not.toHaveProperty('walk_tolerance');
    for (const text of ["he fell in the bathroom and can't walk", 'I lean on the cart at the grocery store and walk fine', 'I walk with a cane in the house']) expect([text, besides(text)]).not.toHaveProperty('1.walk_tolerance');
    expect(besides('I can only walk to the mailbox')).toMatchObject({ walk_tolerance: { feet: [40, 400] } });
    expect(besides('camino hasta la esquina', 'es')).toMatchObject({ walk_tolerance: { feet: [200, 800] } });
    expect(reading('walk_tolerance', "he fell in the bathroom and can't walk").ok).toBe(false);
    expect(reading('walk_tolerance', 'me apoyo en el carrito de la tienda y ando bien', 'es').ok).toBe(false);
  });

  it('is no numbness: a wish to be dead', () => {
    expect(besides("I'd rather be dead")).not.toHaveProperty('symptoms');
    expect(reading('symptoms', "I'd rather be dead").ok).toBe(false);
    expect(stored('symptoms', ['my legs go dead', 'dead legs'])).toEqual([['my legs go dead', ['numbness']], ['dead legs', ['numbness']]]);
  });
});

describe('a fact told at the list of health facts', () => {
  it('ticks its option, and so does the one beside it', () => {
    const en = { 'allergic to penicillin': ['allergy'], 'penicillin allergy': ['allergy'], 'diabetic and hard of hearing': ['diabetes', 'calls'], "diabetes and I can't hear well": ['diabetes', 'calls'], 'high sugar and high blood pressure': ['diabetes'], 'soy diabética': ['diabetes'] };
    expect(stored('health', Object.keys(en))).toEqual(Object.entries(en));
    const es = { 'diabético y le cuesta oír': ['diabetes', 'calls'], 'alergia a la penicilina': ['allergy'], 'azúcar y presión alta': ['diabetes'] };
    expect(stored('health', Object.keys(es), 'es')).toEqual(Object.entries(es));
    expect(stored('blood_thinner_reason', ['just in case', 'por si acaso'])).toEqual([['just in case', ['prevent']], ['por si acaso', ['prevent']]]);
  });

  it('ticks nothing when it is denied, or is no such thing', () => {
    for (const text of ['not diabetic', 'no allergies', "I'm not allergic to anything", 'prediabetic', 'diabetes runs in my family', 'my mother was diabetic', 'kidney stones', 'a heating pad', 'I took steroids years ago']) expect([text, reading('health', text).ok]).toEqual([text, false]);
  });
});

describe('who answers', () => {
  const said = {
    en: ['my daughter helps me', 'I live with my daughter', 'my mom died of cancer', 'my son lent me the phone', 'my husband passed away last year', 'my leg hurts', 'I had breast cancer'],
    es: ['estoy aquí por el dolor de mis piernas', 'por el dolor', 'mis piernas son de trapo', 'tuve cáncer de mama', 'tuve cáncer de mama hace 10 años', 'me quitaron una mama', 'me operaron de la mama derecha', 'mi hija me ayuda a escribir', 'vivo con mi hija', 'mi esposo murió el año pasado', 'mi hijo me prestó el teléfono'],
  };

  it('is not somebody else because a relative, or a breast, is named', () => {
    for (const text of said.en) expect([text, reading('respondent', text).ok]).toEqual([text, false]);
    for (const text of said.es) expect([text, reading('respondent', text, 'es').ok]).toEqual([text, false]);
    expect(reading('respondent', 'I live with my daughter')).toEqual({ ok: false, why: 'unclear', perhaps: ['self', 'other'] });
  });

  it('is somebody else when it is for them, or they have the trouble', () => {
    const en = ['my mother', 'mom', "it's for my mom", 'I am writing for my father', "it's for mi mamá", 'my mother has terrible leg pain', "my husband can't walk", "I'm the patient's husband"];
    expect(stored('respondent', en)).toEqual(each(en, 'other'));
    const es = ['mi mamá', 'es para mi mamá, she is 78', 'contesto por mi papá', 'a mi mamá le duelen las piernas', 'mi papá no puede caminar', 'por el dolor de mi esposo', 'soy su hija', 'por ella'];
    expect(stored('respondent', es, 'es')).toEqual(each(es, 'other'));
  });
});

describe('a date in numbers', () => {
  it('is asked back where day and month could be swapped, with both', () => {
    for (const text of ['12/03/1947', '12-3-47', '12 03 1947', '12031947']) expect([text, reading('dob', text, 'es')]).toEqual([text, { ok: false, why: 'unclear', perhaps: ['1947-03-12', '1947-12-03'] }]);
    expect(reading('dob', '12/03/1947', 'en', 'GB')).toMatchObject({ ok: false, perhaps: ['1947-03-12', '1947-12-03'] });
  });

  it('is taken where it can be only one', () => {
    const clear = ['25/12/1947', '12/25/1947', '1947-12-25', '25 de diciembre de 1947'];
    expect(stored('dob', clear, 'es')).toEqual(each(clear, '1947-12-25'));
    expect(stored('dob', ['5/5/1947', '12 de marzo de 1947'], 'es')).toEqual([['5/5/1947', '1947-05-05'], ['12 de marzo de 1947', '1947-03-12']]);
    expect(stored('dob', ['12/03/1947'])).toEqual(each(['12/03/1947'], '1947-12-03'));
  });
});

describe('a name', () => {
  it('is not taken from a call for help or a refusal', () => {
    for (const text of ['I am having a seizure', 'im short of breath', 'call an ambulance', "I'm bleeding a lot", 'this is an emergency', "I'd rather not say", "I don't know", 'my chest hurts', 'I fell down', 'call 911 now', "can't breathe", 'send someone quick', 'not telling you', 'I feel dizzy']) expect([text, reading('full_name', text).ok]).toEqual([text, false]);
    for (const text of ['me estoy desmayando', 'llame una ambulancia', 'no puedo respirar', 'prefiero no decir', 'no sé', 'es una emergencia', 'estoy sangrando mucho', 'me caí al suelo', 'me falta el aire']) expect([text, reading('full_name', text, 'es').ok]).toEqual([text, false]);
  });

  it('is still taken from people who look like words', () => {
    const names = ['Grace Short', 'Will Price', 'May Call', 'John A. Hurt', 'Rose Lot', 'Mark Cotton', 'An Nguyen', 'Eve Down', 'Can Yaman', 'call me Walter Hayes'];
    for (const text of names) expect([text, reading('full_name', text).ok]).toEqual([text, true]);
  });
});

describe('a sensible answer', () => {
  const table: Record<string, { en?: Record<string, unknown>; es?: Record<string, unknown> }> = {
    safety_legs: {
      en: { 'my leg gave way twice': ['weakness'], unsteady: ['unsteady'], 'clumsy hands': ['unsteady'], 'drop things': ['unsteady'], 'I keep dropping things': ['unsteady'], 'my foot drags': ['foot_drop'], 'legs feel weak': ['weakness'], 'my knee buckles': ['weakness'], 'wobbly on my feet': ['unsteady'], 'my foot slaps when I walk': ['foot_drop'] },
      es: { 'arrastro el pie': ['foot_drop'], 'se me dobla la pierna': ['weakness'], 'debilidad en las piernas': ['weakness'], 'se me caen las cosas': ['unsteady'], 'camino inestable': ['unsteady'] },
    },
    safety_back: {
      en: { '2 falls': ['fall'], 'he fell twice': ['fall'], 'I was in a car accident': ['injury'], 'I had prostate cancer 10 years ago': ['cancer'], 'sore on my foot': ['foot_sore'], 'I fell last month': ['fall'], 'breast cancer': ['cancer'], 'night sweats': ['fever'], 'I had an epidural two weeks ago': ['procedure'], 'an ulcer on my foot': ['foot_sore'] },
      es: { 'me caí dos veces': ['fall'], 'cáncer de próstata': ['cancer'], 'tuve un accidente de carro': ['injury'], fiebre: ['fever'], 'una llaga en el pie': ['foot_sore'], 'bajé de peso sin querer': ['weight'] },
    },
    weak_course: {
      en: { 'getting worse since the summer, the left one': 'weeks_one', 'slowly getting worse in both legs': 'weeks_both', 'my right leg has been getting weaker for months': 'weeks_one', 'it came on yesterday': 'days', 'got much worse this week': 'days', 'same for years': 'stable', 'goes away when I rest': 'passing' },
      es: { 'va empeorando, la izquierda': 'weeks_one', 'empeora poco a poco en las dos': 'weeks_both', 'empezó ayer': 'days', 'igual desde hace años': 'stable', 'se quita con el descanso': 'passing' },
    },
    respondent: {
      en: { "it's not about me": 'other', daughter: 'other', 'my mother': 'other', 'not for me': 'other', "I'm her daughter": 'other', 'me': 'self', 'for my son': 'other', 'my daughter is typing for me': 'self' },
      es: { 'no es para mí': 'other', hija: 'other', 'mi madre': 'other', 'no se trata de mí': 'other', 'para mí': 'self' },
    },
    blood_thinner_reason: { en: { AFib: ['rhythm'], 'a fib': ['rhythm'], 'atrial fibrillation': ['rhythm'], 'irregular heartbeat': ['rhythm'], DVT: ['clot'], 'clot in my leg': ['clot'], 'heart attack': ['stent'], 'I had a stroke': ['stroke'], 'mechanical valve': ['valve'] }, es: { arritmia: ['rhythm'], 'un coágulo': ['clot'], infarto: ['stent'], 'derrame cerebral': ['stroke'] } },
  };

  for (const [id, { en = {}, es = {} }] of Object.entries(table)) {
    it(`is understood at ${id}`, () => {
      expect(stored(id, Object.keys(en))).toEqual(Object.entries(en));
      expect(stored(id, Object.keys(es), 'es')).toEqual(Object.entries(es));
    });
  }

  it('is asked about when a course of weakness does not say which leg', () => {
    expect(reading('weak_course', 'getting worse')).toEqual({ ok: false, why: 'unclear', perhaps: ['weeks_one', 'weeks_both'] });
  });

  it('is asked about when it is everywhere', () => {
    expect(reading('locations', 'everywhere').ok).toBe(false);
  });
});
