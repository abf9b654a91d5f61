import type { CardData } from './data.ts';
import type { Action, Element } from './shape.ts';

type Of<T extends Element['type']> = Extract<Element, { type: T }>;
type Run = Of<'RichTextBlock'>['inlines'][number];
type Column = Of<'ColumnSet'>['columns'][number];
type Submit = Extract<Action, { type: 'Action.Submit' }>;

/** How many blocks a text is put into at most: each weighs as much as a long line. */
const mostBlocks = 60;

/** Text as it is, a block for each of its lines; where these are very many, several stand in one block, with a stroke between them. */
export function lines(text: string, { spacing, ...look }: Omit<Partial<Run>, 'type' | 'text'> & Pick<Of<'RichTextBlock'>, 'spacing'> = {}): Of<'RichTextBlock'>[] {
  const all = text.split('\n').filter((line) => line.trim() !== '');
  const inOne = Math.ceil(all.length / mostBlocks);
  return Array.from({ length: inOne === 0 ? 0 : Math.ceil(all.length / inOne) }, (_, at) => all.slice(at * inOne, (at + 1) * inOne).join(' / '))
    .map((line) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: line, ...look }], ...(spacing && { spacing }) }));
}

/** The beginning of a text that is longer than so many letters. */
export function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()} …`;
}

export function heading(text: string, look: Omit<Partial<Of<'TextBlock'>>, 'type' | 'text'> = {}): Of<'TextBlock'> {
  return { type: 'TextBlock', text: asIs(text), wrap: true, style: 'heading', weight: 'bolder', size: 'medium', ...look };
}

/** An option as wide as the card: its words wrap, and there is no limit to how many stand below each other. */
export function option(label: string, data: CardData): Of<'Container'> {
  return { type: 'Container', style: 'accent', spacing: 'small', selectAction: tap(label, data), items: lines(label, { weight: 'bolder' }) };
}

/** Numbers side by side, as many in a row as a thumb can tell apart on a phone. */
export function numbers(labels: readonly { readonly label: string; readonly data: CardData }[]): Of<'ColumnSet'>[] {
  const perRow = 6;
  return Array.from({ length: Math.ceil(labels.length / perRow) }, (_, at) => {
    const these = labels.slice(at * perRow, (at + 1) * perRow);
    const columns = these.map(({ label, data }): Column => ({ type: 'Column', width: 'stretch', style: 'accent', selectAction: tap(label, data), items: [centred(label)] }));
    const empty = Array.from({ length: perRow - these.length }, (): Column => ({ type: 'Column', width: 'stretch', items: [centred(' ')] }));
    return { type: 'ColumnSet', spacing: 'small', columns: [...columns, ...empty] };
  });
}

/** Text, and perhaps a small button beside it. */
export function row(texts: Column['items'], button: Submit | undefined): Of<'ColumnSet'> {
  const beside: Column[] = button ? [{ type: 'Column', width: 'auto', verticalContentAlignment: 'center', items: [{ type: 'ActionSet', actions: [button] }] }] : [];
  return { type: 'ColumnSet', spacing: 'small', columns: [{ type: 'Column', width: 'stretch', items: texts }, ...beside] };
}

/** A button that sends what was filled in. */
export function send(title: string, data: CardData): Of<'ActionSet'> {
  return { type: 'ActionSet', actions: [{ type: 'Action.Submit', title, style: 'positive', data }] };
}

/** A button that sends nothing but itself. */
export function tap(title: string, data: CardData): Submit {
  return { type: 'Action.Submit', title, data, associatedInputs: 'none' };
}

export function call(title: string, number: string): Action {
  return { type: 'Action.OpenUrl', title, style: 'positive', url: `tel:${number.replaceAll(/[^\d+]/g, '')}` };
}

function centred(label: string): Of<'TextBlock'> {
  return { type: 'TextBlock', text: label, wrap: true, horizontalAlignment: 'center', weight: 'bolder' };
}

/** A TextBlock reads Markdown: a backslash keeps a sign what it is. */
function asIs(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/g, String.raw`\$&`);
}
