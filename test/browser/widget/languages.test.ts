import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { aBrowser, phone } from '../../support/browser.ts';
import { contentIn, longer, rightToLeft, type Saying } from '../../support/pseudo.ts';
import { aWebsite, type Website } from '../../support/website.ts';

// The chat in the real browser, where Spanish is a pseudo-language: what escaped translation is seen, and what does not fit.
let browser: Browser;
const visits: { site: Website; page: Page }[] = [];
beforeAll(async () => {
  browser = await aBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const visit of visits.splice(0)) {
    await visit.page.context().close();
    await visit.site.close();
  }
});

async function visiting(saying: Saying, locale: string): Promise<{ page: Page; chat: Frame }> {
  const site = await aWebsite(contentIn(saying));
  const page = await (await browser.newContext({ ...phone, locale })).newPage();
  await page.goto(`${site.address}/widget`);
  await page.locator('fieldset.options').waitFor();
  visits.push({ site, page });
  return { page, chat: page.mainFrame() };
}

async function visibleText(chat: Frame): Promise<string[]> {
  const texts = await chat.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent && !['SCRIPT', 'NOSCRIPT', 'STYLE'].includes(parent.tagName)) found.push(node.textContent ?? '');
    }
    return [...found, ...[...document.querySelectorAll('[aria-label],[placeholder],[title]')].flatMap((one) => [one.getAttribute('aria-label'), one.getAttribute('placeholder'), one.getAttribute('title')].filter((text) => text !== null))];
  });
  return texts.filter((text) => /\p{L}{3}/u.test(text));
}

async function overflowing(chat: Frame): Promise<string[]> {
  return chat.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => one.getClientRects().length > 0 && !one.closest('.unseen') && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((one) => `${one.tagName}.${one.className}: ${one.textContent?.slice(0, 40)}`),
  );
}

describe('the chat in another language', () => {
  it("speaks the browser's language from the first word on, with no string that escaped", async () => {
    const { page, chat } = await visiting(longer, 'es-MX');
    expect((await visibleText(chat)).filter((text) => !/[⟦⟧]/u.test(text) && text !== 'English')).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(await overflowing(chat)).toEqual([]);
  });

  it('is changed by one button: the history is drawn again, and what was being written stays', async () => {
    const { page, chat } = await visiting(longer, 'en-US');
    await page.getByRole('button', { name: 'It is about me' }).click();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Chest pain or pressure' }).check({ force: true });
    await page.getByRole('textbox').fill('my left leg');
    await page.getByRole('button', { name: 'Español' }).click();
    await page.locator('.theirs .words').first().filter({ hasText: '⟦' }).waitFor();
    const shown = await page.locator('.theirs .words').allTextContents();
    expect(shown.filter((text) => !text.startsWith('⟦'))).toEqual([]);
    expect(await page.getByRole('textbox').inputValue()).toBe('my left leg');
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
    expect(await page.locator('.mine .words').allTextContents()).toEqual(['It is about me', 'Yes', 'español']);
    await page.reload();
    await page.locator('fieldset.options').waitFor();
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
    expect((await visibleText(chat)).filter((text) => text.includes('automated'))).toEqual([]);
  });

  it('is laid out from right to left where the language is', async () => {
    const { page, chat } = await visiting(rightToLeft, 'es-MX');
    expect(await overflowing(chat)).toEqual([]);
    expect(await page.locator('.theirs .words').first().evaluate((words) => getComputedStyle(words).direction)).toBe('rtl');
  });
});
