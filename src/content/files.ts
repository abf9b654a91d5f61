import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { ClinicError } from '../errors.ts';

/** A folder with the dialogs and one with the words. */
export interface Folders {
  readonly dialogs: string;
  readonly locales: string;
}

/**
 * The value in the shape asked for.
 * Throws ClinicError `page-invalid` with one sentence for each thing that is wrong, naming file and place.
 */
export function shaped<T>(schema: z.ZodType<T>, raw: unknown, file: string): T {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${file}${path.length > 0 ? `, ${path.join('.')}` : ''}: ${message}`);
  throw new ClinicError('page-invalid', problems.join('\n'));
}

/** Data and nothing else: with the core schema a date stays the words it was written in. */
export function plainYaml(yaml: string): unknown {
  return load(yaml, { schema: CORE_SCHEMA });
}

/** What a YAML or JSON file holds. Throws ClinicError `page-invalid` if it cannot be read. */
export function dataIn(file: string): unknown {
  try {
    const text = readFileSync(file, 'utf8');
    return extname(file) === '.json' ? JSON.parse(text) : plainYaml(text);
  } catch (cause) {
    throw new ClinicError('page-invalid', `${file} can not be read: ${cause instanceof Error ? cause.message : 'unknown reason'}`, { cause });
  }
}

/** The files of a folder with this extension, in the order of their names. */
export function filesIn(folder: string, extension: string): string[] {
  return readdirSync(folder).filter((name) => extname(name) === extension).toSorted().map((name) => join(folder, name));
}

export function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
}
