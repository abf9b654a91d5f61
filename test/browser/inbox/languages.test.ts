import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Content } from '../../../src/conversation/content.ts';
import { aBrowser, desktop, phone } from '../../support/browser.ts';
import { anOffice, type Office } from '../../support/office.ts';
import { contentIn, longer, rightToLeft } from '../../support/pseudo.ts';

// The inbox in the real browser, where Spanish is a pseudo-language: what escaped translation is seen, and what does not fit.
const password = 'walk the long hall slowly';
const [alarmed, waiting] = ['1a2b3c-alarmed', '4d5e6f-waiting'];
let browser: Browser;
let long: Content;
const visits: { office: Office; page: Page }[] = [];
beforeAll(async () => {
  browser = await aBrowser();
  long = contentIn(longer);
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const visit of visits.splice(0)) {
    await visit.page.context().close();
    await visit.office.close();
  }
});

/** The set-up page of the first nurse, with an emergency in Spanish and a routine case in English before her. */
async function arriving(content: Content, locale: string, screen: typeof desktop | typeof phone = desktop, clock = (): Date => new Date('2026-11-22T09:00:30Z')): Promise<Page> {
  const office = await anOffice(content, clock);
  const page = await (await browser.newContext({ ...screen, locale })).newPage();
  visits.push({ office, page });
  const patient = async (conversation: string, language: string, ...says: string[]): Promise<void> => {
    await office.clinic.open(conversation, { user: 'invented', channel: 'web', language });
    for (const [index, text] of says.entries()) await office.clinic.receive(conversation, { id: `${conversation}-${index}`, at: '2026-11-22T09:00:00Z', text });
  };
  await patient(alarmed, 'es', '1', 'sí', 'ninguna de estas', '3', 'sí, desde el martes por la noche', 'Entiendo');
  await patient(waiting, 'en', '1', 'yes', 'none of these', 'none of these', 'none of these', 'none of these', 'low back', 'both sides', 'pain', 'the legs', 'I want to talk to a person');
  await page.goto(office.setupLink);
  await page.locator('input[name=name]').waitFor();
  return page;
}

async function settleIn(page: Page): Promise<void> {
  await page.locator('input[name=name]').fill('Nora Example, RN');
  await page.locator('input[name=email]').fill('nora@example.org');
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('.row').first().waitFor();
}

/** Opens the case with everything that can be unfolded in it. */
async function openCase(page: Page, conversation: string): Promise<void> {
  await page.evaluate((name) => { location.hash = `case=${name}`; }, conversation);
  await page.locator(`a.row[href="#case=${conversation}"][aria-current]`).waitFor({ state: 'attached' });
  await page.locator('article.case').waitFor();
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
}

/** What is shown in letters and was made by us; the patient's own words, times, papers and the names of languages are not. */
async function ours(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, noscript, q, time, cite, option, .said-by.patient .said')) found.push(node.textContent ?? '');
    }
    return [...found, ...[...document.querySelectorAll('[aria-label],[placeholder],[title]')].flatMap((one) => [one.getAttribute('aria-label'), one.getAttribute('placeholder'), one.getAttribute('title')].filter((text) => text !== null))];
  });
  return texts.filter((text) => /\p{L}{3}/u.test(text) && !['Nora Example, RN', 'español', 'inglés'].includes(text) && !text.startsWith('http'));
}

const escaped = async (page: Page): Promise<string[]> => (await ours(page)).filter((text) => !/[⟦⟧]/u.test(text));

