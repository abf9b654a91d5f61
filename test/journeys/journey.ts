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

/** How invented patients speak a language: what they say where a journey does not say otherwise, and the journeys in it. */
const Speech = z.strictObject({ language: z.string(), skip: z.string(), usual: z.record(z.string(), z.string()), says: z.record(z.string(), z.record(z.string(), Said)) });

export type Journey = z.infer<typeof Journey> & {
  readonly name: string;
  /** The language it is held in: `en`, or `en es` for one that begins in English and goes on in Spanish half-way. */
  readonly held: string;
};

const speeches = new Map(['en', 'es'].map((language) => [language, Speech.parse(parse(readFileSync(join(import.meta.dirname, `words/${language}.yaml`), 'utf8')))]));

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
    .map((file) => ({ name: basename(file, '.yaml'), held: 'en', ...Journey.parse(parse(readFileSync(join(folder, file), 'utf8'))) }));
}

/** Leads the patient through the visit until it ends; `between` is called before each message with its number. Returns what was said. */
export async function visit(journey: Journey, line: Line, between: (message: number) => Promise<void> = async () => {}): Promise<string[]> {
  const asked = new Map<string, number>();
  const skipped = new Set<string | null>();
  const said: string[] = [];
  const [first = 'en', second = first] = journey.held.split(' ');
  let language = first;
  while (line.seen().status === 'open' && said.length < journey.within) {
    await between(said.length);
    if (language !== second && said.length >= halfOf(journey)) {
      language = second;
      await line.say(speechOf(second).language);
    }
    const seen = line.seen();
    const question = seen.question ?? '';
    const told = saysIn(language, journey)[question];
    const time = asked.get(question) ?? 0;
    asked.set(question, time + 1);
    const skips = journey.skips && told === undefined && !skipped.has(seen.question);
    const words = skips ? speechOf(language).skip : ([told ?? []].flat()[time] ?? usual(seen, journey.otherwise, language));
    if (skips) skipped.add(seen.question);
    await line.say(words);
    said.push(words);
  }
  return said;
}

/** Where a journey in two languages goes over to the second: after as many messages as half of its own words. */
function halfOf({ says }: Journey): number {
  return Math.max(1, Math.floor(Object.keys(says).length / 2));
}

function saysIn(language: string, { name, says }: Journey): Journey['says'] {
  return language === 'en' ? says : (speechOf(language).says[name] ?? {});
}

function speechOf(language: string): z.infer<typeof Speech> {
  const found = speeches.get(language);
  if (!found) throw new Error(`Nobody has written down what invented patients say in "${language}".`);
  return found;
}

/** What a person without complaints says to a question; every question of a new type needs its words here. */
function usual({ type, options }: Seen, otherwise: Journey['otherwise'], language: string): string {
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
    default: return speechOf(language).usual[type ?? 'text'] ?? '';
  }
}
