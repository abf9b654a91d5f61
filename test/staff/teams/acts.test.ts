import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Queue } from '../../../src/staff/inbox/wire.ts';
import { problemsIn, wordsOn } from '../../channels/teams/reading.ts';
import { quiet } from '../../outbox/building.ts';
import { nurse, patient, refusal } from '../inbox/inbox.ts';
import { ana, aRoom, ben, cardIn, cardsIn, guest, other, textsIn, type Room } from './room.ts';

const data = { conversation: 'visit' };
let room: Room;
beforeEach(async () => {
  room = await aRoom();
  await room.write(ana, 'send cases here');
  await patient(room.inbox, 'visit', 'yes', 'yes');
  await quiet();
});
afterEach(() => room.leave());

/** What everybody reads on the one card of the case. */
function onTheCard(): string[] {
  const [message] = cardsIn(room);
  const content = message?.versions.at(-1)?.attachments?.[0]?.content;
  return content ? wordsOn(content) : [];
}

const acts = async (): Promise<string[]> => (await room.inbox.clinic.log('visit')).map(({ entry }) => entry.type).filter((type) => ['claimed', 'released', 'closed'].includes(type));
const whoDid = (): unknown[] => room.inbox.audit().filter((line) => JSON.stringify(line).includes('visit'));

describe('a nurse in the channel', () => {
  it('claims a case, and everybody sees who has it', async () => {
    const answer = await room.tap(ben, 'claim', data);
    expect(wordsOn(cardIn(answer))).toContain('Claimed by: Ben Invented');
    expect(onTheCard()).toContain('Claimed by: Ben Invented');
    expect(await acts()).toEqual(['claimed']);
  });

  it('releases it, and closes it, and the card says so', async () => {
    await room.tap(ben, 'claim', data);
    await room.tap(ben, 'release', data);
    expect(onTheCard()).toContain('Claimed by: Nobody yet');
    const answer = await room.tap(ben, 'close', data);
    expect(cardIn(answer).actions).toBeUndefined();
    expect(onTheCard().some((line) => line.startsWith('Closed: '))).toBe(true);
    expect(await acts()).toEqual(['claimed', 'released', 'closed']);
  });

  it('is written into the audit as the person Entra knows', async () => {
    await room.tap(ben, 'claim', data);
    expect(whoDid()).toEqual([{ who: `teams:${ben.entra}`, did: 'claimed', conversation: 'visit' }]);
  });

  it('is the same person in the inbox, by her e-mail address', async () => {
    const hers = await nurse(room.inbox, 'Ana Invented');
    await room.tap(ana, 'claim', data);
    expect((await hers.get('/staff/api/cases')).json()).toMatchObject({ cases: [{ claimedBy: { id: hers.id, name: 'Ana Invented' } }] });
    expect((await hers.post('/staff/api/cases/visit/release')).statusCode).toBe(200);
    expect(onTheCard()).toContain('Claimed by: Nobody yet');
  });

  it('claims once with one tap, even if Teams brings it again after she has released the case', async () => {
    await room.tap(ben, 'claim', data, { id: 'same' });
    await room.tap(ben, 'release', data);
    const again = await room.tap(ben, 'claim', data, { id: 'same' });
    expect(wordsOn(cardIn(again))).toContain('Claimed by: Nobody yet');
    expect(await acts()).toEqual(['claimed', 'released']);
    expect(whoDid()).toHaveLength(2);
    await room.tap(ben, 'claim', data);
    expect(await acts()).toEqual(['claimed', 'released', 'claimed']);
  });

  it('may tap again what she has done already', async () => {
    await room.tap(ben, 'claim', data);
    expect(wordsOn(cardIn(await room.tap(ben, 'claim', data)))).toContain('Claimed by: Ben Invented');
    expect(await acts()).toEqual(['claimed']);
  });
});

