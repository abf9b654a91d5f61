import type { Language } from '../language.ts';
import { findAt } from '../text/phrases.ts';
import { pastFillers, type Said } from '../text/said.ts';

/**
 * Whether the whole message says "none of these", with nothing in it but courtesies and what is known to add nothing. A message that
 * only begins so ("no feeling in my legs", "none, well maybe two") may tell of the very thing it seems to deny.
 */
export function saysNone({ text, words }: Said, language: Language): boolean {
  if (language['yes-no'].letters[text.trim().toLowerCase()] === 'no') return true;
  const { none, harmless } = language.choosing;
  let says = false;
  for (let at = pastFillers(words, 0, language); at < words.length; at = pastFillers(words, at, language)) {
    const denial = findAt(none, words, at);
    const addition = findAt(harmless, words, at);
    const found = denial && denial.to >= (addition?.to ?? 0) ? denial : addition;
    if (!found) return false;
    says ||= found === denial;
    at = found.to;
  }
  return says;
}
