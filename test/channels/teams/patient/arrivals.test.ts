import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Entry } from '../../../../src/conversation/log.ts';
import { contentWith } from '../../../support/content.ts';
import { pagesFrom } from '../../../support/pages.ts';
import { activityIn } from '../person.ts';
import { buttonsOn, cardOn, wordsOn } from '../reading.ts';
import { aTeamsVisit, type TeamsVisit } from '../visit.ts';

const nurse = { id: 'n', name: 'Nora Example, RN' };

describe('in a personal chat of Teams', () => {
  let visit: TeamsVisit;
  beforeEach(async () => {
    visit = await aTeamsVisit();
  });
  afterEach(async () => visit.stop());

  const shownIn = (chat: string) => visit.connector.shown.filter((one) => one.chat === chat);

  it('the first meeting opens the conversation and greets, once however often Teams says so', async () => {
    const ann = visit.person('a:ann');
    expect([await ann.meets(), await ann.meets(), await ann.meets('same'), await ann.meets('same')]).toEqual([200, 200, 200, 200]);
    const entries = await visit.entries('a:ann');
    expect(entries.filter(({ type }) => type === 'opened')).toEqual([expect.objectContaining({ channel: 'teams', language: 'en', user: '00000000-0000-4000-8000-0000000000a0' })]);
    await visit.connector.until(() => shownIn('a:ann').length === entries.filter(({ type }) => type === 'replied').length);
    expect(wordsOn(cardOn(shownIn('a:ann')[0]?.versions[0]))[0]).toMatch(/^Hello\./);
  });

  it('a first message without a meeting opens it too, and is heard', async () => {
    const ann = visit.person('a:ann');
    expect(await ann.writes('hello')).toBe(200);
    const entries = await visit.entries('a:ann');
    expect(entries[0]?.type).toBe('opened');
    expect(said(entries)).toEqual(['hello']);
  });

  it('an activity delivered again changes nothing', async () => {
    const ann = visit.person('a:ann');
    await ann.meets();
    expect(await ann.writes('yes', 'one')).toBe(200);
    const once = await visit.entries('a:ann');
    expect([await ann.writes('yes', 'one'), await ann.writes('yes', 'one')]).toEqual([200, 200]);
    expect(await visit.entries('a:ann')).toEqual(once);
  });

  it('words changed afterwards answer nothing and take nothing back, but a warning sign in them is heard, once', async () => {
    const ann = visit.person('a:ann');
    await ann.meets();
    await ann.writes('it is about me', 'one');
    const before = await visit.entries('a:ann');
    expect([await ann.edits('it is about someone else', 'one'), await ann.edits('it is about someone else', 'one')]).toEqual([200, 200]);
    const after = await visit.entries('a:ann');
    expect(after.slice(before.length).map(({ type }) => type)).toEqual(['said', 'replied', 'replied']);
    expect(after.at(-2)).toMatchObject({ line: { key: 'edited' } });
    expect(await ann.edits('it is about me and I have crushing chest pain right now', 'one')).toBe(200);
    expect((await visit.entries('a:ann')).filter(({ type }) => type === 'flagged')).toEqual([expect.objectContaining({ flag: 'chest_pain', level: 'emergency' })]);
  });

  it('a message as long as Teams takes is kept and watched to its end', async () => {
    const ann = visit.person('a:ann');
    await ann.meets();
    const long = `${'My back is stiff in the morning. '.repeat(800)}And I have crushing chest pain right now.`;
    expect(await ann.writes(long)).toBe(200);
    const entries = await visit.entries('a:ann');
    expect(said(entries)).toEqual([long]);
    expect(entries.filter(({ type }) => type === 'flagged')).toEqual([expect.objectContaining({ flag: 'chest_pain', level: 'emergency' })]);
  });

  it('two quick messages are two turns, in order', async () => {
    const ann = visit.person('a:ann');
    await ann.meets();
    const quick = ['the first', 'the second', 'the third'].map((text) => activityIn('a:ann', visit.connector.serviceUrl, text, { type: 'message', text }));
    const answers = await Promise.all(quick.map((payload) => visit.server.inject({ method: 'POST', url: '/api/messages', payload })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    const entries = await visit.entries('a:ann');
    expect(said(entries)).toEqual(['the first', 'the second', 'the third']);
    await visit.connector.until(() => shownIn('a:ann').length === entries.filter(({ type }) => type === 'replied').length);
  });

  it('keeps the newest address at each arrival', async () => {
    const ann = visit.person('a:ann');
    await ann.meets();
    const moved = visit.connector.serviceUrl.replace('127.0.0.1', 'localhost');
    await visit.server.inject({ method: 'POST', url: '/api/messages', payload: activityIn('a:ann', moved, 'moved-1', { type: 'message', text: 'hello' }) });
    expect(JSON.parse((await visit.store.address(visit.content.card.id, 'teams:a:ann'))?.address ?? '')).toMatchObject({ serviceUrl: moved, conversation: 'a:ann' });
  });

  it('a tap is an answer, in the words that stood on the button, and the card keeps the answer and loses its buttons', async () => {
    const ann = visit.person('a:ann');
    await ann.meets();
    await visit.connector.until(() => shownIn('a:ann').length >= 2);
    const asked = shownIn('a:ann')[1];
    const [button] = buttonsOn(cardOn(asked?.versions[0]));
    expect(await ann.taps(button?.data ?? {})).toBe(200);
    const tap = (await visit.entries('a:ann')).find(({ type }) => type === 'said');
    expect(tap).toMatchObject({ text: button?.title, tapped: { options: [button?.data.do === 'tap' ? button.data.option : ''] } });
    await visit.connector.until(() => (asked?.versions.length ?? 0) > 1);
    expect(wordsOn(cardOn(asked?.versions.at(-1)))).toContain(`Your answer: ${button?.title}`);
    expect(buttonsOn(cardOn(asked?.versions.at(-1)))).toEqual([]);
  });

  it('a tap on a stale card is answered politely, and takes nothing back', async () => {
    const ann = visit.person('a:ann');
    await ann.meets();
    await visit.connector.until(() => shownIn('a:ann').length >= 2);
    const [button] = buttonsOn(cardOn(shownIn('a:ann')[1]?.versions[0]));
    await ann.taps(button?.data ?? {});
    const answers = (await visit.entries('a:ann')).filter(({ type }) => type === 'answered');
    await ann.taps(button?.data ?? {});
    const entries = await visit.entries('a:ann');
    expect(entries.filter(({ type }) => type === 'answered')).toEqual(answers);
    expect(entries.some((entry) => entry.type === 'replied' && entry.line.say === 'tell' && entry.line.key === 'stale-tap')).toBe(true);
  });

  it.each([
    ['of some other card', { verb: 'claim', conversation: 'x' }],
    ['with an option nobody offered', { do: 'tap', in: 'made-1', question: 'consent', option: 'everything' }],
    ['with words in the place of an id', { do: 'tap', in: 'made-1', question: { $ne: '' }, option: 'yes' }],
    ['that is a text', 'yes'],
  ])('a button %s answers nothing', async (_which, value) => {
    const ann = visit.person('a:ann');
    await ann.meets();
    expect(await ann.taps(Object(value))).toBe(200);
    expect((await visit.entries('a:ann')).filter(({ type }) => type === 'answered')).toEqual([]);
  });

  describe('with a date and a month to choose', () => {
    let dated: TeamsVisit;
    beforeEach(async () => {
      dated = await aTeamsVisit({
        content: contentWith(
          pagesFrom(`
id: when
title: When
questions:
  - { id: dob, ask: When were you born?, short: Born, type: date }
  - { id: since, ask: When did it begin?, short: Since, type: month }
  - { id: check_answers, ask: Please check your answers., short: Check, type: check }
`),
        ),
      });
      await dated.person('a:ann').meets();
    });
    afterEach(async () => dated.stop());

    const born = { do: 'date', in: 'made-1', question: 'dob', date: '1948-03-05' };
    const answers = async () => (await dated.entries('a:ann')).flatMap((entry) => (entry.type === 'answered' ? [[entry.question, entry.value]] : []));
    const told = async () => (await dated.entries('a:ann')).flatMap((entry) => (entry.type === 'replied' && entry.line.say === 'tell' ? [entry.line.key] : []));

    it('what was chosen is as good as written', async () => {
      const ann = dated.person('a:ann');
      expect(await ann.taps(born)).toBe(200);
      expect(await ann.taps({ do: 'month', in: 'made-1', question: 'since', month: '02', year: '2024' })).toBe(200);
      expect(said(await dated.entries('a:ann'))).toEqual(['March 5, 1948', 'February 2024']);
      expect(await answers()).toEqual([['dob', '1948-03-05'], ['since', '2024-02']]);
    });

    it.each([
      ['tapped twice', born],
      ['of an earlier conversation', { do: 'month', in: 'made-0', question: 'since', month: '02', year: '2024' }],
    ])('a card %s answers nothing more', async (_which, tap) => {
      const ann = dated.person('a:ann');
      await ann.taps(born);
      await ann.taps(tap);
      expect(await answers()).toEqual([['dob', '1948-03-05']]);
      expect((await told()).at(-1)).toBe('stale-tap');
    });

    it('a card sent with nothing chosen is answered with the question again', async () => {
      await dated.person('a:ann').taps({ do: 'date', in: 'made-1', question: 'dob' });
      expect((await told()).at(-1)).toBe('retry.empty');
    });
  });

  it.each([
    ['nothing chosen', { do: 'choose', in: 'made-1', question: 'tried' }],
    ['data that can not be read', { do: 'tap', in: 'made-1', question: 7 }],
    ['a new conversation while this one is open', { do: 'new', in: 'made-1' }],
  ])('a tap with %s is not met with silence', async (_which, value) => {
    const ann = visit.person('a:ann');
    await ann.meets();
    await ann.taps(value);
    expect((await visit.entries('a:ann')).findLast((entry) => entry.type === 'replied' && entry.line.say === 'tell')).toMatchObject({ line: { key: 'stale-tap' } });
  });

  it('a file without words is answered with the question again', async () => {
    const ann = visit.person('a:ann');
    await ann.meets();
    const attachments = [{ contentType: 'application/vnd.microsoft.teams.file.download.info' }];
    const { statusCode } = await visit.server.inject({ method: 'POST', url: '/api/messages', payload: activityIn('a:ann', visit.connector.serviceUrl, 'file-1', { type: 'message', attachments }) });
    expect(statusCode).toBe(200);
    expect((await visit.entries('a:ann')).some((entry) => entry.type === 'replied' && entry.line.say === 'tell' && entry.line.key === 'retry.empty')).toBe(true);
  });

  it('what a nurse writes arrives as it is', async () => {
    const ann = visit.person('a:ann');
    await ann.meets();
    await ann.writes('person');
    await visit.clinic.claim(await visit.held('a:ann'), nurse);
    await visit.clinic.nurseSays(await visit.held('a:ann'), nurse, 'Please call *me* back.');
    await visit.connector.until(() => shownIn('a:ann').some(({ versions }) => versions[0]?.summary.startsWith('A nurse')));
    expect(wordsOn(cardOn(shownIn('a:ann').at(-1)?.versions[0]))).toEqual(['Nora Example, RN, nurse', 'Please call *me* back.']);
  });

  describe('once the conversation is closed', () => {
    beforeEach(async () => {
      const ann = visit.person('a:ann');
      await ann.meets();
      await ann.writes('person');
      await visit.clinic.claim(await visit.held('a:ann'), nurse);
      await visit.clinic.close(await visit.held('a:ann'), nurse);
    });

    it.each([
      ['the words', { type: 'message', text: 'Start a new conversation.' }],
      ['the button', { type: 'message', value: { do: 'new', in: 'made-1' } }],
    ])('%s begin another one in the same chat, once', async (_what, more) => {
      const before = await visit.held('a:ann');
      const payload = activityIn('a:ann', visit.connector.serviceUrl, 'anew-1', more);
      await visit.server.inject({ method: 'POST', url: '/api/messages', payload });
      const after = await visit.held('a:ann');
      expect(after).not.toBe(before);
      const entries = await visit.entries('a:ann');
      expect(entries.map(({ type }) => type)).toEqual(['opened', 'replied', 'replied']);
      await visit.server.inject({ method: 'POST', url: '/api/messages', payload });
      expect([await visit.held('a:ann'), await visit.entries('a:ann')]).toEqual([after, entries]);
    });

    it('other words do not', async () => {
      const before = await visit.held('a:ann');
      await visit.person('a:ann').writes('thank you', 'thanks-1');
      expect(await visit.held('a:ann')).toBe(before);
    });

    it('"I understand" on an alert of the earlier one does not acknowledge an emergency of the new one', async () => {
      const ann = visit.person('a:ann');
      await ann.writes('start a new conversation', 'anew-4');
      await ann.writes('I have crushing chest pain right now', 'chest');
      const alert = (await visit.clinic.log(await visit.held('a:ann'))).find(({ entry }) => entry.type === 'replied' && entry.reply.type === 'alert');
      const question = `alert ${String(alert?.seq).padStart(7, '0')}`;
      for (const at of [question, 'alert 0000003']) {
        await ann.taps({ do: 'tap', in: 'made-1', question: at, option: 'acknowledge' });
      }
      await ann.taps({ do: 'tap', in: 'made-1', question: 'pain', option: '1' });
      await ann.taps({ do: 'tap', in: await visit.held('a:ann'), question: 'pain', option: '1' });
      expect((await visit.entries('a:ann')).map(({ type }) => type)).not.toContain('acknowledged');
      await ann.taps({ do: 'tap', in: await visit.held('a:ann'), question, option: 'acknowledge' });
      expect((await visit.entries('a:ann')).filter(({ type }) => type === 'acknowledged')).toHaveLength(1);
    });

    it('a button of the earlier one answers nothing in the new one', async () => {
      const ann = visit.person('a:ann');
      await visit.connector.until(() => shownIn('a:ann').length >= 2);
      const [old] = buttonsOn(cardOn(shownIn('a:ann')[1]?.versions[0]));
      await ann.writes('start a new conversation', 'anew-2');
      await ann.taps(old?.data ?? {}, 'old-tap');
      const entries = await visit.entries('a:ann');
      expect(entries.filter(({ type }) => type === 'answered')).toEqual([]);
      expect(entries.some((entry) => entry.type === 'replied' && entry.line.say === 'tell' && entry.line.key === 'stale-tap')).toBe(true);
    });
  });

  it('what was promised to an earlier conversation still arrives after another one has begun, and by the newest service', async () => {
    const slow = await aTeamsVisit({ delivers: false });
    const ann = slow.person('a:ann');
    await ann.meets();
    await ann.writes('person');
    const earlier = await slow.held('a:ann');
    await slow.clinic.claim(earlier, nurse);
    await slow.clinic.nurseSays(earlier, nurse, 'We will call you at noon.');
    await slow.clinic.close(earlier, nurse);
    await slow.server.inject({ method: 'POST', url: '/api/messages', payload: activityIn('a:ann', 'http://127.0.0.1:1', 'anew-3', { type: 'message', text: 'start a new conversation' }) });
    await ann.writes('hello again');
    expect(await slow.held('a:ann')).not.toBe(earlier);
    await slow.deliver();
    const noon = (): boolean => slow.connector.shown.some(({ versions }) => wordsOn(cardOn(versions[0])).includes('We will call you at noon.'));
    await slow.connector.until(noon);
    expect(noon()).toBe(true);
    await slow.store.forget(slow.content.card.id, earlier);
    expect(await slow.store.addressOf(slow.content.card.id, earlier)).toBeUndefined();
    expect(await slow.store.addressOf(slow.content.card.id, await slow.held('a:ann'))).toBeDefined();
    await slow.stop();
  });

  it('words for another conversation are words while this one is open', async () => {
    const ann = visit.person('a:ann');
    await ann.meets();
    const before = await visit.held('a:ann');
    await ann.writes('start a new conversation');
    expect(await visit.held('a:ann')).toBe(before);
    expect(said(await visit.entries('a:ann'))).toEqual(['start a new conversation']);
  });
});

function said(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => (entry.type === 'said' ? [entry.text] : []));
}
