import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { freePort } from '../support/server.ts';

const here = import.meta.dirname;

/** A Teams for one person, as a process of its own. */
export interface Playground {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Starts Microsoft's stand-in for Teams. It speaks with the bot at `bot` in the name of the people of a file, and with nobody else: it
 * tells Microsoft nothing, and opens no browser.
 * @param people `patient` or `nurses`
 */
export async function playground(people: string, bot: string, folder: string): Promise<Playground> {
  const { PATH = '', HOME = '' } = process.env;
  const port = String(await freePort());
  const service = `http://127.0.0.1:${port}/_connector`;
  const child = spawn(process.execPath, [join(here, 'node_modules/@microsoft/m365agentsplayground/cli.js'), '-e', bot, '-c', 'msteams', '-p', port, '--service-url', service, '--disable-telemetry'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH, HOME, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(here, `${people}.yaml`), M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, `${people}.log`) },
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const listens = /^Listening on (\d+)$/.exec(line)?.[1];
      // It takes another port when this one is taken, and would then be called back at the wrong one.
      if (listens === port) resolve(`http://127.0.0.1:${port}`);
      else if (listens !== undefined) reject(new Error(`The Playground listens on ${listens} and not on ${port}.`));
    });
    child.once('exit', (code) => reject(new Error(`The Playground stopped with ${code}.`)));
  });
  return {
    address,
    async stop() {
      // One that stopped by itself says so only once.
      if (child.kill('SIGKILL')) await once(child, 'exit');
    },
  };
}

/** Opens Teams in a browser that reaches this machine alone: the Playground's own pictures and fonts are elsewhere. */
export async function openTeams(context: BrowserContext, address: string): Promise<Page> {
  await context.route(/^https:/u, (route) => route.abort());
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('treeitem', { name: 'Personal Chat' }).waitFor();
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  return page;
}

/** What the bot has said in the chat, card by card or message by message. */
export function said(page: Page): Locator {
  return page.locator('.fai-OutputCard');
}

/** Writes into the chat as a person does, and sends it. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').last().click();
  await page.keyboard.insertText(text);
  await page.getByRole('button', { name: 'Send Message' }).click();
}

/** Begins a post in a channel with `opening`, and answers under it with a mention of the bot and a command. */
export async function command(page: Page, channel: string, opening: string, text: string): Promise<Locator> {
  await page.getByRole('treeitem', { name: channel }).click();
  const opened = page.getByRole('group').filter({ has: page.getByRole('button', { name: 'Post', exact: true }) });
  await opened.getByRole('textbox').click();
  await page.keyboard.insertText(opening);
  await opened.getByRole('button', { name: 'Post', exact: true }).click();
  // The Playground shows an answer only where it already knows the post: hence the command is an answer to one.
  const thread = page.getByRole('group').filter({ hasText: opening });
  await thread.getByRole('textbox').click();
  await page.keyboard.type('@');
  await page.getByRole('menuitem', { name: /Lean Forward/u }).click();
  await page.keyboard.insertText(` ${text}`);
  await thread.getByRole('button', { name: 'Send Message' }).click();
  return thread;
}

/** The post in the open channel that holds these words. */
export function post(page: Page, words: string): Locator {
  return page.getByRole('group').filter({ hasText: words });
}

/** Watches for what a tap on a card sends, so that another member of the team can be seen to tap on the same card at the same moment. */
export async function tapOf(page: Page, tap: () => Promise<void>): Promise<{ by(user: string): Promise<string> }> {
  const [sent] = await Promise.all([page.waitForRequest(/\/v1\/invoke$/u), tap()]);
  const { from: _, ...rest } = sent.postDataJSON();
  return {
    async by(user) {
      const answer = await page.request.post(sent.url(), { data: { ...rest, from: { id: user } } });
      return answer.text();
    },
  };
}
