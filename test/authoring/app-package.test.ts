import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { appPackage, detailsFrom } from '../../src/authoring/app-package.ts';
import { configFrom } from '../../src/config.ts';
import { ClinicError } from '../../src/errors.ts';
import { wordsFrom, type Words } from '../../src/words.ts';
import { aBrowser } from '../support/browser.ts';
import { shipped } from '../support/content.ts';
import { foldersIn } from '../../src/content/files.ts';

const root = join(import.meta.dirname, '../..');
const settings = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  TEAMS_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  TEAMS_SECRET: 'invented',
  TEAMS_PRIVACY_URL: 'https://www.example.org/privacy',
  TEAMS_TERMS_URL: 'https://www.example.org/terms',
  PUBLIC_URL: 'https://intake.example.org',
};
const template: unknown = JSON.parse(readFileSync(join(root, 'manifest/manifest.json'), 'utf8'));
const icons = Object.fromEntries(['color.png', 'outline.png'].map((icon) => [icon, new Uint8Array(readFileSync(join(root, 'manifest', icon)))]));
const english = [...shipped.voices.values()];

/** A language nobody speaks here, in which the app has a name of its own. */
function another(name: string): Words {
  const files = { 'teams-app': { 'name.short': name, 'name.full': `${name} para {{clinic}}` } };
  const words = wordsFrom('xx', [{ language: 'xx', files, country: 'US', parameters: { clinic: shipped.card.name } }]).get('xx');
  const [first] = english;
  if (!words || !first) throw new Error('There are no words.');
  return { ...words, t: (key, parameters) => (key.startsWith('teams-app:name.') ? words : first).t(key, parameters) };
}

function aPackage(languages: readonly Words[] = english, clinic = shipped.card.name): Uint8Array {
  return appPackage({ details: detailsFrom(configFrom(settings), clinic, '1.0.0'), template, icons, languages });
}

