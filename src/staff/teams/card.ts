import { heading, lines, shortened } from '../../channels/teams/card/element.ts';
import { cardVersion, type Action, type Card, type Element } from '../../channels/teams/card/shape.ts';
import type { ClinicCard } from '../../dialog/schema.ts';
import type { FlagLine } from '../../handoff/flag-lines.ts';
import type { Summary } from '../../handoff/summary.ts';
import type { Case } from '../../store/store.ts';
import type { Words } from '../../words.ts';
import { ageBand } from './age-band.ts';

/** What the channel is shown of a case, besides the case. */
export interface Look {
  /** The clinic's first language. */
  readonly words: Words;
  readonly clinic: ClinicCard;
  /** Where the inbox is reached. */
  readonly publicUrl: string;
  /** Whether everybody in the channel may read names and symptoms. */
  readonly showNames: boolean;
}

export interface Shown {
  readonly case: Case;
  readonly summary: Summary;
  /** A sentence for the one who reads this card, above everything else: why what they tapped did not happen. */
  readonly note?: string;
}

/** What a nurse can do from the card, by the verb that reaches us. */
export const verbs = ['claim', 'release', 'close'] as const;
export type Verb = (typeof verbs)[number];

const styles = { emergency: 'attention', 'same-day': 'warning', routine: 'emphasis' } as const;

/** What a notification may say: urgency and reference, nothing of the patient. */
export function headline({ case: { urgency }, summary: { reference } }: Shown, { words }: Look): string {
  return words.t('teams-staff:card.headline', { urgency: words.t(`teams-staff:card.urgency.${urgency}`), reference });
}

/**
 * A case as its card in the nurses' channel. Without `showNames` it holds nothing of the patient but urgency, age band and reference,
 * so that a phone on a table tells nothing.
 */
export function handoffCard(shown: Shown, look: Look): Card {
  const { words } = look;
  const closed = shown.case.closedAt !== null;
  const title = headline(shown, look);
  const body: Element[] = [
    ...lines(shown.note ?? '', { weight: 'bolder', color: 'attention' }),
    { type: 'Container', style: closed ? 'default' : styles[shown.case.urgency], bleed: true, items: [heading(title, { size: 'large' })] },
    ...facts(shown, look).map(([key, value]) => fact(words.t(`teams-staff:card.${key}`), value)),
  ];
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: cardVersion,
    lang: words.language,
    fallbackText: title,
    body,
    ...(!closed && { actions: actions(shown, look) }),
  };
}

function facts({ case: found, summary }: Shown, { words, clinic, showNames }: Look): [key: string, value: string][] {
  const say = (key: string, values = {}): string => words.t(`teams-staff:card.${key}`, values);
  const orNone = (text: string): string => text || say('not-given');
  const named = (flags: readonly FlagLine[]): string => flags.map(({ name }) => name).join(', ') || say('none');
  const person: [string, string][] = [
    ['name', orNone(summary.who.name ?? '')],
    ['situation', orNone(summary.situation)],
    ['positive', named(summary.redFlags.positive)],
    ['unsure', named(summary.redFlags.unsure)],
  ];
  return [
    ...(showNames ? person : []),
    ['age', summary.who.age === null ? say('not-given') : ageBand(summary.who.age, clinic.ageBands, words)],
    ['handed-over', say('at', moment(found.handedOverAt, words, clinic))],
    ...(found.closedAt === null
      ? [['has-it', found.claimedBy?.name ?? say('nobody')] satisfies [string, string]]
      : [['closed', say('at', moment(found.closedAt, words, clinic))] satisfies [string, string]]),
  ];
}

/** A card stands still, so it says since when somebody waits, by the clinic's own clock. */
function moment(iso: string, { language }: Words, { country, timeZone }: ClinicCard): { time: string; day: string } {
  const at = new Date(iso);
  const said = (how: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(`${language}-${country}`, { ...how, timeZone }).format(at);
  return { time: said({ hour: 'numeric', minute: '2-digit' }), day: said({ weekday: 'long', month: 'long', day: 'numeric' }) };
}

function actions({ case: { conversation, claimedBy } }: Shown, { words, publicUrl }: Look): Action[] {
  const say = (key: string): string => words.t(`teams-staff:card.${key}`);
  const close: Action = {
    type: 'Action.ShowCard',
    title: say('close'),
    card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: say('close-text'), wrap: true }], actions: [execute('close', say('close-yes'), conversation)] },
  };
  const first = claimedBy === null ? execute('claim', say('claim'), conversation) : execute('release', say('release'), conversation);
  return [first, close, { type: 'Action.OpenUrl', title: say('open'), url: new URL(`/staff#case=${encodeURIComponent(conversation)}`, publicUrl).href }];
}

/** Where a device does not know Action.Execute, the same button sends a message. */
function execute(verb: Verb, title: string, conversation: string): Extract<Action, { type: 'Action.Execute' }> {
  return { type: 'Action.Execute', title, verb, data: { conversation }, fallback: { type: 'Action.Submit', title, data: { verb, conversation } } };
}

/** Letters of a fact that are shown: whoever wants to know more opens the case. */
const longestFact = 500;

/** Names and symptoms are shown as they were written, and never read as Markdown. */
function fact(title: string, value: string): Element {
  return { type: 'RichTextBlock', spacing: 'small', inlines: [{ type: 'TextRun', text: `${title}: `, weight: 'bolder' }, { type: 'TextRun', text: shortened(value, longestFact) }] };
}
