import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { configFrom } from '../../src/config.ts';
import { startTeams } from '../../src/main/teams.ts';
import { aClinic } from '../support/clinic.ts';
import { shipped as content } from '../support/content.ts';

// Made for these tests, of nobody; its key was thrown away.
const certificate = `-----BEGIN CERTIFICATE-----
MIIDHTCCAgWgAwIBAgIURMqoxqqsDA2X4KVLHMFo1AYy5TEwDQYJKoZIhvcNAQEL
BQAwHTEbMBkGA1UEAwwSSW52ZW50ZWQgZm9yIHRlc3RzMCAXDTI2MTEyMjA2NDc1
NloYDzIxMjYxMDI5MDY0NzU2WjAdMRswGQYDVQQDDBJJbnZlbnRlZCBmb3IgdGVz
dHMwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCUCI+GXDDHBDqKUK8b
bLck7XOKic6tA6/hu5/NCUfgQC65oC+ltiyZDigLjUfkvWyLW+J905rsXjP8FGq4
hhngOMGFNpW25kUgyeTBNtkZexgLKMwJXLrm8bDgU/lxl709uQFTuNoT5SB9oLZ0
X8B86MXopNePe0Av1CIQFX4Qw1k1hP7c34qxeSKrQC1LHSJqnvRRWMGd9wY9Fywj
45WCiZKwlOah6A2xkyftJY6yqjf+cyCmLZcb5ZrtWDkQsKgl2RVG4yJd7ckkZEk5
Gwdo6YrbrcuCh4ddvH30EiNrtybG7NNoVejKuQVVhHP4FvFz/yDzsRzH8hb+PUKn
PLkdAgMBAAGjUzBRMB0GA1UdDgQWBBTr8fw2oYV4bA0RSkXFFIt8vjV3qTAfBgNV
HSMEGDAWgBTr8fw2oYV4bA0RSkXFFIt8vjV3qTAPBgNVHRMBAf8EBTADAQH/MA0G
CSqGSIb3DQEBCwUAA4IBAQBdo5obrdr6zedfT9QC4lAnOwnOUAm2RZZGW6+DlNgf
4vYYhXlBuAf6OQrnxazzkS/eEniONMjgjVI9m7WISF/FHzCoSUQS5tj4JjM3dr2F
xW7S30pVHulFBVENqrIVibcQj/JXj6R/8zRAZTaMVi8T9S/MUh86FEI6XhoJDkqg
C6eYTwa+pa9hMvrcTp5x/sAGm+36tzjGTi7hXoacU19BmTOFWHWpYoB8TsfXHstq
LpXHuHnoa/zyjc52t1PhoBTcn6uR2gwaM+Oi/hGWOiy0Z9JPuFqq9yJMWYIz7yR0
q11WPXt4ijGzk6vSy2k6b0t1hFJ8N4vzTDjyyjLRb4ha
-----END CERTIFICATE-----
`;
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const encrypted = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'invented' }).toString();
const older = privateKey.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'invented' }).toString();

describe.each(['bot-framework', 'agents'])('with the adapter %s, a start is stopped', (adapter) => {
  const folder = mkdtempSync(join(tmpdir(), 'lean-forward-certificate-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function started(certificateText: string, keyText: string): Promise<unknown> {
    const [certificateFile, keyFile] = [join(folder, 'app.pem'), join(folder, 'app.key')];
    writeFileSync(certificateFile, certificateText);
    writeFileSync(keyFile, keyText);
    const ids = { TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111', TEAMS_TENANT_ID: '22222222-2222-4222-8222-222222222222' };
    const { teams: settings } = configFrom({ ...ids, TEAMS_CERTIFICATE_FILE: certificateFile, TEAMS_CERTIFICATE_KEY_FILE: keyFile, TEAMS_ADAPTER: adapter });
    if (!settings) throw new Error('Teams is not configured.');
    const { clinic, store, clock } = aClinic();
    const parts = { clinic, store, content, publicUrl: 'https://intake.example.org', nurseWith: async () => undefined, now: () => clock.at, fresh: () => 'made-1', report: () => {} };
    return startTeams({ ...parts, settings });
  }

  it.each([
    ['a certificate that is none', 'invented', key, /^The setting TEAMS_CERTIFICATE_FILE is wrong: the file holds no certificate/],
    ['a key that is none', certificate, 'invented', /^The setting TEAMS_CERTIFICATE_KEY_FILE is wrong: the file holds no private key/],
    ['an encrypted key', certificate, encrypted, /^The setting TEAMS_CERTIFICATE_KEY_FILE is wrong: the key is encrypted/],
    ['an encrypted key of the older kind', certificate, older, /^The setting TEAMS_CERTIFICATE_KEY_FILE is wrong: the key is encrypted/],
    ['a key of another certificate', certificate, key, /^The setting TEAMS_CERTIFICATE_KEY_FILE is wrong: the key is not that of the certificate/],
  ])('by %s, with a sentence that names the setting', async (_what, certificateText, keyText, sentence) => {
    await expect(started(certificateText, keyText)).rejects.toMatchObject({ code: 'setting-invalid', message: expect.stringMatching(sentence) });
  });
});