function packed(languages?: readonly Words[], clinic?: string): Record<string, string> {
  const zip = unzipSync(aPackage(languages, clinic));
  return Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

describe('the package', () => {
  it('holds the manifest and the two icons, and nothing else, in one language', () => {
    expect(Object.keys(packed(english.slice(0, 1))).toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png']);
  });

  it('holds a file for each further language, which the manifest names', () => {
    const files = packed([...english, another('Adelante')]);
    expect(Object.keys(files)).toContain('xx.json');
    expect(JSON.parse(files['manifest.json'] ?? '')).toMatchObject({ localizationInfo: { defaultLanguageTag: 'en', additionalLanguages: expect.arrayContaining([{ languageTag: 'xx', file: 'xx.json' }]) } });
    expect(JSON.parse(files['xx.json'] ?? '')).toMatchObject({ 'name.short': 'Adelante', 'bots[0].commandLists[0].commands[0].title': 'send cases here' });
  });

  it('names app, clinic and addresses from the settings', () => {
    expect(JSON.parse(packed()['manifest.json'] ?? '')).toMatchObject({
      id: settings.TEAMS_APP_ID,
      bots: [{ botId: settings.TEAMS_APP_ID, scopes: ['personal', 'team'] }],
      developer: { name: shipped.card.name, websiteUrl: settings.PUBLIC_URL, privacyUrl: settings.TEAMS_PRIVACY_URL, termsOfUseUrl: settings.TEAMS_TERMS_URL },
    });
  });

  it('has no placeholder left, and no secret', () => {
    for (const [name, text] of Object.entries(packed([...english, another('Adelante')]))) {
      if (name.endsWith('.json')) expect(text).not.toMatch(/\{\{|\}\}|invented/);
    }
  });

  it('is the same file for the same settings', () => {
    expect(aPackage()).toEqual(aPackage());
  });

  it('is refused, with the place, where Teams would refuse it', () => {
    expect(() => packed(english, 'The Clinic of a Name That Is Far Too Long')).toThrow(/^Teams would refuse this package\.\nmanifest\.json, developer\.name: must NOT have more than 32 characters$/);
    expect(() => packed([...english, another('A name of thirty-one characters')])).toThrow('xx.json, name.short: must NOT have more than 30 characters');
  });
});

describe('the settings of the package', () => {
  it.each(['TEAMS_APP_ID', 'TEAMS_PRIVACY_URL', 'TEAMS_TERMS_URL', 'PUBLIC_URL'])('need %s, and say so', (name) => {
    const rest = name === 'TEAMS_APP_ID' ? { PUBLIC_URL: settings.PUBLIC_URL } : { ...settings, [name]: '' };
    const details = (): unknown => detailsFrom(configFrom(rest), 'Clinic', '1.0.0');
    expect(details).toThrow(ClinicError);
    expect(details).toThrow(`The setting ${name} is missing`);
  });

  it.each(['http://intake.example.org', 'http://localhost:3978'])('take no address that Teams can not reach safely: %s', (PUBLIC_URL) => {
    expect(() => detailsFrom(configFrom({ ...settings, PUBLIC_URL }), 'Clinic', '1.0.0')).toThrow('PUBLIC_URL');
  });

  it('need a version that Teams can compare', () => {
    expect(() => detailsFrom(configFrom(settings), 'Clinic', '1.0')).toThrow('three numbers');
  });
});

describe('npm run teams:package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lean-forward-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const { PATH = '', HOME = '' } = process.env;
  const run = (given: Record<string, string>, file: string, ...more: string[]) =>
    spawnSync('npm', ['run', '--silent', 'teams:package', '--', '--to', file, ...more], { cwd: root, encoding: 'utf8', env: { PATH, HOME, ...given } });

  it('writes the zip with the names in every language of locales/, and says where it is', () => {
    const file = join(folder, 'app.zip');
    const { status, stdout } = run(settings, file);
    expect({ status, said: stdout.trim().endsWith('app.zip') }).toEqual({ status: 0, said: true });
    const others = foldersIn(join(root, 'locales')).filter((language) => language !== shipped.card.languages[0]);
    const files = Object.keys(unzipSync(new Uint8Array(readFileSync(file))));
    expect(files.toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png', ...others.map((language) => `${language}.json`)].toSorted());
  });

  it.each([
    ['a word it does not know', ['--bogus'], /^This takes --version with three numbers.*\n$/],
    ['no version after the word', ['--version'], /^This takes --version with three numbers.*\n$/],
    ['a version that is none', ['--version', 'next'], /^The version must be three numbers, for example 1\.0\.1\.\n$/],
  ])('ends with a sentence and without a file when it is given %s', (_what, more, sentence) => {
    const { status, stderr } = run(settings, join(folder, 'none.zip'), ...more);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(sentence) });
    expect(existsSync(join(folder, 'none.zip'))).toBe(false);
  });

  it('ends with a sentence and without a file when a setting is missing', () => {
    const { status, stderr } = run({ ...settings, TEAMS_TERMS_URL: '' }, join(folder, 'none.zip'));
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^The setting TEAMS_TERMS_URL is missing: .*\n$/) });
    expect(existsSync(join(folder, 'none.zip'))).toBe(false);
  });
});

describe('the icons', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await aBrowser();
  });
  afterAll(() => browser.close());

  /** The picture as a browser sees it: four numbers a point, red, green, blue and how much it covers. */
  async function pointsOf(icon: string): Promise<{ size: number[]; points: number[][] }> {
    const page = await browser.newPage();
    return page.evaluate(async (base64) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
      const drawn = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      drawn?.drawImage(picture, 0, 0);
      const bytes = [...(drawn?.getImageData(0, 0, picture.width, picture.height).data ?? [])];
      return { size: [picture.width, picture.height], points: Array.from({ length: bytes.length / 4 }, (_, at) => bytes.slice(4 * at, 4 * at + 4)) };
    }, readFileSync(join(root, 'manifest', icon)).toString('base64'));
  }

  it('in colour is 192 by 192 and covers its ground', async () => {
    const { size, points } = await pointsOf('color.png');
    expect(size).toEqual([192, 192]);
    expect(points.every(([, , , cover]) => cover === 255)).toBe(true);
  });

  it('in outline is 32 by 32, white where it is drawn, and transparent around', async () => {
    const { size, points } = await pointsOf('outline.png');
    expect(size).toEqual([32, 32]);
    const drawn = points.filter(([, , , cover = 0]) => cover > 0);
    expect(drawn.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(drawn.length / points.length).toBeGreaterThan(0.05);
    expect(drawn.length / points.length).toBeLessThan(0.5);
  });
});
