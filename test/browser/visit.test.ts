import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aBrowser, aNurse, aPatient, desktop, phone } from '../support/browser.ts';
import { aDataFolder, aProcess, type Process } from '../support/server.ts';

// One visit in a real browser, on the sample page and then in the inbox, as an invented patient and an invented nurse have it.
describe('a visit in the browser', () => {
  const data = aDataFolder();
  let server: Process;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([aProcess(data.folder), aBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.kill();
    data.remove();
  });

  it('a patient answers by taps and words, reloads, and is told to get help; the nurse sees it arrive, claims it, answers and closes', async () => {
    const [home, office] = await Promise.all([browser.newContext(phone), browser.newContext(desktop)]);
    const nurse = await aNurse(office, server.setupLink ?? '');
    await nurse.getByText('No open cases').waitFor();

    const patient = await aPatient(home, server.address);
    await patient.tap('It is about me');
    await patient.tap('Yes');
    await patient.write('none of these');
    await patient.tap('Hard to start or stop passing urine, or can not feel it pass');
    await patient.sees('Is the trouble passing or holding urine new, or worse, in the last 2 weeks?');

    // The panel was open in this tab, and opens by itself.
    await patient.page.reload();
    await patient.sees('Is the trouble passing or holding urine new, or worse, in the last 2 weeks?');
    await patient.write('yes since <b>yesterday</b>');
    await patient.sees('Please call 911');
    await patient.tap('I understand');

    const row = nurse.getByRole('link', { name: /Emergency/ });
    await row.waitFor();
    await row.click();
    await nurse.getByText('yes since <b>yesterday</b>').first().waitFor();
    await nurse.getByText('Acknowledged in the chat').waitFor();
    expect(await nurse.locator('main b').filter({ hasText: /^yesterday$/ }).count()).toBe(0);

    await nurse.getByRole('button', { name: 'Claim', exact: true }).click();
    await nurse.getByRole('textbox').fill('This is Nora. I am calling you now.');
    await nurse.getByRole('button', { name: 'Send', exact: true }).click();
    await patient.sees('This is Nora. I am calling you now.');

    await nurse.getByRole('button', { name: 'Close the case', exact: true }).click();
    await nurse.getByRole('dialog').getByRole('button', { name: /Close/ }).click();
    await patient.sees('The clinic has closed this conversation.');
    await nurse.getByText('No open cases').waitFor();
  });

  it('leaves nothing of what the patient wrote in the log, and no address of a conversation', () => {
    const log = server.output.join('\n');
    expect(log).toContain('/v3/directline/conversations/:id/activities');
    expect(log).not.toContain('yesterday');
    expect(log).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  });
});
