import { optionsOf } from '../conversation/answer.ts';
import type { Voice } from '../conversation/voice.ts';
import type { Dialog, Item } from '../dialog/dialog.ts';
import type { Facts } from '../dialog/schema.ts';

/** The dialog, and the language it is told in. */
export interface Told {
  readonly dialog: Dialog;
  readonly voice: Voice;
}

/** The question among those that facts about an item speak of that is asked last. */
export function sourceOf(facts: Facts, item: Item, told: Told): Item {
  const order = (asked: Item): number => told.dialog.items.indexOf(asked);
  return Object.keys(facts).map((id) => askedAs(id, item, told)).toSorted((one, other) => order(other) - order(one))[0] ?? item;
}

/** Facts in words, joined by "and"; of the question `from`, only the answers are named. */
export function factsInWords(facts: Facts, item: Item, from: string, told: Told): string {
  const parts = Object.entries(facts).map(([id, wanted]) => {
    const about = askedAs(id, item, told);
    const answers = answersInWords(wanted, about, told);
    return about.question.id === from ? { first: true, text: answers } : { first: false, text: `“${about.question.short}”: ${answers}` };
  });
  return parts.toSorted((one, other) => Number(other.first) - Number(one.first)).map(({ text }) => text).join(', and ');
}

/** The answers a fact waits for; "any of these" where that is every option but those that exclude the others. */
export function answersInWords(wanted: Facts[string], about: Item, { voice }: Told): string {
  if (typeof wanted === 'object' && !Array.isArray(wanted)) {
    const { min, max } = wanted;
    return max === undefined ? `${min} or more` : min === undefined ? `${max} or less` : `${min} to ${max}`;
  }
  const named = [wanted].flat().map(String);
  const several = about.question.options?.filter(({ exclusive }) => !exclusive) ?? [];
  if (about.question.type === 'choices' && several.every(({ id }) => named.includes(id))) return 'any of these';
  const labels = new Map(optionsOf(about, voice).map(({ id, label }) => [id, label]));
  return named.map((one) => labels.get(one) ?? one).join(' · ');
}

/** The item a fact speaks of; of a page that repeats, the first. */
function askedAs(id: string, { each }: Item, { dialog }: Told): Item {
  const name = id === 'each' ? each?.of : id;
  const found = dialog.items.find(({ question }) => question.id === name);
  if (!found) throw new Error(`There is no question "${id}" to draw an arrow from.`);
  return found;
}
