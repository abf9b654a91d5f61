import { z } from 'zod';

/** What Teams takes on every device: newer elements are drawn on some only. */
export const cardVersion = '1.5';

/** The heaviest card Teams is sent, in bytes of its JSON. Teams counts in UTF-16, which is up to twice as much, and takes 100 KB. */
export const heaviestCard = 40 * 1024;

const Text = z.string().min(1);
const Spacing = z.enum(['none', 'small', 'default', 'medium', 'large']);
const Data = z.record(z.string(), z.unknown());

const Submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: Text,
  tooltip: Text.optional(),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  data: Data,
  /** `none`: the card's inputs are neither checked nor sent along. */
  associatedInputs: z.enum(['auto', 'none']).optional(),
});

const Execute = Submit.extend({ type: z.literal('Action.Execute'), verb: Text, fallback: Submit });

const OpenUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title: Text, url: z.url({ protocol: /^(https?|tel)$/ }), style: z.enum(['default', 'positive', 'destructive']).optional() });

/** What opens under the button before anything is done: a sentence to think twice over, and the button that does it. */
const ShowCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  title: Text,
  card: z.strictObject({
    type: z.literal('AdaptiveCard'),
    body: z.array(z.strictObject({ type: z.literal('TextBlock'), text: Text, wrap: z.literal(true) })).min(1),
    actions: z.array(Execute).min(1).max(6),
  }),
});

export const Action = z.discriminatedUnion('type', [Submit, Execute, OpenUrl, ShowCard]);

const TextBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: Text,
  wrap: z.literal(true),
  weight: z.enum(['default', 'bolder']).optional(),
  size: z.enum(['small', 'default', 'medium', 'large']).optional(),
  color: z.enum(['default', 'attention', 'warning', 'good']).optional(),
  isSubtle: z.boolean().optional(),
  horizontalAlignment: z.enum(['left', 'center']).optional(),
  style: z.literal('heading').optional(),
  spacing: Spacing.optional(),
});

/** Text that is shown as it is: in a TextBlock, what somebody wrote could become a link. */
const RichTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(TextBlock.pick({ text: true, weight: true, size: true, color: true, isSubtle: true }).extend({ type: z.literal('TextRun') })).min(1),
  spacing: Spacing.optional(),
});

const ActionSet = z.strictObject({ type: z.literal('ActionSet'), actions: z.array(Action).min(1).max(6), spacing: Spacing.optional() });

const ChoiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  id: Text,
  label: Text,
  style: z.enum(['expanded', 'compact']),
  isMultiSelect: z.boolean(),
  wrap: z.literal(true),
  choices: z.array(z.strictObject({ title: Text, value: Text })).min(1),
  isRequired: z.boolean(),
  errorMessage: Text,
});

const DateInput = z.strictObject({ type: z.literal('Input.Date'), id: Text, label: Text, max: z.iso.date().optional(), isRequired: z.boolean(), errorMessage: Text });

const NumberInput = z.strictObject({ type: z.literal('Input.Number'), id: Text, label: Text, min: z.number(), max: z.number(), isRequired: z.boolean(), errorMessage: Text });

/** A place that is tapped as a whole: unlike a button's, its words are never cut off. */
const tappable = { selectAction: Submit.optional(), style: z.enum(['default', 'emphasis', 'accent', 'good', 'attention', 'warning']).optional() };

const Column = z.strictObject({
  type: z.literal('Column'),
  width: z.union([z.enum(['auto', 'stretch']), z.number()]),
  verticalContentAlignment: z.enum(['top', 'center']).optional(),
  ...tappable,
  items: z.array(z.discriminatedUnion('type', [TextBlock, RichTextBlock, ActionSet])).min(1),
});

const ColumnSet = z.strictObject({ type: z.literal('ColumnSet'), columns: z.array(Column).min(1), spacing: Spacing.optional(), separator: z.boolean().optional() });

const FactSet = z.strictObject({ type: z.literal('FactSet'), facts: z.array(z.strictObject({ title: Text, value: Text })).min(1), spacing: Spacing.optional() });

const Plain = z.discriminatedUnion('type', [TextBlock, RichTextBlock, ActionSet, ChoiceSet, DateInput, NumberInput, ColumnSet, FactSet]);

const Container = z.strictObject({
  type: z.literal('Container'),
  ...tappable,
  spacing: Spacing.optional(),
  separator: z.boolean().optional(),
  bleed: z.boolean().optional(),
  items: z.array(Plain).min(1),
});

export const Element = z.discriminatedUnion('type', [...Plain.options, Container]);

/** The part of the Adaptive Cards schema that we use. Strict: a word Teams does not know is dropped there in silence. */
export const Card = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal(cardVersion),
  /** A language alone: one with a country is dropped. */
  lang: z.string().regex(/^[a-z]{2,3}$/),
  /** Shown where the card can not be drawn, and read out by some devices. */
  fallbackText: Text,
  body: z.array(Element).min(1),
  /** At most six: Teams swallows the others. */
  actions: z.array(Action).max(6).optional(),
  /** Who is asked for a fresh view, at most 60 people. */
  refresh: z.strictObject({ action: Execute.omit({ fallback: true, title: true }).extend({ title: Text.optional() }), userIds: z.array(Text).max(60) }).optional(),
  msteams: z.strictObject({ width: z.literal('full') }).optional(),
});

export type Action = z.infer<typeof Action>;
export type Element = z.infer<typeof Element>;
export type Card = z.infer<typeof Card>;
