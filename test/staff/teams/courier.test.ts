import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { problemsIn, cardOn } from '../../channels/teams/reading.ts';
import { quiet } from '../../outbox/building.ts';
import { patient } from '../inbox/inbox.ts';
import { ana, aRoom, cardsIn, type Room } from './room.ts';

const nora = { id: 'nurse', name: 'Nora Invented' };
let room: Room;
beforeEach(async () => {
  room = await aRoom();
  await room.write(ana, 'send cases here');
});
afterEach(() => room.leave());

async function aCase(conversation: string): Promise<void> {
  await patient(room.inbox, conversation, 'yes', 'yes');
  await quiet();
}

describe('a handoff', () => {
  it('posts one card in the channel, and each later change is put in its place', async () => {
    await aCase('visit');
    await room.inbox.clinic.claim('visit', nora);
    await room.inbox.clinic.release('visit', nora);
    await room.inbox.clinic.close('visit', nora);
    await quiet();
    const [message, ...others] = cardsIn(room);
    expect(others).toEqual([]);
    expect(message?.versions.length).toBeGreaterThan(1);
    expect(cardOn(message?.versions.at(-1)).actions).toBeUndefined();
    for (const version of message?.versions ?? []) expect(problemsIn(cardOn(version))).toEqual([]);
  });

  it('tells the notification urgency and reference, and nothing else', async () => {
    await aCase('visit');
    expect(cardsIn(room)[0]?.versions[0]).toMatchObject({ summary: 'EMERGENCY: case VISIT' });
    expect(cardsIn(room)[0]?.versions[0]).not.toHaveProperty('text');
  });

  it('posts a card of its own for each case', async () => {
    await aCase('first');
    await aCase('second');
    expect(cardsIn(room)).toHaveLength(2);
  });

  it('posts nothing while the questions go on', async () => {
    await patient(room.inbox, 'visit', 'yes', 'no');
    await quiet();
    expect(cardsIn(room)).toEqual([]);
  });
});

describe('where Teams does not take a card', () => {
  it('waits as told, and then posts the case as it is by then, once', async () => {
    room.trouble.push({ ok: false, why: 'wait', seconds: 20 });
    await aCase('visit');
    await room.inbox.clinic.claim('visit', nora);
    expect(cardsIn(room)).toEqual([]);
    room.clock.pass(21);
    await quiet();
    expect(cardsIn(room)).toHaveLength(1);
    expect(JSON.stringify(cardsIn(room)[0]?.versions)).toContain('Nora Invented');
  });

  it('tries again what never left', async () => {
    room.trouble.push({ ok: false, why: 'not-sent' });
    await aCase('visit');
    room.clock.pass(60);
    await quiet();
    expect(cardsIn(room)).toHaveLength(1);
  });

  it.each([
    ['may have arrived', { ok: false, why: 'unknown' }, 'unknown'],
    ['was refused', { ok: false, why: 'refused', status: 403 }, 'refused'],
  ] as const)('says in the log what %s, and posts it no second time', async (_what, trouble, why) => {
    room.trouble.push(trouble);
    await aCase('visit');
    room.clock.pass(24 * 60 * 60);
    await quiet();
    expect(cardsIn(room)).toEqual([]);
    expect((await room.inbox.clinic.log('visit')).at(-1)?.entry).toMatchObject({ type: 'delivery-failed', why });
  });

  it('posts what was refused once an owner has chosen the channel anew, if the case is still open', async () => {
    room.trouble.push({ ok: false, why: 'refused', status: 403 }, { ok: false, why: 'refused', status: 404 }, { ok: false, why: 'unknown' });
    for (const conversation of ['open', 'shut', 'perhaps']) await aCase(conversation);
    await room.inbox.clinic.close('shut', nora);
    await quiet();
    await room.write(ana, 'send cases here');
    expect(cardsIn(room).map(({ versions }) => versions[0]?.summary)).toEqual(['EMERGENCY: case OPEN']);
  });

  it('brings a posted card up to date later, if an update did not arrive', async () => {
    await aCase('visit');
    room.trouble.push({ ok: false, why: 'unknown' });
    await room.inbox.clinic.claim('visit', nora);
    await quiet();
    room.clock.pass(60);
    await quiet();
    expect(cardsIn(room)).toHaveLength(1);
    expect(JSON.stringify(cardsIn(room)[0]?.versions.at(-1))).toContain('Nora Invented');
  });
});

it('shows names where the clinic says so', async () => {
  const open = await aRoom({ showNames: true });
  await open.write(ana, 'send cases here');
  await patient(open.inbox, 'visit', 'yes', 'unsure', 'talk to a person');
  await quiet();
  expect(JSON.stringify(cardsIn(open)[0]?.versions)).toContain('Saddle numbness');
  await open.leave();
});
