import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFrom, settingNames } from '../src/config.ts';

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
    expect(settings.map(([name]) => name)).toEqual(settingNames);
  });
});

describe('the settings of Teams', () => {
  const app = '11111111-1111-4111-8111-111111111111';
  const tenant = '22222222-2222-4222-8222-222222222222';
  const whole = { TEAMS_APP_ID: app, TEAMS_TENANT_ID: tenant, TEAMS_SECRET: 'invented secret' };

  it('mean no Teams when none is given', () => {
    expect(configFrom({}).teams).toBeNull();
  });

  it('take an app, its tenant and a secret, and call back the hosts of Microsoft alone', () => {
    expect(configFrom(whole).teams).toMatchObject({
      identity: { app, tenant, proof: { secret: 'invented secret' } },
      serviceHosts: ['smba.trafficmanager.net', 'smba.onyx.prod.teams.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'],
      owners: [],
      showNames: false,
      adapter: 'bot-framework',
    });
  });

  it('take a certificate in the place of a secret', () => {
    const given = { TEAMS_APP_ID: app, TEAMS_TENANT_ID: tenant, TEAMS_CERTIFICATE_FILE: 'app.pem', TEAMS_CERTIFICATE_KEY_FILE: 'app.key' };
    expect(configFrom(given).teams?.identity?.proof).toEqual({ certificateFile: 'app.pem', keyFile: 'app.key' });
  });

  it.each([
    ['TEAMS_APP_ID', { ...whole, TEAMS_APP_ID: '' }],
    ['TEAMS_TENANT_ID', { ...whole, TEAMS_TENANT_ID: '' }],
    ['TEAMS_SECRET', { ...whole, TEAMS_SECRET: '' }],
    ['TEAMS_CERTIFICATE_KEY_FILE', { ...whole, TEAMS_SECRET: '', TEAMS_CERTIFICATE_FILE: 'app.pem' }],
    ['TEAMS_CERTIFICATE_FILE', { ...whole, TEAMS_SECRET: '', TEAMS_CERTIFICATE_KEY_FILE: 'app.key' }],
  ])('stop the start when %s is all that is missing, with a sentence that names it', (name, given) => {
    expect(() => configFrom(given)).toThrow(new RegExp(`^The setting ${name} is missing: Teams needs`));
  });

  it('stop the start when there are a secret and a certificate', () => {
    expect(() => configFrom({ ...whole, TEAMS_CERTIFICATE_FILE: 'app.pem' })).toThrow(/^The setting TEAMS_SECRET is wrong: /);
  });

  it('let a stand-in in without a sign-in on this machine alone', () => {
    expect(configFrom({ TEAMS_DEVELOPMENT: 'yes', HOST: '127.0.0.1' }).teams).toMatchObject({ identity: null, serviceHosts: null });
    expect(configFrom({ TEAMS_DEVELOPMENT: 'yes' }).teams).toMatchObject({ identity: null });
  });

  it.each([
    ['to the network', { HOST: '0.0.0.0' }],
    ['behind a proxy', { TRUSTED_PROXIES: '10.0.0.1' }],
    ['under a public address', { PUBLIC_URL: 'https://chat.example.org' }],
    ['with an app', { TEAMS_APP_ID: app }],
  ])('refuse development %s', (_where, given) => {
    expect(() => configFrom({ TEAMS_DEVELOPMENT: 'yes', ...given })).toThrow(/^The setting TEAMS_DEVELOPMENT is wrong: /);
  });

  it.each([
    ['TEAMS_APP_ID', 'lean-forward'],
    ['TEAMS_TENANT_ID', 'example.org'],
    ['TEAMS_DEVELOPMENT', 'true'],
    ['TEAMS_SERVICE_HOSTS', 'https://smba.trafficmanager.net'],
    ['TEAMS_SECRET', '   '],
    ['TEAMS_OPENID_METADATA', 'http://keys.example.org'],
    ['TEAMS_OPENID_METADATA', 'https://ann:invented@login.botframework.com/keys'],
    ['TEAMS_OPENID_METADATA', 'http://localhost:1@keys.example.org/'],
    ['TEAMS_OPENID_METADATA', 'nowhere'],
    ['TEAMS_OWNERS', 'ann@example.org'],
    ['TEAMS_SHOW_NAMES', 'maybe'],
    ['TEAMS_ADAPTER', 'another'],
    ['TEAMS_PRIVACY_URL', 'http://www.example.org/privacy'],
    ['TEAMS_TERMS_URL', 'our terms'],
  ])('stop the start when %s is wrong, with a sentence that names it and not its value', (name, value) => {
    expect(() => configFrom({ ...whole, [name]: value })).toThrow(new RegExp(`^The setting ${name} is wrong: `));
    expect(() => configFrom({ ...whole, [name]: value })).not.toThrow(value);
  });
});
