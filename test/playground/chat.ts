import type { Locator, Page } from 'playwright-core';
import { voiceOf } from '../../src/conversation/content.ts';
import { shipped } from '../support/content.ts';
import { entriesOf, say, talk, type Talk } from '../support/talk.ts';
import type { Line } from '../journeys/journey.ts';
import { said, write } from './playground.ts';

const words = voiceOf(shipped, 'en');

/** A personal chat in Teams, led in step with the pure middle, which says what must be on the screen. */
export interface Chat extends Line {
  /** Waits until nothing in the chat can be tapped any more. */
  isOver(): Promise<void>;
}

/**
 * Answers by taps where the words are those of options or a date, and by writing everywhere else.
 * @param earlier how much the bot had said in this chat before the conversation began
 */
export function chatIn(page: Page, earlier = 0): Chat {
  let now: Talk = talk(shipped);
  const replied = () => entriesOf(now, 'replied');
  const newest = (): Locator => said(page).nth(earlier + replied().length - 1);

  async function arrived(): Promise<void> {
    const { reply } = replied().at(-1) ?? { reply: { text: '' } };
    const [first = ''] = reply.text.split('\n');
    await newest().getByText(first).first().waitFor();
  }

  return {
    seen() {
      const place = replied().at(-1)?.place;
      return { question: place?.question ?? null, type: place?.type ?? null, status: place?.status ?? 'open', options: optionsIn(now) };
    },
    async say(text) {
      await arrived();
      const { question, type } = this.seen();
      const chosen = optionsIn(now).filter(({ label }) => label === text || text.split(', ').includes(label));
      const card = newest();
      if (type === 'choices' && chosen.length > 0 && chosen.every(({ exclusive }) => !exclusive)) {
        for (const { label } of chosen) await card.locator(`input[aria-label=${JSON.stringify(label)}]`).check();
        await card.getByRole('button', { name: words.t('teams:several.send') }).click();
      } else if (chosen[0]) await card.getByRole('button', { name: chosen[0].label, exact: true }).click();
      else if (type === 'date') await pickDate(card, text);
      else await write(page, text);
      now = say(now, text, shipped, ...(chosen.length > 0 ? [`${question}=${chosen.map(({ id }) => id).join(',')}`] : []));
      await arrived();
    },
    isOver: () => said(page).filter({ has: page.getByRole('button') }).first().waitFor({ state: 'detached' }),
  };
}

async function pickDate(card: Locator, day: string): Promise<void> {
  await card.getByRole('combobox', { name: words.t('teams:date.label') }).fill(new Date(`${day} UTC`).toISOString().slice(0, 10));
  await card.getByRole('button', { name: words.t('teams:date.send') }).click();
}

function optionsIn(now: Talk): { id: string; label: string; exclusive?: boolean | undefined }[] {
  return entriesOf(now, 'replied').flatMap(({ reply }) => ('options' in reply ? [reply.options] : [])).at(-1) ?? [];
}
