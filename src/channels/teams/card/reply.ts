import type { Place, Reply } from '../../../conversation/reply.ts';
import type { ClinicCard } from '../../../dialog/schema.ts';
import type { Words } from '../../../words.ts';
import { answersTo, checkRows, type Fitting } from './answers.ts';
import { call, heading, lines, option, shortened, tap } from './element.ts';
import { cardVersion, heaviestCard, type Action, type Card, type Element } from './shape.ts';

/** A reply, and what has become of it since. */
export interface Shown {
  readonly conversation: string;
  readonly reply: Reply;
  readonly place: Place;
  /** The row of the log it is. */
  readonly seq: number;
  /** Whether it can still be answered by a tap. */
  readonly live: boolean;
  /** The answer given to it, in words; null as long as there is none, or once it was taken back. */
  readonly answer: string | null;
}

/** How the clinic speaks to this patient. */
export interface Look {
  readonly words: Words;
  readonly clinic: ClinicCard;
}

/** How a card is drawn, from the best down. */
const fittings: readonly Fitting[] = [
  { changeable: true, longest: Infinity },
  { changeable: true, longest: 4000 },
  { changeable: true, longest: 200 },
  { changeable: false, longest: 200 },
];
const leastFitting: Fitting = { changeable: false, longest: 40 };

/** The card of a reply: as it is asked, or as it was answered. One too heavy for Teams is cut down; the log keeps it whole. */
export function replyCard(shown: Shown, look: Look): Card {
  return lightEnough((fitting) => cardOf(bodyOf(shown, look, fitting), actionsOf(shown, look), look));
}

/** The card of what a nurse wrote. */
export function nurseCard(name: string, text: string, look: Look): Card {
  return lightEnough(({ longest }) => cardOf([...lines(look.words.t('teams:nurse', { name }), { weight: 'bolder' }), ...lines(shortened(text, longest))], [], look));
}

function lightEnough(draw: (fitting: Fitting) => Card): Card {
  for (const fitting of fittings) {
    const card = draw(fitting);
    if (Buffer.byteLength(JSON.stringify(card)) < heaviestCard) return card;
  }
  return draw(leastFitting);
}

function cardOf(body: Element[], actions: Action[], { words, clinic }: Look): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: cardVersion,
    lang: words.language,
    fallbackText: words.t('teams:fallback', { phone: clinic.phone }),
    body,
    ...(actions.length > 0 && { actions }),
    msteams: { width: 'full' },
  };
}

function bodyOf(shown: Shown, look: Look, { changeable, longest }: Fitting): Element[] {
  const { reply, place, live, answer } = shown;
  const { words } = look;
  const given = answer === null ? [] : lines(words.t('teams:answer', { answer: shortened(answer, longest) }), { weight: 'bolder' });
  const progress = lines(words.t('teams:progress', { ...place.progress }), { isSubtle: true, size: 'small' });
  switch (reply.type) {
    case 'tell': return lines(reply.text);
    case 'quote': return [...lines(reply.text), ...(reply.source === '' ? [] : lines(words.t('teams:source', { source: reply.source }), { isSubtle: true, size: 'small' }))];
    case 'alert': return [
      { type: 'Container', style: reply.level === 'emergency' ? 'attention' : 'warning', items: [heading(words.t(`teams:alert.${reply.level}`), { size: 'large' }), ...lines(reply.text)] },
      { type: 'ActionSet', actions: numbersOf(reply, look) },
      ...given,
      ...(live ? reply.options.map(({ id, label }) => option(label, { do: 'tap', in: shown.conversation, question: alertOf(shown.seq), option: id })) : []),
    ];
    case 'ask': return [...(place.status === 'open' ? progress : []), ...question(reply.text), ...given, ...(live ? answersTo(reply, shown.conversation, words) : [])];
    case 'check': return [...question(reply.text), ...checkRows(reply, shown.conversation, words, { changeable: live && changeable, longest }), ...given, ...(live ? answersTo(reply, shown.conversation, words) : [])];
    default: return reply satisfies never;
  }
}

/** The name an alert's buttons go by, as on the web. */
export function alertOf(seq: number): string {
  return `alert ${String(seq).padStart(7, '0')}`;
}

/** Whether a name is that of an alert's buttons: no question's id has a space. */
export function isAlert(name: string): boolean {
  return /^alert \d+$/.test(name);
}

function question(text: string): Element[] {
  const [first = '', ...rest] = text.split('\n');
  return [heading(first), ...lines(rest.join('\n'))];
}

function actionsOf({ reply, place, live, conversation }: Shown, look: Look): Action[] {
  const { words } = look;
  if (place.status === 'closed') return [tap(words.t('teams:new.button'), { do: 'new', in: conversation })];
  if (!live || (reply.type !== 'ask' && reply.type !== 'check')) return [];
  const offered = [
    reply.type === 'ask' && reply.hasWhy && 'why',
    place.progress.at > 1 && 'back',
    reply.type === 'ask' && reply.canSkip && 'skip',
    'person',
  ].filter((act) => act !== false);
  return offered.map((act) => tap(words.t(`teams:${act}.button`), { do: 'say', words: words.t(`teams:${act}.say`) }));
}

/** The numbers to call. They come from the clinic's card, never from a text. */
function numbersOf({ level, text }: Reply & { type: 'alert' }, { words, clinic: { emergencyNumber, phone, crisisLine } }: Look): Action[] {
  const first = level === 'emergency' ? (['emergency', emergencyNumber] as const) : (['clinic', phone] as const);
  return [
    call(words.t(`teams:call.${first[0]}`, { number: first[1] }), first[1]),
    ...(text.includes(crisisLine.number) ? [call(words.t('teams:call.crisis', { name: crisisLine.name, number: crisisLine.number }), crisisLine.number)] : []),
  ];
}
