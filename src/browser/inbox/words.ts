import type { Bootstrap, Spoken } from '../../staff/inbox/wire.ts';
import type english from '../../../locales/en/staff.json';

type KeysIn<Group> = { [Key in keyof Group & string]: Group[Key] extends string ? Key : `${Key}.${KeysIn<Group[Key]>}` }[keyof Group & string];

/** A key of locales/<language>/staff.json. */
export type WordKey = KeysIn<typeof english>;

/** What the page was served with: its words, in each language of the clinic. */
const { languages, timeZone }: Bootstrap = JSON.parse(document.querySelector('#bootstrap')?.textContent ?? '');

export { languages, timeZone };

/** Where this browser keeps the nurse's choice: a code, and nothing of any patient. */
const place = 'lean-forward.language';

const listeners = new Set<() => void>();

let spoken: Spoken = [kept(), ...navigator.languages].flatMap((wanted) => languages.find(({ language }) => language === wanted || language === wanted?.split('-')[0]) ?? [])[0] ?? first();
show();

/** What the page speaks at present: what the nurse chose in this browser, else the browser's language, else the clinic's first. */
export function speaking(): Spoken {
  return spoken;
}

/** From now on everything is said in this language, in this browser. */
export function speak(language: string): void {
  spoken = languages.find((one) => one.language === language) ?? spoken;
  keep(spoken.language);
  show();
  for (const listener of listeners) listener();
}

/** Calls back after each change of the language. Returns a function that ends it. */
export function onSpeaking(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The words under a key, with their `{{placeholders}}` filled in, numbers as the language writes them. */
export function word(key: WordKey, fill: Readonly<Record<string, string | number>> = {}): string {
  return (spoken.words[key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = fill[name] ?? whole;
    return typeof value === 'number' ? figure(value) : value;
  });
}

/** A number as the language writes it, with as many digits after the point as are asked for. */
export function figure(value: number, digits = 0): string {
  return new Intl.NumberFormat(spoken.locale, { minimumFractionDigits: digits }).format(value);
}

/** Things in a row, as the language writes them. */
export function listed(texts: readonly string[]): string {
  return new Intl.ListFormat(spoken.locale, { type: 'unit' }).format(texts);
}

/** A language's name in the one the page speaks. */
export function nameOf(language: string): string {
  return new Intl.DisplayNames(spoken.locale, { type: 'language' }).of(language) ?? language;
}

function show(): void {
  document.documentElement.lang = spoken.language;
  document.documentElement.dir = spoken.direction;
}

function first(): Spoken {
  const [one] = languages;
  if (!one) throw new Error('The page was served without words.');
  return one;
}

// A browser that lets no page keep anything throws instead: the choice then lasts as long as the page.
function kept(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

function keep(language: string): void {
  try {
    localStorage.setItem(place, language);
  } catch {
    // Nothing can be kept here.
  }
}
