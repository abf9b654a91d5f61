import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFrom } from '../src/config.ts';

const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
const settings = [...example.matchAll(/^(?<name>[A-Z_]+)=(?<value>.*)$/gm)].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? ''] as const);

describe('the settings', () => {
  it('need none to be set', () => {
    expect(configFrom({})).toMatchObject({ port: 3978, publicUrl: 'http://localhost:3978', dataDir: './data', secret: null, embedOrigins: [] });
  });

  it('are all listed in .env.example, each with one comment line and its default', () => {
    expect(configFrom(Object.fromEntries(settings))).toEqual(configFrom({}));
    expect(example.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(settings.length);
  });

  it.each([
    ['PORT', 'many'],
    ['PORT', '70000'],
    ['HOST', ' '],
    ['PUBLIC_URL', 'not an address'],
    ['SECRET', 'short'],
    ['EMBED_ORIGINS', 'https://good.example, nonsense'],
    ['TRUSTED_PROXIES', '10.0.0.1, the other one'],
    ['TOKEN_HOURS', '0'],
    ['SETUP_LINK_HOURS', '-1'],
    ['CONVERSATIONS_PER_MINUTE', 'lots'],
    ['LOG_LEVEL', 'chatty'],
  ])('stop the start when %s is wrong, with a sentence that names it and not its value', (name, value) => {
    expect(() => configFrom({ [name]: value })).toThrow(new RegExp(`^The setting ${name} is wrong: `));
    if (value.trim().length > 3) expect(() => configFrom({ [name]: value })).not.toThrow(value);
    expect(() => configFrom({ [name]: value })).not.toThrow(/Invalid|expected|received|Too/);
  });

  it('take an empty one as not set, and one they do not know as not theirs', () => {
    expect(configFrom({ SECRET: '', HOME: '/anywhere' })).toEqual(configFrom({}));
  });

  it('read sites as origins', () => {
    expect(configFrom({ EMBED_ORIGINS: 'https://www.example.org/page, http://localhost:8080' }).embedOrigins).toEqual(['https://www.example.org', 'http://localhost:8080']);
  });

  it('are each in .env.example', () => {
    const known = Object.keys(configFrom({})).length;
    expect(settings).toHaveLength(known);
  });
});
