import { createRequire } from 'node:module';
import { CardData } from '../../../src/channels/teams/card/data.ts';
import { Card, heaviestCard, type Element } from '../../../src/channels/teams/card/shape.ts';
import type { Outgoing } from '../../../src/channels/teams/outgoing.ts';

// The package looks for a browser's global object, and finds one.
Object.assign(globalThis, { self: globalThis });
const { AdaptiveCard, CardElement, SerializationContext, Versions }: typeof import('adaptivecards') = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

/** A button of a card as a thumb finds it: its words, and what it sends. */
export interface Button {
  readonly title: string;
  readonly data: CardData;
}

/** The one card of a message. */
export function cardOn(message: Outgoing | undefined): Card {
  const card = message?.attachments?.[0]?.content;
  if (!card) throw new Error('There is no card on this message.');
  return card;
}

/** What is wrong with a card: against our own strict shape, for the parser of Adaptive Cards, or by its weight. */
export function problemsIn(card: Card): string[] {
  const context = new SerializationContext(Versions.v1_5);
  // The package's pattern for it remembers where it stopped, and refuses every second card.
  if (CardElement.langProperty.regEx) CardElement.langProperty.regEx.lastIndex = 0;
  new AdaptiveCard().parse(structuredClone(card), context);
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const shape = Card.safeParse(card).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const weight = Buffer.byteLength(JSON.stringify(card));
  return [...parsed, ...shape, ...(weight < heaviestCard ? [] : [`it weighs ${weight} bytes`])];
}

/** Every button of a patient's card, from top to bottom. */
export function buttonsOn(card: Card): Button[] {
  const actions = [...card.body.flatMap(actionsIn), ...(card.actions ?? [])];
  return actions.flatMap((action) => (action.type === 'Action.Submit' ? [{ title: action.title, data: CardData.parse(action.data) }] : []));
}

/** The numbers that can be called with one tap, by the words of the button. */
export function callsOn(card: Card): [title: string, url: string][] {
  return card.body.flatMap(actionsIn).flatMap((action): [string, string][] => (action.type === 'Action.OpenUrl' ? [[action.title, action.url]] : []));
}

/** What can be ticked on a card: the ids by their words. */
export function choicesOn(card: Card): Map<string, string> {
  return new Map(card.body.flatMap((element) => (element.type === 'Input.ChoiceSet' && element.isMultiSelect ? element.choices.map(({ title, value }) => [title, value] as const) : [])));
}

/** Every word on a card, a line for each element. */
export function wordsOn(card: Card): string[] {
  return card.body.flatMap(wordsIn);
}

function actionsIn(element: Element): NonNullable<Card['actions']> {
  switch (element.type) {
    case 'ActionSet': return element.actions;
    case 'Container': return [...(element.selectAction ? [element.selectAction] : []), ...element.items.flatMap(actionsIn)];
    case 'ColumnSet': return element.columns.flatMap(({ selectAction, items }) => [...(selectAction ? [selectAction] : []), ...items.flatMap(actionsIn)]);
    default: return [];
  }
}

function wordsIn(element: Element): string[] {
  switch (element.type) {
    case 'TextBlock': return [element.text];
    case 'RichTextBlock': return [element.inlines.map(({ text }) => text).join('')];
    case 'Container': return element.items.flatMap(wordsIn);
    case 'ColumnSet': return element.columns.flatMap(({ items }) => items.flatMap(wordsIn));
    default: return [];
  }
}