/** What stands out of the screen, or out of the box it is in. */
async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => one.getClientRects().length > 0 && !one.closest('.unseen, select') && getComputedStyle(one).display !== 'inline')
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1 || one.getBoundingClientRect().left < -1 || one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.tagName}.${one.className}: ${one.textContent?.slice(0, 40)}`);
  });
}

describe("the inbox in the nurse's language", () => {
  it.each([['a desk', desktop], ['a phone', phone]] as const)('on %s has no string that escaped and none that does not fit, half as long again', async (_where, screen) => {
    const page = await arriving(long, 'es-MX', screen);
    const problems: Record<string, string[]> = {};
    const look = async (where: string): Promise<void> => {
      problems[where] = [...(await escaped(page)), ...(await overflowing(page))];
    };
    await look('set-up');
    await settleIn(page);
    await look('queue');
    for (const conversation of [alarmed, waiting]) {
      await openCase(page, conversation);
      await look(conversation);
    }
    await page.locator('.actions button.main').click();
    await page.locator('.actions .outcome').filter({ hasText: '⟦' }).waitFor();
    await page.locator('.bar button').first().click();
    await page.locator('.link').waitFor();
    await look('invitation');
    await page.locator('dialog button[type=submit]').click();
    await page.locator('.bar button').last().click();
    await page.locator('input[name=email]').fill('nora@example.org');
    await page.locator('input[name=password]').fill('not the password');
    await page.locator('button[type=submit]').click();
    await page.locator('.refusal:not(:empty)').waitFor();
    await look('sign-in');
    expect(problems).toEqual({ 'set-up': [], queue: [], [alarmed]: [], [waiting]: [], invitation: [], 'sign-in': [] });
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
  });

  it.each([['a desk', desktop], ['a phone', phone]] as const)('on %s is laid out from right to left where the language is', async (_where, screen) => {
    const content = contentIn(rightToLeft);
    const turned = new Map([...content.voices].map(([language, voice]) => [language, { ...voice, ...(language === 'es' && { direction: 'rtl' as const }) }]));
    const page = await arriving({ ...content, voices: turned }, 'es-MX', screen);
    expect(await overflowing(page)).toEqual([]);
    await settleIn(page);
    await openCase(page, alarmed);
    expect(await overflowing(page)).toEqual([]);
    const [band, title] = await Promise.all([page.locator('.band').boundingBox(), page.locator('.band .urgency svg').boundingBox()]);
    expect(title?.x).toBeGreaterThan((band?.x ?? 0) + (band?.width ?? 0) / 2);
    expect(await page.locator('.trigger q').evaluate((own) => getComputedStyle(own).direction)).toBe('ltr');
  });

  it('is changed in the header: all is drawn again, what she is writing stays, and this browser keeps the choice and nothing else', async () => {
    const page = await arriving(long, 'en-US');
    await settleIn(page);
    await openCase(page, alarmed);
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await page.getByText('You have claimed the case.').waitFor();
    await page.getByLabel('Write to the patient').fill('I am calling you');
    await page.getByLabel('Language of the inbox').selectOption('es');
    await page.locator('.situation, .told-text').first().filter({ hasText: '⟦' }).waitFor();
    expect(await escaped(page)).toEqual([]);
    expect(await page.locator('textarea').inputValue()).toBe('I am calling you');
    expect(await page.title()).toContain('⟦');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{"lean-forward.language":"es"}');
    await page.reload();
    await page.locator('article.case').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(await escaped(page)).toEqual([]);
  });

  it('is changed at the door, with what is filled in and the refusal that stands there', async () => {
    const page = await arriving(long, 'en-US');
    await settleIn(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail').fill('nora@example.org');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The e-mail address or the password is wrong.').waitFor();
    await page.getByLabel('Language of the inbox').selectOption('es');
    await page.locator('.refusal').filter({ hasText: '⟦' }).waitFor();
    expect(await escaped(page)).toEqual([]);
    expect(await page.locator('input[name=email]').inputValue()).toBe('nora@example.org');
  });

  it.each([
    ['en-US', '2026-11-22T12:05:00Z', '3 hr 5 min', '3:00 AM'],
    ['en-US', '2026-11-24T10:30:00Z', '2 days 1 hr', 'Sun, Nov 22, 3:00 AM'],
    ['es-MX', '2027-01-02T09:00:00Z', '41 días 0 h', 'dom, 22 de nov de 2026, 3:00 a.m.'],
  ])("says in %s at %s how long a case waits, and by the clinic's clock since when: with the day where that is not today", async (locale, iso, waited, since) => {
    const at = new Date(iso);
    const page = await arriving(long, locale, desktop, () => at);
    await page.clock.setFixedTime(at);
    await settleIn(page);
    await openCase(page, alarmed);
    // Intl keeps a time together with narrow spaces of its own.
    const textOf = async (selector: string): Promise<string> => (await page.locator(selector).first().innerText()).replaceAll(/\s/g, ' ');
    expect(await textOf(`a.row[href="#case=${alarmed}"] .wait`)).toContain(waited);
    expect(await textOf('.told time')).toBe(since);
  });

  it('marks what the patient wrote in another language than hers, and nothing else', async () => {
    const page = await arriving(long, 'en-US');
    await settleIn(page);
    await openCase(page, alarmed);
    await page.locator('.trigger').filter({ hasText: 'written in Spanish' }).waitFor();
    expect(await page.locator('.said-by.patient .foreign').allTextContents()).toEqual(Array.from({ length: 6 }, () => 'written in Spanish'));
    expect(await page.locator('.said-by.patient .said').first().getAttribute('lang')).toBe('es');
    expect(await page.locator('.said-by.bot .foreign').count()).toBe(0);
    await openCase(page, waiting);
    await page.getByText('I want to talk to a person').waitFor();
    expect(await page.locator('.foreign').count()).toBe(0);
  });
});
