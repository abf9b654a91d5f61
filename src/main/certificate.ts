import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Certificate } from '../channels/teams/adapter.ts';
import { ClinicError } from '../errors.ts';

/**
 * Reads the certificate and the key Teams is shown, both in PEM form, before anything is sent by them.
 * Throws ClinicError `setting-invalid` with a sentence that names the setting to mend.
 */
export function certificateFrom({ certificateFile, keyFile }: { readonly certificateFile: string; readonly keyFile: string }): Certificate {
  const [certificate, key] = [textOf('TEAMS_CERTIFICATE_FILE', certificateFile), textOf('TEAMS_CERTIFICATE_KEY_FILE', keyFile)];
  const secret = keyIn(key);
  if (!known(certificate).checkPrivateKey(secret)) throw wrong('TEAMS_CERTIFICATE_KEY_FILE', 'the key is not that of the certificate');
  return { certificate, key, files: { certificate: certificateFile, key: keyFile } };
}

function textOf(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw wrong(setting, 'the file can not be read', cause);
  }
}

function keyIn(key: string): KeyObject {
  if (/ENCRYPTED/.test(key)) throw wrong('TEAMS_CERTIFICATE_KEY_FILE', 'the key is encrypted, and nobody is there to type its password at each start');
  try {
    return createPrivateKey(key);
  } catch (cause) {
    throw wrong('TEAMS_CERTIFICATE_KEY_FILE', 'the file holds no private key in PEM form', cause);
  }
}

function known(certificate: string): X509Certificate {
  try {
    return new X509Certificate(certificate);
  } catch (cause) {
    throw wrong('TEAMS_CERTIFICATE_FILE', 'the file holds no certificate in PEM form', cause);
  }
}

function wrong(setting: string, why: string, cause?: unknown): ClinicError {
  return new ClinicError('setting-invalid', `The setting ${setting} is wrong: ${why}.`, { cause });
}
