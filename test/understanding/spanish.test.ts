import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { optionsOf } from '../../src/conversation/answer.ts';
import { askedAs } from '../../src/conversation/beside/also-said.ts';
import { voiceOf } from '../../src/conversation/content.ts';
import { readAnswer } from '../../src/understanding/answer.ts';
import { asCarer } from '../../src/understanding/assertion/mention.ts';
import { readCommand } from '../../src/understanding/command.ts';
import { readAll } from '../../src/understanding/volunteered.ts';
import { shipped } from '../support/content.ts';
import { means } from './same.ts';
import { today } from './spoken.ts';

/** What somebody types in Spanish under a question as it is shipped. `any`: a wish that means the same under every question. `carer`: said for the patient. */
const Row = z.object({ id: z.string(), question: z.string(), text: z.string(), expect: z.unknown(), carer: z.boolean().optional() });
type Row = z.infer<typeof Row>;

const voice = voiceOf(shipped, 'es');
/** Questions of different kinds, under which a wish is tried. */
const probes = ['respondent', 'safety_now', 'relief_sitting', 'health', 'duration', 'smoker'];

function rowsIn(file: string): Row[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8').split('\n').filter(Boolean).map((line) => Row.parse(JSON.parse(line)));
}

/** What the words do under this question: the value, `INTENT:<wish>`, or `UNCLEAR`. */
function meant({ text, carer }: Row, question: string): unknown {
  const item = voice.dialog.byId.get(question);
  if (!item) throw new Error(`no question "${question}"`);
  const speech = carer ? asCarer(voice.speech) : voice.speech;
  const reading = readAnswer(askedAs(item, voice), text, speech, today, 'US');
  const isOption = reading.ok && reading.how === 'exact' && optionsOf(item, voice).length > 0;
  const command = isOption ? undefined : readCommand(text, speech, reading.ok ? { question: item.question.id } : undefined);
  if (command) return `INTENT:${command.do}`;
  return reading.ok ? reading.value : 'UNCLEAR';
}

function judged(rows: readonly Row[]): { right: number; wrong: readonly string[]; all: number } {
  const each = rows.flatMap((row) => (row.question === 'any' ? probes : [row.question]).map((question) => ({ row, question, value: meant(row, question) })));
  const right = each.filter(({ row, value }) => means(row.expect, value));
  const wrong = each.filter((one) => !right.includes(one) && one.value !== 'UNCLEAR' && !(typeof one.value === 'string' && one.value.startsWith('INTENT:')));
  return { right: right.length / each.length, wrong: wrong.map(({ row, question, value }) => `${question}: "${row.text}" is ${JSON.stringify(value)}`), all: each.length };
}

/** What a message tells besides, by question. */
function alsoIn(text: string): Record<string, unknown> {
  const asked = voice.dialog.items.filter(({ each }) => each === null).map((item) => askedAs(item, voice));
  return Object.fromEntries(readAll(text, asked, voice.speech, today, 'US').map(({ question, value }) => [question, value]));
}

describe('what people say in Spanish to the questions as they are shipped', () => {
  it.each([['spanish.jsonl', 0.95, 0.005], ['spanish-apart.jsonl', 0.9, 0.01]])('is understood, and hardly ever wrongly: %s', (file, least, most) => {
    const { right, wrong, all } = judged(rowsIn(file));
    expect(right).toBeGreaterThan(least);
    expect(wrong.length > all * most ? wrong : []).toEqual([]);
  });

  it('is heard under every question that has options', () => {
    const asked = new Set(['spanish.jsonl', 'spanish-apart.jsonl'].flatMap(rowsIn).map(({ question }) => question.split(':')[0]));
    const never = voice.dialog.items.filter((item) => item.question.options !== undefined && !asked.has(item.question.id));
    expect([...new Set(never.map(({ question }) => question.id))]).toEqual([]);
  });
});

function at(question: string, text: string): unknown {
  return meant({ id: '', question, text, expect: null }, question);
}

describe('a part of a label', () => {
  it('that is general by itself raises no alarm', () => {
    for (const [question, text] of [['injury_kind', 'en las últimas semanas'], ['injury_kind', 'una grande'], ['safety_now', 'por error'], ['safety_now', 'de repente'], ['safety_now', 'el costado'], ['safety_cauda', 'ir al baño']] as const) {
      expect([text, at(question, text)]).toEqual([text, 'UNCLEAR']);
    }
  });

  it('that says something is not so is not repeated by saying that it is', () => {
    for (const text of ['siente salir la orina', 'nota si la vejiga está llena', 'puede aguantar la evacuación']) expect([text, at('safety_cauda', text)]).toEqual([text, 'UNCLEAR']);
  });
});

describe('what sounds like a warning sign and is none', () => {
  it.each([
    ['safety_now', ['me duele la espalda muy fuerte', 'tengo los pies fríos', 'de repente se me duermen las piernas a veces', 'no me duele el pecho', 'puedo respirar bien', 'me tomé mis pastillas', 'antes me dolía el pecho']],
    ['safety_cauda', ['voy mucho al baño', 'me levanto en la noche a orinar', 'estoy estreñida', 'puedo orinar bien', 'se me duermen los pies', 'me limpio bien', 'aguanto bien la orina', 'no se me sale la orina']],
    ['safety_legs', ['levanto bien los pies', 'no se me doblan las piernas', 'tengo buen equilibrio', 'me duelen las piernas']],
    ['safety_back', ['no me he caído', 'casi me caigo', 'me operaron hace dos años', 'me operaron de la rodilla hace dos semanas', 'quiero bajar de peso', 'mi esposo tuvo cáncer']],
    ['fever_signs', ['no estoy confundido', 'me siento mejor', 'no me siento muy mal']],
    ['injury_kind', ['hace veinte años me caí de un árbol', 'un choque hace cinco años', 'me caí']],
    ['procedure_signs', ['puedo orinar bien', 'no tengo fiebre', 'la herida está bien', 'no me duele la cabeza']],
    ['cancer_signs', ['no es nuevo', 'duermo bien', 'camino bien']],
  ])('is no answer to %s', (question, texts) => {
    expect(texts.filter((text) => at(question, text) !== 'UNCLEAR')).toEqual([]);
  });
});

describe('what stands beside', () => {
  it('one’s two feet is no distance walked', () => {
    expect(alsoIn('se me duermen las plantas de los dos pies')).not.toHaveProperty('worse_standing_walking');
    expect(alsoIn('camino veinte pies y me duele')).toMatchObject({ worse_standing_walking: 'yes' });
  });

  it('"de pie" is no foot', () => {
    expect(alsoIn('me duele la espalda al estar de pie')).toMatchObject({ locations: ['low_back'] });
  });

  it('a "no" where a phrase leaves words out is not left out', () => {
    expect(alsoIn('agachado no se me quita')).not.toHaveProperty('relief_leaning', 'yes');
    expect(alsoIn('agachado se me quita')).toMatchObject({ relief_leaning: 'yes' });
  });
});
