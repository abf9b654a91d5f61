import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { aBrowser } from '../support/browser.ts';
import { aDataFolder, aProcess, type Process } from '../support/server.ts';
import { visit, type Journey } from '../journeys/journey.ts';
import { chatIn } from './chat.ts';
import { openTeams, playground, type Playground } from './playground.ts';

const pictures = join(import.meta.dirname, 'pictures');
const laptop = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } as const;

/** Ann Example, 78: what she taps is worded as the button is, everything else she writes. */
const ann: Journey = {
  name: 'ann',
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

describe('Teams, as the Microsoft 365 Agents Playground plays it', () => {
  const data = aDataFolder();
  let server: Process;
  let browser: Browser;
  let home: Playground;
  let patient: Page;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    [server, browser] = await Promise.all([aProcess(data.folder, { TEAMS_DEVELOPMENT: 'yes', TEAMS_OWNERS: '00000000-0000-4000-8000-0000000000d0' }), aBrowser()]);
    home = await playground('patient', `${server.address}/api/messages`, data.folder);
    const context = await browser.newContext(laptop);
    context.setDefaultTimeout(15_000);
    patient = await openTeams(context, home.address);
  });
  afterAll(async () => {
    await browser.close();
    await home.stop();
    await server.kill();
    data.remove();
  });

  it('a patient answers the whole intake in her own chat, by taps and by writing', async () => {
    const chat = chatIn(patient);
    try {
      await visit(ann, chat, async (message) => {
        if (message % 6 === 0) await patient.screenshot({ path: join(pictures, `chat-${message}.png`) });
      });
      await chat.settled();
    } finally {
      await patient.screenshot({ path: join(pictures, 'chat.png') });
    }
  }, 120_000);
});
