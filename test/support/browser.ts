import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** A real Chromium out of an npm package: nothing to install, nothing fetched, and no talk with the outside. */
export async function aBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** An old phone held upright. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' } as const;

/** The screen in the nurses' room. */
export const desktop = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;

/** Opens the chat on the sample page, as a patient would, and answers through its buttons and its text box. */
export async function aPatient(context: BrowserContext, address: string): Promise<{ page: Page; tap(...labels: string[]): Promise<void>; write(text: string): Promise<void>; sees(text: string): Promise<void> }> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('button', { name: 'Chat with us' }).click();
  const chat = page.frameLocator('iframe');
  const answers = (): Promise<number> => chat.locator('ol > li').count();
  const until = async (before: number): Promise<void> => {
    await chat.locator(`ol > li:nth-child(${before + 2})`).waitFor();
    await chat.locator('fieldset.options, .ending').first().waitFor({ state: 'attached' });
  };
  return {
    page,
    async tap(...labels) {
      const before = await answers();
      let ticked = false;
      for (const label of labels) {
        const several = chat.getByRole('checkbox', { name: label, exact: true });
        if ((await several.count()) > 0) {
          await several.check({ force: true });
          ticked = true;
        } else await chat.getByRole('button', { name: label, exact: true }).click();
      }
      if (ticked) await chat.getByRole('button', { name: 'Done choosing' }).click();
      await until(before);
    },
    async write(text) {
      const before = await answers();
      await chat.getByRole('textbox').fill(text);
      await chat.getByRole('button', { name: 'Send', exact: true }).click();
      await until(before);
    },
    sees: (text) => chat.getByText(text).last().waitFor(),
  };
}

/** Sets up the first nurse's account through the link the server printed, and opens the inbox. */
export async function aNurse(context: BrowserContext, setupLink: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(setupLink);
  await page.getByLabel('Your name').fill('Nora Example, RN');
  await page.getByLabel('E-mail').fill('nora@example.org');
  await page.getByLabel('Password', { exact: true }).fill('walk the long hall slowly');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: 'Open cases' }).waitFor();
  return page;
}
