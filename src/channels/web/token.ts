import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { ClinicError } from '../../errors.ts';

/** Who may speak, and in which conversation. */
const Ticket = z.object({ conversation: z.string().min(1), user: z.string().min(1) });

export type Ticket = Readonly<z.infer<typeof Ticket>>;

/** A chat token opens, writes and reads a conversation; a stream token only opens its socket. */
type Purpose = 'chat' | 'stream';

export interface Tokens {
  /** @returns the signed token, and the seconds it lives. */
  issue(ticket: Ticket, purpose: Purpose): Promise<{ token: string; seconds: number }>;
  /** @throws ClinicError `token-expired`, or `token-invalid` if it was not issued here for this purpose. */
  read(token: string, purpose: Purpose): Promise<Ticket>;
}

// A client refreshes its token every 15 minutes; one that lives less than twice as long is lost after one missed call.
const shortestLife = 30 * 60;

// A socket's address ends up in the logs of proxies, so what it carries must be worthless soon after.
const streamLife = 5 * 60;

const audienceOf = { chat: 'lean-forward:chat', stream: 'lean-forward:stream' } satisfies Record<Purpose, string>;

/**
 * Signs and reads tokens (HS256).
 * @param secret at least 32 bytes
 * @param hours how long a chat token lives, half an hour or more
 * @throws ClinicError `setting-invalid`
 */
export function makeTokens({ secret, hours, now }: { secret: string; hours: number; now: () => Date }): Tokens {
  const bytes = new TextEncoder().encode(secret);
  const life = { chat: Math.round(hours * 3600), stream: streamLife };
  if (bytes.length < 32) throw new ClinicError('setting-invalid', 'The secret that signs chat tokens must have at least 32 characters.');
  if (life.chat < shortestLife) throw new ClinicError('setting-invalid', 'A chat token must live half an hour or longer.');
  // Made ready once: jose would do it anew for every message.
  const ready = crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);

  return {
    async issue({ conversation, user }, purpose) {
      const at = now();
      const token = await new SignJWT({ conversation, user })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(audienceOf[purpose])
        .setIssuedAt(at)
        .setExpirationTime(new Date(at.getTime() + life[purpose] * 1000))
        .sign(await ready);
      return { token, seconds: life[purpose] };
    },

    async read(token, purpose) {
      try {
        const { payload } = await jwtVerify(token, await ready, {
          algorithms: ['HS256'],
          audience: audienceOf[purpose],
          requiredClaims: ['exp'],
          currentDate: now(),
        });
        return Ticket.parse(payload);
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw new ClinicError('token-expired', 'This chat has been idle too long. Please open it again.');
        throw new ClinicError('token-invalid', 'This token was not issued here.');
      }
    },
  };
}
