import { Entry } from '../conversation/log.ts';

/**
 * An entry as it is kept: JSON today. With `open` this is the only place where entries become text and text becomes
 * entries, so that a key per conversation has one place to go.
 */
export function seal(entry: Entry): string {
  return JSON.stringify(entry);
}

/** The entry that was sealed. Throws if the text is not one; what is thrown may quote the text, so it must not be shown. */
export function open(text: string): Entry {
  return Entry.parse(JSON.parse(text));
}
