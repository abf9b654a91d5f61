import { describe, expect, it } from '@jest/globals';
import { replyCard, type Look, type Shown } from '../../../../src/channels/teams/card/reply.ts';
import { heaviestCard } from '../../../../src/channels/teams/card/shape.ts';
import { activityFor } from '../../../../src/channels/teams/patient/courier.ts';
import { voiceOf } from '../../../../src/conversation/content.ts';
import type { Entry, EntryOf, Log } from '../../../../src/conversation/log.ts';
import type { Reply } from '../../../../src/conversation/reply.ts';
import { journeys, visit } from '../../../journeys/journey.ts';
import { inThePureMiddle } from '../../../journeys/pure-line.ts';
import { shipped } from '../../../support/content.ts';
import { buttonsOn, callsOn, cardOn, choicesOn, problemsIn, wordsOn } from '../reading.ts';

const voice = voiceOf(shipped, 'en');
const look: Look = { words: voice, clinic: voice.card };
const place = { question: 'q', type: 'choice', progress: { at: 4, of: 40 }, status: 'open', language: 'en' } as const;

function shown(reply: Reply, more: Partial<Shown> = {}): Shown {
  return { conversation: 'c', reply, place, seq: 7, live: true, answer: null, ...more };
}

function ask(more: Partial<Reply & { type: 'ask' }> = {}): Reply & { type: 'ask' } {
  return { type: 'ask', question: 'q', kind: 'choice', section: 'Walking', text: 'Which one is it?', options: [], several: false, canSkip: false, hasWhy: false, ...more };
}

describe('the cards of every journey', () => {
  it.each(journeys().map((journey) => [journey.title, journey] as const))('%s: are sound as they are asked and as they were answered', async (_title, journey) => {
    const line = inThePureMiddle();
    await visit(journey, line);
    const log = inRows(line.entries());
    const replies = log.filter(({ entry }) => entry.type === 'replied');
    const messages = replies.flatMap((row) => [activityFor(row, log.slice(0, row.seq), 'c', shipped), activityFor(row, log, 'c', shipped)]);
    expect(messages.flatMap((message) => problemsIn(cardOn(message)))).toEqual([]);
    const said = line.entries().flatMap((entry) => (entry.type === 'answered' && entry.words.length > 3 ? [entry.words] : []));
    expect(said.filter((words) => messages.some((message) => message?.summary.includes(words)))).toEqual([]);
  });
});

describe('the card of a question', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ id: `o${index}`, label: `Option number ${index}, with words that would not fit on a button of a small phone` }));

  it('says how far along the patient is', () => {
    expect(wordsOn(replyCard(shown(ask()), look))[0]).toBe('Question 4 of 40');
  });

  it('has a place to tap for every option, however many there are', () => {
    const card = replyCard(shown(ask({ options: many })), look);
    expect(buttonsOn(card).slice(0, 9)).toEqual(many.map(({ id, label }) => ({ title: label, data: { do: 'tap', in: 'c', question: 'q', option: id } })));
    expect(problemsIn(card)).toEqual([]);
  });

  it('lets several be ticked, and keeps what excludes them apart', () => {
    const options = [{ id: 'back', label: 'Back' }, { id: 'legs', label: 'Legs' }, { id: 'none', label: 'None of these', exclusive: true }];
    const card = replyCard(shown(ask({ kind: 'choices', several: true, options })), look);
    expect([...choicesOn(card)]).toEqual([['Back', 'back'], ['Legs', 'legs']]);
    expect(buttonsOn(card).slice(0, 2)).toEqual([
      { title: 'Done choosing', data: { do: 'choose', in: 'c', question: 'q' } },
      { title: 'None of these', data: { do: 'tap', in: 'c', question: 'q', option: 'none' } },
    ]);
  });

  it('puts the numbers of a scale side by side, with the words of its two ends', () => {
    const options = Array.from({ length: 11 }, (_, step) => ({ id: String(step), label: String(step) }));
    const card = replyCard(shown(ask({ kind: 'number', options, ends: { low: 'no pain', high: 'the worst' } })), look);
    const steps = card.body.filter((element) => element.type === 'ColumnSet');
    expect(steps.map(({ columns }) => columns.length)).toEqual([6, 6]);
    expect(buttonsOn(card).slice(0, 11).map(({ title }) => title)).toEqual(options.map(({ label }) => label));
    expect(wordsOn(card)).toEqual(expect.arrayContaining(['0 = no pain', '10 = the worst']));
  });

  it.each(['date', 'month'] as const)('has an input for a %s, and lets it be written', (kind) => {
    const card = replyCard(shown(ask({ kind })), look);
    expect(card.body.map(({ type }) => type)).toContain(kind === 'date' ? 'Input.Date' : 'Input.ChoiceSet');
    expect(buttonsOn(card)[0]?.data).toEqual({ do: kind, in: 'c', question: 'q' });
    expect(wordsOn(card)).toContain('Or write your answer in the chat.');
    expect(problemsIn(card)).toEqual([]);
  });

  it('has small buttons for what can also be written', () => {
    const card = replyCard(shown(ask({ hasWhy: true, canSkip: true })), look);
    expect(buttonsOn(card).map(({ data }) => data)).toEqual(['why', 'back', 'skip', 'person'].map((words) => ({ do: 'say', words })));
    expect(buttonsOn(replyCard(shown(ask(), { place: { ...place, progress: { at: 1, of: 40 } } }), look)).map(({ data }) => data)).toEqual([{ do: 'say', words: 'person' }]);
  });

  it('keeps its answer and loses its buttons once it is answered', () => {
    const card = replyCard(shown(ask({ options: many }), { live: false, answer: 'Option number 3' }), look);
    expect(wordsOn(card)).toContain('Your answer: Option number 3');
    expect(buttonsOn(card)).toEqual([]);
  });

  it('shows what a patient wrote as it is, and makes no link of it', () => {
    const card = replyCard(shown(ask(), { live: false, answer: '[here](https://example.org) **now**' }), look);
    expect(card.body.find((element) => element.type === 'RichTextBlock' && element.inlines[0]?.text.includes('here'))).toMatchObject({ inlines: [{ text: 'Your answer: [here](https://example.org) **now**' }] });
  });
});

