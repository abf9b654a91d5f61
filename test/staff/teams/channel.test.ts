import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { quiet } from '../../outbox/building.ts';
import { patient } from '../inbox/inbox.ts';
import { ana, aRoom, ben, cardsIn, other, textsIn, triage, type Room } from './room.ts';

const here = 'send cases here';
const stop = 'stop sending cases here';
const elsewhere = { conversation: { id: `${other};messageid=7`, conversationType: 'channel', tenantId: 'invented' } };
let room: Room;
beforeEach(async () => {
  room = await aRoom();
});
afterEach(() => room.leave());

async function aCase(conversation: string): Promise<void> {
  await patient(room.inbox, conversation, 'yes', 'yes');
  await quiet();
}

describe('an owner', () => {
  it('chooses the channel by writing in it, and is answered in the thread', async () => {
    await room.write(ana, here);
    expect(room.messages.map(({ place }) => place)).toEqual([`${triage};messageid=1`]);
    expect(textsIn(room, triage)[0]).toMatch(/^From now on cases are posted here.*https:\/\/intake\.example\.org\/staff$/);
  });

  it.each(['Send cases here!', '  SEND CASES HERE  ', 'send cases here.'])('is understood however it is typed: %s', async (text) => {
    await room.write(ana, text);
    expect(textsIn(room, triage)[0]).toMatch(/^From now on/);
  });

  it('may write in any language of the clinic, and is answered in its first one', async () => {
    const bilingual = await aRoom({ second: { 'teams-staff:command.here.say': 'enviar los casos aquí' } });
    await bilingual.write(ana, 'Enviar los casos AQUÍ');
    await bilingual.write(ana, here);
    expect(textsIn(bilingual, triage).map((text) => text.slice(0, 20))).toEqual(['From now on cases ar', 'Cases are posted her']);
    await bilingual.leave();
  });

  it('gets the cases that waited for a channel', async () => {
    await aCase('visit');
    expect(cardsIn(room)).toEqual([]);
    await room.write(ana, here);
    expect(cardsIn(room)).toHaveLength(1);
  });

  it('moves the cards of new cases to another channel, and the old ones are still brought up to date where they are', async () => {
    await room.write(ana, here);
    await aCase('first');
    await room.write(ana, here, elsewhere);
    await aCase('second');
    expect([cardsIn(room, triage), cardsIn(room, other)].map((cards) => cards.length)).toEqual([1, 1]);
    await room.inbox.clinic.claim('first', { id: 'nurse', name: 'Nora Invented' });
    await quiet();
    expect(JSON.stringify(cardsIn(room, triage)[0]?.versions.at(-1))).toContain('Nora Invented');
    expect(cardsIn(room, other)).toHaveLength(1);
  });

  it('ends it by writing so, and cases wait', async () => {
    await room.write(ana, here);
    await room.write(ana, stop);
    await aCase('visit');
    expect(textsIn(room, triage).at(-1)).toMatch(/^No more cases are posted here/);
    expect(cardsIn(room)).toEqual([]);
  });

  it('is told where it changes nothing', async () => {
    await room.write(ana, stop);
    await room.write(ana, here);
    await room.write(ana, here);
    await room.write(ana, stop, elsewhere);
    expect(textsIn(room, triage).map((text) => text.slice(0, 20))).toEqual(['Cases are not posted', 'From now on cases ar', 'Cases are posted her']);
    expect(textsIn(room, other)).toEqual(['Cases are not posted here.']);
    await aCase('visit');
    expect(cardsIn(room)).toHaveLength(1);
  });

  it('can not have cases posted in a group chat', async () => {
    await room.write(ana, here, { conversation: { id: '19:group', conversationType: 'groupChat' } });
    await aCase('visit');
    expect(textsIn(room, '19:group')[0]).toMatch(/in a channel of a team/);
    expect(cardsIn(room)).toEqual([]);
  });
});

describe('anybody else', () => {
  it.each([here, stop])('is told politely who can: %s', async (text) => {
    await room.write(ana, here);
    await room.write(ben, text, elsewhere);
    expect(textsIn(room, other)).toEqual(['Only an owner of this app can choose the channel. Please ask Ana Invented.']);
    await aCase('visit');
    expect(cardsIn(room, triage)).toHaveLength(1);
  });

  it('is told whom to ask where this team knows no owner', async () => {
    const without = await aRoom({ owners: [] });
    await without.write(ana, here);
    expect(textsIn(without, triage)).toEqual(['Only an owner of this app can choose the channel. Please ask whoever runs Lean Forward at your clinic.']);
    await without.leave();
  });

  it.each(['help', '', 'my back hurts', 'send cases here tomorrow'])('gets a short help for anything else: "%s"', async (text) => {
    await room.write(ben, text);
    expect(textsIn(room, triage)).toEqual(['I post a card here for each case that waits for a nurse. Owners of the app write "send cases here" or "stop sending cases here" after my name. Patients do not write here.']);
  });
});

describe('a message that Teams brings again', () => {
  it('is answered once', async () => {
    await room.write(ana, here, { id: 'same' });
    await room.write(ana, here, { id: 'same' });
    expect(room.messages).toHaveLength(1);
  });
});

describe('the place of the channel', () => {
  it('is the newest one heard from: the service moves', async () => {
    await room.write(ana, here);
    await room.write(ben, 'help', { serviceUrl: 'https://smba.trafficmanager.net/emea/' });
    await room.tap(ben, 'claim', { conversation: 'nowhere' }, { serviceUrl: 'https://smba.trafficmanager.net/emea/' });
    expect((await room.inbox.store.address('cedar_hollow', 'nurses'))?.address).toContain('/emea/');
  });

  it('is brought up to date when the app is added to it again', async () => {
    await room.write(ana, here);
    await room.meet(ana, { serviceUrl: 'https://smba.trafficmanager.net/in/' });
    await room.meet(ana, { ...elsewhere, serviceUrl: 'https://smba.trafficmanager.net/apac/' });
    expect((await room.inbox.store.address('cedar_hollow', 'nurses'))?.address).toContain('/in/');
    expect(room.messages).toHaveLength(1);
  });

  it('outlives the process', async () => {
    await room.write(ana, here);
    expect(JSON.parse((await room.inbox.store.address('cedar_hollow', 'nurses'))?.address ?? '')).toEqual({ serviceUrl: 'https://smba.trafficmanager.net/amer/', conversation: triage, bot: '28:lean-forward', tenant: 'invented' });
  });
});
