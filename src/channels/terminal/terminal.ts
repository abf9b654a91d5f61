import type { Clinic } from '../../clinic.ts';
import type { Log, Row } from '../../conversation/log.ts';
import type { Status } from '../../conversation/reply.ts';
import { longestMessage } from '../../conversation/message.ts';
import { plainText } from '../plain-text.ts';

export interface Terminal {
  /** What the patient types, a line at a time. */
  readonly lines: AsyncIterable<string>;
  write(text: string): void;
}

export interface TerminalParts {
  readonly clinic: Pick<Clinic, 'open' | 'receive' | 'log'>;
  readonly terminal: Terminal;
  readonly conversation: string;
  readonly language: string;
  /** The sentence that says several numbers may be sent, in this language. */
  readonly several: (language: string) => string;
  readonly now: () => Date;
  readonly fresh: () => string;
}

/** Holds one conversation in a terminal, until it ends or the input does. */
export async function talkIn({ clinic, terminal, conversation, language, several, now, fresh }: TerminalParts): Promise<void> {
  const show = (rows: Log): Status => {
    for (const { entry } of rows) {
      if (entry.type === 'replied') terminal.write(`\n${plainText(entry.reply, several(entry.place.language))}\n`);
    }
    return rows.findLast(isReply)?.entry.place.status ?? 'open';
  };
  show(await clinic.open(conversation, { user: 'terminal', channel: 'terminal', language }));
  for await (const line of terminal.lines) {
    const { seq } = await clinic.receive(conversation, { id: fresh(), at: now().toISOString(), text: line.slice(0, longestMessage) });
    const rows = await clinic.log(conversation, seq);
    if (show(rows) === 'handed-over' || rows.some(({ entry }) => entry.type === 'acknowledged')) return;
  }
}

function isReply(row: Row): row is Row & { entry: { type: 'replied' } } {
  return row.entry.type === 'replied';
}
