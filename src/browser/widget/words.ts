import type { Bootstrap } from '../../channels/web/wire.ts';
import type english from '../../../locales/en/widget.json';

/** A key of locales/<language>/widget.json. */
export type WordKey = keyof typeof english;

/** What the page was served with: the clinic, the language and its words. */
export const bootstrap: Bootstrap = JSON.parse(document.querySelector('#bootstrap')?.textContent ?? '');

/** The words under a key, with their `{{placeholders}}` filled in. */
export function word(key: WordKey, fill: Readonly<Record<string, string | number>> = {}): string {
  return (bootstrap.words[key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(fill[name] ?? whole));
}

/** The link that dials a number of the clinic's own card. */
export function dial(number: string): string {
  return `tel:${number.replaceAll(/[^\d+]/g, '')}`;
}
