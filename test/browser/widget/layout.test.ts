import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { aBrowser, aPatient } from '../../support/browser.ts';
import { aDataFolder, aProcess, type Process } from '../../support/server.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(shown: Locator): Promise<Box> {
  const box = await shown.boundingBox();
  if (box === null) throw new Error('It is not shown.');
  return box;
}

function isWithin(inner: Box, outer: Box): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

describe('the chat', () => {
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

  // A phone, a desktop, and the desktop at 200 % and 400 % zoom, in CSS pixels.
  it.each([[390, 844], [1280, 800], [640, 400], [320, 256]])('at %d by %d has the question in view, and keeps its header, its closing button and its text box there', async (width, height) => {
    const patient = await aPatient(await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' }), server.address);
    const chat = patient.page.frameLocator('iframe');
    const screen = await boxOf(patient.page.locator('iframe'));
    const header = chat.locator('header');
    const writing = chat.locator('.writing');
    await patient.sees('Is this about you, or are you here for someone else?');
    await expectInView();
    await patient.tap('It is about me');
    await chat.getByRole('button', { name: 'Yes', exact: true }).click();
    await patient.sees('Are any of these happening right now?');
    await expectInView();

    for (const to of [9000, -9000]) {
      await patient.page.mouse.move(screen.x + screen.width / 2, screen.y + screen.height / 2);
      await patient.page.mouse.wheel(0, to);
      await expectFrame();
    }

    async function expectInView(): Promise<void> {
      // What is new is scrolled to once it is drawn.
      await chat.locator('body').evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))');
      await expectFrame();
      const [question, top, bottom] = await Promise.all([boxOf(chat.locator('.question').last()), boxOf(header), boxOf(writing)]);
      expect(question.y).toBeGreaterThanOrEqual(top.y + top.height);
      expect(question.y + question.height).toBeLessThanOrEqual(bottom.y);
    }

    async function expectFrame(): Promise<void> {
      const [top, bottom, close] = await Promise.all([boxOf(header), boxOf(writing), boxOf(patient.page.getByRole('button', { name: 'Close the chat' }))]);
      expect([isWithin(top, screen), isWithin(bottom, screen), isWithin(close, top)]).toEqual([true, true, true]);
    }
  });
});
