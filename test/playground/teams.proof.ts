import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { visit, type Journey } from '../journeys/journey.ts';
import { aBrowser, aNurse, desktop } from '../support/browser.ts';
import { aDataFolder, aProcess, type Process } from '../support/server.ts';
import { chatIn } from './chat.ts';
import { command, openTeams, playground, post, said, tapOf, write } from './playground.ts';

// `npm run test:teams`. Two stand-ins for Teams: one at the patient's home, one in the nurses' room; in between the server as it is
// started by `npm start`. Everybody is invented. The pictures taken on the way are looked at by whoever changes a card; those of
// docs/pictures that begin with teams- are chosen from the first package's.
const pictures = join(import.meta.dirname, 'pictures');
const seconds = 1000;
const patience = 15 * seconds;

/** Nora Example, RN, in nurses.yaml: she owns the app. */
const owner = '00000000-0000-4000-8000-0000000000d0';

/** Ann Example, 78. What is worded like a button is tapped; everything else is written. */
const ann: Journey = {
  name: 'ann',
  held: 'en',
  title: 'Ann Example in Teams',
  says: {
    respondent: 'It is about me',
    consent: 'yes',
    locations: ['Low back, Thigh', 'Low back, Thigh'],
    side: 'both',
    symptoms: 'Pain, Numbness',
    worse_part: 'my legs or buttocks',
    duration: 'about three years',
    relief_sitting: 'yes, right away',
    pain_now: '6',
    full_name: 'Ann Example',
    dob: 'March 5, 1948',
    phone: '608-555-0134',
  },
  otherwise: 'words',
  skips: false,
  ends: 'handed-over',
  urgency: 'routine',
  flags: [],
  within: 60,
  summary: {},
};

describe.each(['bot-framework', 'agents'])('Teams, as the Microsoft 365 Agents Playground plays it, through %s', (adapter) => {
  const data = aDataFolder();
  const ends: (() => Promise<unknown>)[] = [];
  let server: Process;
  let patient: Page;
  let room: Page;
  let inbox: Page;
  const picture = async (page: Page, name: string): Promise<unknown> => page.screenshot({ path: join(pictures, adapter, `teams-${name}.png`) });

  beforeAll(async () => {
    mkdirSync(join(pictures, adapter), { recursive: true });
    server = await aProcess(data.folder, { TEAMS_DEVELOPMENT: 'yes', TEAMS_OWNERS: owner, TEAMS_ADAPTER: adapter });
    ends.push(() => server.kill());
    const bot = `${server.address}/api/messages`;
    const home = await playground('patient', bot, data.folder);
    ends.push(() => home.stop());
    const office = await playground('nurses', bot, data.folder);
    ends.push(() => office.stop());
    const browser = await aBrowser();
    ends.push(() => browser.close());
    const aWindow = async (): Promise<BrowserContext> => {
      const context = await browser.newContext(desktop);
      context.setDefaultTimeout(patience);
      return context;
    };
    inbox = await aNurse(await aWindow(), server.setupLink ?? '');
    patient = await openTeams(await aWindow(), home.address);
    room = await openTeams(await aWindow(), office.address);
  }, 60 * seconds);
  // What was started is ended, however far the start came.
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
    data.remove();
  });

  it('an owner of the app makes a channel the nurses\' channel by writing so in it', async () => {
    const thread = await command(room, 'Triage', 'Good morning', 'send cases here');
    await thread.getByText('From now on cases are posted here').waitFor();
    await picture(room, 'channel-chosen');
  });

  it('a patient answers the whole intake in her own chat, by taps and by writing', async () => {
    const chat = chatIn(patient);
    try {
      await visit(ann, chat, async () => {
        const { type, question } = chat.seen();
        if (question === 'locations' || question === 'pain_now' || type === 'date' || type === 'check') await picture(patient, `question-${question}`);
      });
      await chat.isOver();
    } finally {
      await picture(patient, 'chat-end');
    }
  }, 90 * seconds);

  it('her case arrives in the nurses\' channel, without her name', async () => {
    const card = post(room, 'Routine: case');
    await card.getByText('Nobody yet').waitFor();
    await picture(room, 'case-waiting');
    expect(await room.getByText('Ann Example').count()).toBe(0);
    await inbox.getByRole('link', { name: /Ann Example/ }).waitFor();
  });

  it('one nurse claims it, and the same tap of another is refused with the name of the first', async () => {
    const card = post(room, 'Routine: case');
    const tapped = await tapOf(room, async () => card.getByRole('button', { name: 'Claim' }).click());
    await card.getByText('Nora Example, RN').waitFor();
    await card.getByRole('button', { name: 'Release' }).waitFor();
    await picture(room, 'case-claimed');

    const refused = await tapped.by('29:omar-example');
    expect(refused).toContain('Nora Example, RN has this case.');
    await card.getByText('Nora Example, RN').waitFor();
    await inbox.getByText('Claimed by you').first().waitFor();
  });

  it('what the nurse writes in the inbox reaches the patient in Teams', async () => {
    await inbox.getByRole('link', { name: /Ann Example/ }).click();
    await inbox.getByRole('textbox').fill('This is Nora. I will call you at 10.');
    await inbox.getByRole('button', { name: 'Send', exact: true }).click();
    await said(patient).getByText('This is Nora. I will call you at 10.').waitFor();
    await write(patient, 'Thank you, Nora');
    await inbox.getByText('Thank you, Nora').first().waitFor();
  });

  it('the nurse closes the case on its card, for everybody', async () => {
    const card = post(room, 'Routine: case');
    await card.getByRole('button', { name: 'Close', exact: true }).click();
    await card.getByRole('button', { name: 'Close the case' }).click();
    await card.getByText('Closed').waitFor();
    expect(await card.getByRole('button', { name: /Claim|Release|Close/ }).count()).toBe(0);
    await picture(room, 'case-closed');
    await said(patient).getByText('The clinic has closed this conversation.').waitFor();
    await inbox.getByText('No open cases').waitFor();
  });

  it('an emergency is a card with a number to call, and a nurse who was faster in the inbox has it in Teams too', async () => {
    const earlier = await said(patient).count();
    await said(patient).last().getByRole('button', { name: 'Start a new conversation' }).click();
    const chat = chatIn(patient, earlier);
    for (const words of ['It is about me', 'Yes', 'None of these', 'Hard to start or stop passing urine, or can not feel it pass', 'yes, since yesterday']) await chat.say(words);
    await said(patient).getByRole('link', { name: 'Call 911' }).waitFor();
    await picture(patient, 'emergency');

    const card = post(room, 'EMERGENCY: case');
    await card.getByText('Nobody yet').waitFor();
    await inbox.getByRole('link', { name: /Emergency/ }).click();
    await inbox.getByRole('button', { name: 'Claim', exact: true }).click();
    await card.getByText('Nora Example, RN').waitFor();
    await picture(room, 'emergency-claimed');
  });
});
