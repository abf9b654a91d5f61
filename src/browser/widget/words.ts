import type { Bootstrap, Spoken } from '../../channels/web/wire.ts';
import type english from '../../../locales/en/widget.json';

/** A key of locales/<language>/widget.json. */
export type WordKey = keyof typeof english;

/** What the page was served with: the clinic and its words, in each language. */
const { languages }: Bootstrap = JSON.parse(document.querySelector('#bootstrap')?.textContent ?? '');

let spoken: Spoken = languages.find(({ language }) => navigator.languages.some((wanted) => wanted.split('-')[0] === language)) ?? first();

/** What the page speaks at present: at first the browser's language, if the clinic speaks it. */
export function speaking(): Spoken {
  return spoken;
}

/** From now on everything is said in this language; one that the page does not have changes nothing. */
export function speak(language: string): void {
  spoken = languages.find((one) => one.language === language) ?? spoken;
  document.documentElement.lang = spoken.language;
  document.documentElement.dir = spoken.direction;
}

/** The languages one could change to. */
export function otherLanguages(): Spoken[] {
  return languages.filter((one) => one !== spoken);
}

/** The words under a key, with their `{{placeholders}}` filled in. */
export function word(key: WordKey, fill: Readonly<Record<string, string | number>> = {}): string {
  return (spoken.words[key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(fill[name] ?? whole));
}

function first(): Spoken {
  const [one] = languages;
  if (!one) throw new Error('The page was served without words.');
  return one;
}

/** The link that dials a number of the clinic's own card. */
export function dial(number: string): string {
  return `tel:${number.replaceAll(/[^\d+]/g, '')}`;
}
