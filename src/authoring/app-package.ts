import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ErrorObject } from 'ajv';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { zipSync } from 'fflate';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { ClinicError } from '../errors.ts';
import type { Words } from '../words.ts';

/** What the manifest names besides words, each by its placeholder in manifest/manifest.json. */
export interface AppDetails {
  /** The app's id in Entra, which is the bot's as well. */
  readonly appId: string;
  readonly clinic: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
  /** Three numbers, for example `1.0.0`. Teams takes another package of the same app only under a higher one. */
  readonly version: string;
}

export interface AppParts {
  readonly details: AppDetails;
  /** manifest/manifest.json, parsed. */
  readonly template: unknown;
  /** PNG files by name. */
  readonly icons: Readonly<Record<string, Uint8Array>>;
  /** The languages the app has names in, the clinic's first one first. */
  readonly languages: readonly Words[];
}

const Manifest = z.looseObject({ $schema: z.url() });

/** `{{appId}}` is a detail, `{{teams-app:name.short}}` are words. */
const placeholder = /\{\{([\w-]+)(?::([\w.-]+))?\}\}/g;

/**
 * What the manifest names, from the settings.
 * @param version what Teams is told of this package
 * Throws ClinicError `setting-invalid` with a sentence that names each setting that is missing.
 */
export function detailsFrom({ publicUrl, teams }: Config, clinic: string, version: string): AppDetails {
  const [appId, privacy, terms] = [teams?.identity?.app, teams?.privacyUrl, teams?.termsUrl];
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new ClinicError('setting-invalid', 'The version must be three numbers, for example 1.0.1.');
  if (appId && privacy && terms && publicUrl.startsWith('https:')) return { appId, clinic, website: publicUrl, privacy, terms, version };
  const missing = [
    ...(appId ? [] : ['The setting TEAMS_APP_ID is missing: the package names the app it belongs to.']),
    ...(publicUrl.startsWith('https:') ? [] : ['The setting PUBLIC_URL is missing, or is no https address: Teams brings messages to no other.']),
    ...(privacy ? [] : ['The setting TEAMS_PRIVACY_URL is missing: Teams shows it to everybody who is offered the app.']),
    ...(terms ? [] : ['The setting TEAMS_TERMS_URL is missing: Teams shows it to everybody who is offered the app.']),
  ];
  throw new ClinicError('setting-invalid', missing.join('\n'));
}

/** The same in every package, so that the same settings make the same file. */
const written = new Date(2000, 0, 1);

/**
 * The Teams app package as a zip: the manifest, a file for each further language, and the icons.
 * Throws ClinicError `setting-invalid` with a sentence for each place that Teams would refuse.
 */
export function appPackage({ details, template, icons, languages }: AppParts): Uint8Array {
  const [first, ...others] = languages;
  if (!first) throw new Error('The app needs a language to have a name in.');
  const filled = JSON.stringify(template, (_key, value: unknown) => (typeof value === 'string' ? fill(value, details, first) : value));
  const additionalLanguages = others.map(({ language }) => ({ languageTag: language, file: `${language}.json` }));
  const manifest = { ...Manifest.parse(JSON.parse(filled)), localizationInfo: { defaultLanguageTag: first.language, additionalLanguages } };
  const files = [
    { name: 'manifest.json', content: manifest },
    ...others.map((words) => ({ name: `${words.language}.json`, content: translation(template, manifest.$schema, details, words) })),
  ];
  const problems = files.flatMap(({ name, content }) => problemsIn(content).map((problem) => `${name}, ${problem}`));
  if (problems.length > 0) throw new ClinicError('setting-invalid', `Teams would refuse this package.\n${problems.join('\n')}`);
  const texts = files.map(({ name, content }) => [name, new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`)] as const);
  return zipSync({ ...Object.fromEntries(texts), ...icons }, { mtime: written });
}

function fill(text: string, details: AppDetails, words: Words): string {
  const known = new Map(Object.entries(details));
  return text.replaceAll(placeholder, (whole, name: string, key: string | undefined) => {
    const said = key === undefined ? known.get(name) : words.t(`${name}:${key}`);
    if (said === undefined) throw new Error(`Nothing fills ${whole} in manifest/manifest.json.`);
    return said;
  });
}

/** Every text of the manifest that is words, by its path, in another language. */
function translation(template: unknown, schema: string, details: AppDetails, words: Words): { readonly $schema: string } {
  const spoken = textsIn(template, '').filter(({ text }) => /\{\{[\w-]+:/.test(text));
  return { $schema: schema.replace('.schema.json', '.Localization.schema.json'), ...Object.fromEntries(spoken.map(({ path, text }) => [path, fill(text, details, words)])) };
}

function textsIn(json: unknown, path: string): { path: string; text: string }[] {
  if (typeof json === 'string') return [{ path, text: json }];
  if (Array.isArray(json)) return json.flatMap((one, at) => textsIn(one, `${path}[${at}]`));
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, one]) => textsIn(one, path === '' ? key : `${path}.${key}`));
}

/** What Microsoft's own schema, named by the file itself, says against it. */
function problemsIn(content: { readonly $schema: string }): string[] {
  const file = join(fileURLToPath(import.meta.resolve('@microsoft/app-manifest')), '..', new URL(content.$schema).pathname);
  // Its patterns are not written for the stricter unicode mode.
  const ajv = new draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const check = ajv.compile(z.looseObject({}).parse(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))));
  return check(content) ? [] : (check.errors ?? []).map(sentenceOf);
}

function sentenceOf({ instancePath, message = 'it is wrong' }: ErrorObject): string {
  return `${instancePath.slice(1).replaceAll('/', '.') || 'the whole'}: ${message}`;
}