describe('the card of an emergency', () => {
  const alert: Reply = { type: 'alert', level: 'emergency', text: `Call 911 now. Or call ${shipped.card.crisisLine.number}.`, options: [{ id: 'acknowledge', label: 'I understand' }] };

  it('calls with one tap, and says the number in words, answered or not', () => {
    for (const live of [true, false]) {
      const card = replyCard(shown(alert, { live }), look);
      expect(card.body[1]).toMatchObject({ type: 'ActionSet' });
      expect(callsOn(card)).toEqual([
        ['Call 911', 'tel:911'],
        [`Call ${shipped.card.crisisLine.name}: 988`, 'tel:988'],
      ]);
      expect(wordsOn(card).join('\n')).toContain('Call 911 now.');
      expect(problemsIn(card)).toEqual([]);
    }
  });

  it('stands out by its colour and its heading', () => {
    expect(replyCard(shown(alert), look).body[0]).toMatchObject({ type: 'Container', style: 'attention', items: [{ text: 'Get help now', style: 'heading' }, {}] });
  });

  it('is told in a notification as something to read now', () => {
    const entry: EntryOf<'replied'> = { type: 'replied', line: { say: 'alert', alert: 'emergency', level: 'emergency', carer: false }, reply: alert, place };
    const log = inRows([{ type: 'opened', clinic: 'c', user: 'u', channel: 'teams', language: 'en' }, entry]);
    expect(activityFor({ seq: 2, at: '2026-11-22T09:00:00Z', entry }, log, 'c', shipped)?.summary).toBe('Important: please read this now');
  });
});

describe('the check page', () => {
  it('is one card, with a Change button beside each answer', () => {
    const buttons = buttonsOn(replyCard(shown(check(3)), look));
    expect(buttons.filter(({ title }) => title === 'Change').map(({ data }) => data)).toEqual(['question_0', 'question_1', 'question_2'].map((question) => ({ do: 'tap', in: 'c', question, option: 'change' })));
    expect(buttons.map(({ title }) => title)).toContain('Send to the clinic');
  });

  it('never gets too heavy for Teams: before that, it gives up its Change buttons', () => {
    const card = replyCard(shown(check(70)), look);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(heaviestCard);
    expect(buttonsOn(card).map(({ title }) => title)).toEqual(['Send to the clinic', 'Back', 'Talk to a person']);
    expect(wordsOn(card)).toEqual(expect.arrayContaining(['Name of row 69']));
  });

  it('shows the beginning of answers that are too long for one card together', () => {
    const long = check(60);
    const answers = long.sections.flatMap(({ title, rows: given }) => [{ title, rows: given.map((row) => ({ ...row, answer: '🦵 it hurts '.repeat(300) })) }]);
    const card = replyCard(shown({ ...long, sections: answers }), look);
    expect(problemsIn(card)).toEqual([]);
    expect(wordsOn(card).filter((words) => words.startsWith('🦵 it hurts') && words.endsWith(' …'))).toHaveLength(60);
  });
});

describe('a conversation that is closed', () => {
  it('offers another one', () => {
    const card = replyCard(shown({ type: 'tell', text: 'The clinic has closed this.' }, { place: { ...place, status: 'closed' } }), look);
    expect(buttonsOn(card)).toEqual([{ title: 'Start a new conversation', data: { do: 'new', in: 'c' } }]);
  });
});

function check(count: number): Reply & { type: 'check' } {
  return { type: 'check', question: 'check_answers', text: 'Is all of this right?', sections: [{ title: 'Walking', rows: rows(count) }], options: [{ id: 'send', label: 'Send to the clinic' }, { id: 'change', label: 'Change an answer' }] };
}

function rows(count: number): { question: string; short: string; answer: string }[] {
  return Array.from({ length: count }, (_, index) => ({ question: `question_${index}`, short: `Name of row ${index}`, answer: 'An answer of some length, as people give it' }));
}

function inRows(entries: readonly Entry[]): Log {
  return entries.map((entry, index) => ({ seq: index + 1, at: '2026-11-22T09:00:00Z', entry }));
}
