import type { Language } from '../language.ts';
import { findAt, type Phrases } from '../text/phrases.ts';
import { hear, pastFillers, type Said } from '../text/said.ts';

/**
 * Whether the whole message says "none of these", with nothing in it but courtesies and what is known to add nothing. A message that
 * only begins so ("no feeling in my legs", "none, well maybe two") may tell of the very thing it seems to deny.
 */
export function saysNone(said: Said, language: Language): boolean {
  return saysOnly([language.choosing.none], said, language);
}

/** Whether the whole message says that what was told before is all there is: "no, nothing else", "that's right, that's all of them". */
export function saysNothingMore(text: string, language: Language): boolean {
  return saysOnly([language.choosing.nothingMore, language.choosing.none], hear(text, language), language);
}

function saysOnly(lists: readonly Phrases[], { text, words }: Said, language: Language): boolean {
  if (language['yes-no'].letters[text.trim().toLowerCase()] === 'no') return true;
  const { harmless } = language.choosing;
  let says = false;
  for (let at = pastFillers(words, 0, language); at < words.length; at = pastFillers(words, at, language)) {
    const denial = lists.flatMap((list) => findAt(list, words, at) ?? []).toSorted((one, other) => other.to - one.to)[0];
    const addition = findAt(harmless, words, at);
    const found = denial && denial.to >= (addition?.to ?? 0) ? denial : addition;
    if (!found) return false;
    says ||= found === denial;
    at = found.to;
  }
  return says;
}
