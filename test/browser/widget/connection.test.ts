import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aBrowser, aPatient, desktop, phone } from '../../support/browser.ts';
import { aDataFolder, aProcess } from '../../support/server.ts';

// Bad lines and full waiting rooms, in a real browser and with the real server.
describe('the chat', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await aBrowser();
  });
  afterAll(() => browser.close());

  it('sends by itself, once and in order, what was written while the server was away', async () => {
    const data = aDataFolder();
    const first = await aProcess(data.folder);
    const patient = await aPatient(await browser.newContext(phone), first.address);
    const { page } = patient;
    await patient.tap('It is about me');
    await first.kill();
    await patient.sees('No connection.');
    const chat = page.frameLocator('iframe');
    for (const words of ['yes', 'none of these']) {
      await chat.getByRole('textbox').fill(words);
      await chat.getByRole('button', { name: 'Send', exact: true }).click();
      await chat.locator('.unsent').filter({ hasText: words }).waitFor();
    }

    const second = await aProcess(data.folder, { PORT: new URL(first.address).port });
    await chat.locator('.trouble:empty').waitFor({ state: 'attached', timeout: 6000 });
    await chat.locator('.unsent').first().waitFor({ state: 'detached', timeout: 6000 });
    await chat.locator('.mine').nth(2).waitFor();
    const mine = await chat.locator('.mine .words').allTextContents();
    expect(mine).toEqual(['It is about me', 'yes', 'none of these']);
    await page.context().close();
    await second.kill();
    data.remove();
  });

  it('says that many are starting a chat, gives the phone number, and tries again', async () => {
    const data = aDataFolder();
    const server = await aProcess(data.folder, { CONVERSATIONS_PER_MINUTE: '1' });
    const others = await fetch(`${server.address}/v3/directline/tokens/generate`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(others.status).toBe(200);
    const context = await browser.newContext(desktop);
    let asked = 0;
    await context.route('**/tokens/generate', async (route) => {
      asked += 1;
      // The real refusal, with a wait that a test can sit through.
      const refused = await route.fetch();
      expect(refused.status()).toBe(429);
      expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0);
      await route.fulfill({ response: refused, headers: { ...refused.headers(), 'retry-after': '1' } });
    });
    const page = await context.newPage();
    await page.goto(server.address);
    await page.getByRole('button', { name: 'Chat with us' }).click();
    const trouble = page.frameLocator('iframe').locator('.trouble');
    await trouble.getByText('Many people are starting a chat right now. We try again in a moment.').waitFor();
    expect(await trouble.getByRole('link').getAttribute('href')).toMatch(/^tel:/);
    await page.waitForResponse((response) => response.url().endsWith('/tokens/generate'));
    expect(asked).toBeGreaterThan(1);
    await context.close();
    await server.kill();
    data.remove();
  });
});
