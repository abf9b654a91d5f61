import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const Said = z.union([z.string(), z.array(z.string()).min(1)]);

/** A whole visit as data. All patients are invented. */
export const Journey = z.strictObject({
  title: z.string(),
  /** What the patient writes at each question, by its id; a list is written one after the other, each time the question is open. */
  says: z.record(z.string(), Said),
  /** What a healthy person would say, or the number of that option, to questions not named above. */
  otherwise: z.enum(['words', 'numbers']).default('words'),
  /** Writes "skip" first to every question not named above. */
  skips: z.boolean().default(false),
  /** Goes away after so many messages, and comes back. With a restart, every journey is cut once. */
  leavesAfter: z.number().int().optional(),
  ends: z.enum(['handed-over', 'emergency', 'stopped', 'open']),
  urgency: z.enum(['emergency', 'same-day', 'routine']).nullable(),
  /** Flags that must be positive at the end, and no others above a note. */
  flags: z.array(z.string()),
  /** At most so many messages. */
  within: z.number().int(),
  /** Facts the nurse's page must show, by question. */
  summary: z.record(z.string(), z.string()).default({}),
});

export type Journey = z.infer<typeof Journey> & { readonly name: string };

/** What can be seen of the open question from any channel. */
export interface Seen {
  readonly question: string | null;
  readonly type: string | null;
  readonly status: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** A way to hold the conversation: through the pure middle, or over the wire. */
export interface Line {
  seen(): Seen;
  say(text: string): Promise<void>;
}

export function journeys(): Journey[] {
  const folder = import.meta.dirname;
  return readdirSync(folder)
    .filter((file) => extname(file) === '.yaml')
    .map((file) => ({ name: basename(file, '.yaml'), ...Journey.parse(parse(readFileSync(join(folder, file), 'utf8'))) }));
}

/** Leads the patient through the visit until it ends; `between` is called before each message with its number. Returns what was said. */
export async function visit(journey: Journey, line: Line, between: (message: number) => Promise<void> = async () => {}): Promise<string[]> {
  const left = new Map(Object.entries(journey.says).map(([question, said]) => [question, [said].flat()]));
  const skipped = new Set<string | null>();
  const said: string[] = [];
  while (line.seen().status === 'open' && said.length < journey.within) {
    const seen = line.seen();
    const skips = journey.skips && !left.has(seen.question ?? '') && !skipped.has(seen.question);
    const words = skips ? 'skip' : (left.get(seen.question ?? '')?.shift() ?? usual(seen, journey.otherwise));
    if (skips) skipped.add(seen.question);
    await between(said.length);
    await line.say(words);
    said.push(words);
  }
  return said;
}

/** What a person without complaints says to a question; every question of a new type needs its words here. */
function usual({ type, options }: Seen, otherwise: Journey['otherwise']): string {
  const plain = (id: string): string => {
    const index = options.findIndex((option) => option.id === id);
    return otherwise === 'numbers' ? String(index + 1) : (options[index]?.label ?? id);
  };
  switch (type) {
    case 'yes-no':
    case 'yes-no-unsure': return plain('no');
    case 'choices': return plain(options.find(({ id }) => id === 'none')?.id ?? options[0]?.id ?? '');
    case 'choice': return plain(options.find(({ id }) => id === 'none')?.id ?? options[0]?.id ?? '');
    case 'check': return plain('send');
    case 'number': return '4';
    case 'duration': return '3 years';
    case 'distance-or-time': return '10 minutes';
    case 'date': return 'March 5, 1948';
    case 'month': return 'March 2025';
    case 'name': return 'Ann Example';
    case 'phone': return '(608) 555-0134';
    case 'email': return 'ann@example.org';
    case 'medicines': return 'none';
    default: return 'To walk to the mailbox';
  }
}
