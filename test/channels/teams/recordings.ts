import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

// What the Playground sent, word for word, when invented people met the bot, wrote, tapped and claimed. The conversation is renamed.
const folder = join(import.meta.dirname, 'recorded');

export type Recording = Readonly<Record<string, unknown>>;

export const recorded: ReadonlyMap<string, Recording> = new Map(readdirSync(folder).map((file) => [basename(file, '.json'), recordOf(JSON.parse(readFileSync(join(folder, file), 'utf8')))]));

export function recordingOf(name: string): Recording {
  const found = recorded.get(name);
  if (!found) throw new Error(`There is no recording of ${name}.`);
  return found;
}

function recordOf(value: unknown): Recording {
  if (typeof value !== 'object' || value === null) throw new Error('A recording holds one activity.');
  return { ...value };
}