describe('two nurses at once', () => {
  it('in the channel: one gets the case, and the other reads who has it', async () => {
    const answers = await Promise.all([room.tap(ana, 'claim', data), room.tap(ben, 'claim', data)]);
    const [winner] = (await room.inbox.store.openCases('cedar_hollow')).map(({ claimedBy }) => claimedBy?.name);
    const told = answers.map((answer) => wordsOn(cardIn(answer))[0]).filter((line) => line?.endsWith('has this case.'));
    expect(told).toEqual([`${winner} has this case.`]);
    expect(await acts()).toEqual(['claimed']);
  });

  it('one in the channel and one in the inbox: the inbox loses and says who has it, or the card does', async () => {
    const cleo = await nurse(room.inbox, 'Cleo Invented');
    const [inTeams, inInbox] = await Promise.all([room.tap(ben, 'claim', data), cleo.post('/staff/api/cases/visit/claim')]);
    const { cases }: Queue = (await cleo.get('/staff/api/cases')).json();
    const name = cases[0]?.claimedBy?.name;
    if (name === 'Ben Invented') expect(inInbox.json()).toEqual({ error: { code: 'already-claimed', message: 'Ben Invented has this case.' } });
    else expect(wordsOn(cardIn(inTeams))[0]).toBe('Cleo Invented has this case.');
    expect(await acts()).toEqual(['claimed']);
    expect(onTheCard()).toContain(`Claimed by: ${name}`);
  });

  it('what a colleague has in the inbox can not be claimed in Teams, and the card says who has it', async () => {
    const cleo = await nurse(room.inbox, 'Cleo Invented');
    await cleo.post('/staff/api/cases/visit/claim');
    expect(wordsOn(cardIn(await room.tap(ben, 'claim', data)))[0]).toBe('Cleo Invented has this case.');
    expect(wordsOn(cardIn(await room.tap(ben, 'release', data)))[0]).toBe('Cleo Invented has this case.');
    expect(await acts()).toEqual(['claimed']);
  });

  it('the card of the one who was too late is one that Teams takes', async () => {
    await room.tap(ana, 'claim', data);
    expect(problemsIn(cardIn(await room.tap(ben, 'claim', data)))).toEqual([]);
  });

  it('what a colleague has in Teams can not be closed in the inbox', async () => {
    await room.tap(ben, 'claim', data);
    const cleo = await nurse(room.inbox, 'Cleo Invented');
    expect(refusal(await cleo.post('/staff/api/cases/visit/close'))).toEqual({ status: 409, code: 'already-claimed' });
  });

  it('what was closed in the inbox shows as closed in the channel, and can not be claimed there', async () => {
    const cleo = await nurse(room.inbox, 'Cleo Invented');
    await cleo.post('/staff/api/cases/visit/close');
    await quiet();
    expect(onTheCard().some((line) => line.startsWith('Closed: '))).toBe(true);
    expect(wordsOn(cardIn(await room.tap(ben, 'claim', data)))[0]).toBe('This case was closed meanwhile.');
    expect(await acts()).toEqual(['closed']);
  });
});

describe('a device that does not know Action.Execute', () => {
  it('claims all the same, and nothing is said but on the card', async () => {
    const before = room.messages.length;
    await room.submit(ben, { verb: 'claim', ...data });
    expect(onTheCard()).toContain('Claimed by: Ben Invented');
    expect(room.messages).toHaveLength(before);
  });

  it('is told in the thread who was faster', async () => {
    await room.tap(ana, 'claim', data);
    await room.submit(ben, { verb: 'claim', ...data });
    expect(textsIn(room, room.messages.at(-1)?.place ?? '').at(-1)).toBe('Ana Invented has this case.');
  });
});

describe('nothing is changed', () => {
  it.each([
    ['a guest', () => room.tap(guest, 'claim', data), 'Only people of this clinic can take a case. Guests can not.'],
    ['somebody Teams does not name', () => room.tap({ ...ben, id: '29:nobody', entra: undefined }, 'claim', data), /did not say who you are/],
    ['another channel', () => room.tap(ben, 'claim', data, { conversation: { id: `${other};messageid=1`, conversationType: 'channel' } }), /Cases are not sent to this channel/],
    ['a personal chat', () => room.tap(ben, 'claim', data, { conversation: { id: 'a:ben', conversationType: 'personal' } }), /Cases are not sent to this channel/],
    ['a verb that is none', () => room.tap(ben, 'nurseSays', data), /could not be read/],
    ['data that is none', () => room.tap(ben, 'claim', { conversation: ['visit'] }), /could not be read/],
    ['no data', () => room.tap(ben, 'claim', undefined), /could not be read/],
    ['a case that is none', () => room.tap(ben, 'claim', { conversation: 'elsewhere' }), 'There is no such case.'],
  ])('by %s, and a sentence says so', async (_whom, tap, sentence) => {
    const answer = await tap();
    expect('message' in answer ? answer.message : '').toMatch(sentence);
    expect(await acts()).toEqual([]);
    expect(whoDid()).toEqual([]);
  });

  it('by a guest whose device sends a message', async () => {
    await room.submit(guest, { verb: 'claim', ...data });
    expect(await acts()).toEqual([]);
    expect(room.messages.at(-1)?.versions[0]?.text).toMatch(/Guests can not/);
  });

  it('by a message whose data is none', async () => {
    await room.submit(ben, { anything: true });
    expect(await acts()).toEqual([]);
    expect(room.messages.at(-1)?.versions[0]?.text).toMatch(/could not be read/);
  });
});
