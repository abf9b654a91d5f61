import { readdirSync, readFileSync } from 'node:fs';

/** One change of the tables. `number` counts from 1 without gaps; a change that was released is never edited. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Every change of one engine's tables, in order, from the files `migrations/<engine>/<number>-<name>.sql`. */
export function readMigrations(engine: 'sqlite' | 'postgres'): Migration[] {
  const folder = new URL(`migrations/${engine}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => ({ number: Number.parseInt(file, 10), name: file, sql: readFileSync(new URL(file, folder), 'utf8') }));
}
