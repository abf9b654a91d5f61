import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { ClinicError } from '../../errors.ts';

const issuer = 'https://api.botframework.com';

/** Seconds two clocks may be apart, as the Bot Connector's authentication page allows. */
const skew = 300;

/** Milliseconds after which Teams counts as unreachable. */
const limit = 5000;

const Metadata = z.object({ jwks_uri: z.url() });
const Keys = z.object({ keys: z.array(z.object({ kid: z.string().optional(), endorsements: z.array(z.string()).optional() })) });

type Keyring = ReturnType<typeof createRemoteJWKSet>;

/**
 * Whether a request bears a token that the Bot Connector made for this app and this service URL: signed with RS256 by a key that is
 * published at `openIdMetadata` and endorsed for Teams, not expired, and naming both. Throws ClinicError `teams-unreachable` where the
 * keys can not be had: then Teams brings the activity again. Source: "Authenticate requests from the Bot Connector service to your
 * bot", Microsoft Learn.
 */
export function callerCheck(app: string, openIdMetadata: string): (authorization: unknown, serviceUrl: string) => Promise<boolean> {
  let known: Promise<Keyring> | undefined;

  function keyring(): Promise<Keyring> {
    const asked = known ?? published(openIdMetadata);
    known = asked;
    // An answer is kept, a failure is not.
    asked.catch(() => (known = undefined));
    return asked;
  }

  return async (authorization, serviceUrl) => {
    const token = typeof authorization === 'string' ? /^Bearer (\S+)$/i.exec(authorization)?.[1] : undefined;
    if (token === undefined) return false;
    try {
      const keys = await keyring();
      const { payload, protectedHeader } = await jwtVerify(token, keys, { issuer, audience: app, algorithms: ['RS256'], clockTolerance: skew, requiredClaims: ['exp'] });
      return payload['serviceurl'] === serviceUrl && isEndorsed(keys, protectedHeader.kid);
    } catch (failure) {
      if (isOfToken(failure)) return false;
      throw new ClinicError('teams-unreachable', `The keys of Teams can not be had from ${new URL(openIdMetadata).host}: nobody can be let in.`, { cause: failure });
    }
  };
}

/** Whether the token is wrong, and not the way to the keys. */
function isOfToken(failure: unknown): boolean {
  const ofKeys = [errors.JWKSInvalid, errors.JWKSTimeout];
  // What the place of the keys answers with another status than 200 has the code of no particular failure.
  return failure instanceof errors.JOSEError && failure.code !== errors.JOSEError.code && !ofKeys.some((kind) => failure instanceof kind);
}

async function published(openIdMetadata: string): Promise<Keyring> {
  const response = await fetch(openIdMetadata, { redirect: 'error', signal: AbortSignal.timeout(limit) });
  const { jwks_uri: address } = Metadata.parse(await response.json());
  return createRemoteJWKSet(new URL(address), { timeoutDuration: limit });
}

/** Microsoft lists with each key the channels it may speak for; a key without a list may speak for all. */
function isEndorsed(keyring: Keyring, kid: string | undefined): boolean {
  const { keys } = Keys.parse(keyring.jwks());
  return keys.find((key) => key.kid === kid)?.endorsements?.includes('msteams') ?? true;
}
