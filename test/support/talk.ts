import type { Content } from '../../src/conversation/content.ts';
import type { Entry, EntryOf } from '../../src/conversation/log.ts';
import { standingAfter, unopened, type Standing } from '../../src/conversation/status.ts';
import { greet, takeTurn } from '../../src/conversation/turn.ts';

export interface Talk {
  readonly standing: Standing;
  readonly entries: Entry[];
  /** What the last message brought about. */
  readonly last: Entry[];
}

/** Opens a conversation and says one thing after the other, through the pure middle alone. */
export function talk(content: Content, ...messages: string[]): Talk {
  return talkIn('en', content, ...messages);
}

/** The same in another language. */
export function talkIn(language: string, content: Content, ...messages: string[]): Talk {
  const opened: Entry[] = greet({ type: 'opened', clinic: content.card.id, user: 'invented', channel: 'terminal', language }, content);
  const start: Talk = { standing: standingAfter(unopened(content), opened, content), entries: opened, last: opened };
  return messages.reduce((sofar, text) => say(sofar, text, content), start);
}

/** Goes on with one more message; `tapped` is `question=option,option`. */
export function say({ standing, entries }: Talk, text: string, content: Content, tapped?: string): Talk {
  const [question = '', options = ''] = tapped?.split('=') ?? [];
  const message = { id: `m${entries.length}`, at: '2026-11-22T09:00:00Z', text, ...(tapped !== undefined && { tapped: { question, options: options.split(',') } }) };
  const last = takeTurn(standing, message, content);
  return { standing: standingAfter(standing, last, content), entries: [...entries, ...last], last };
}

/** The texts shown by the last message, in order. */
export function shown({ last }: Talk): string[] {
  return last.flatMap((entry) => (entry.type === 'replied' ? [entry.reply.text] : []));
}

/** The keys of bot.json, and the kinds of other lines, that the last message brought. */
export function lines({ last }: Talk): string[] {
  return last.flatMap((entry) => (entry.type === 'replied' ? ['key' in entry.line ? entry.line.key : entry.line.say] : []));
}

/** The question that is open, or the status if none is. */
export function open({ standing }: Talk): string {
  const { rest } = standing.walk;
  return standing.status === 'open' && rest.at === 'question' ? rest.item.id : standing.status;
}

export function entriesOf<T extends Entry['type']>({ entries }: Talk, type: T): EntryOf<T>[] {
  return entries.filter((entry): entry is EntryOf<T> => entry.type === type);
}
