import { z } from 'zod';
import { ClinicError } from '../../errors.ts';
import type { Address } from './address.ts';
import type { Adapter, Member, Posted } from './adapter.ts';
import { within } from './within.ts';

/** A token for Microsoft's connector; null in development, where none is asked for. Throws if there is none to be had. */
export type Token = () => Promise<string | null>;
type Failed = Posted & { readonly ok: false };

export interface ConnectorParts {
  readonly token: Token;
  readonly now: () => Date;
  /** Told that we could not sign in, at most once a minute: until that is mended, nothing leaves. */
  readonly report: (failure: unknown) => void;
  /** Milliseconds a token may take. */
  readonly tokenLimit?: number;
}

const Resource = z.object({ id: z.string().min(1) });
const Person = z.object({ id: z.string(), name: z.string().nullish(), aadObjectId: z.string().nullish(), objectId: z.string().nullish(), email: z.string().nullish(), userRole: z.string().nullish(), tenantId: z.string().nullish() });

const Cause = z.looseObject({ cause: z.looseObject({ code: z.string() }) });

/** Milliseconds after which a post counts as unknown. */
const postLimit = 10_000;

/** How long to wait when Teams is busy and does not say how long, or when nothing could be sent at all, in seconds. */
const usualWait = 30;

/** How long to wait where another try is all it takes, in seconds. */
const soon = 5;

/** The longest that is ever waited, in seconds, whatever Teams says. */
const longestWait = 3600;

/** Milliseconds between two reports of the same trouble. */
const reportPause = 60_000;

/** What a system says when no connection came about: then nothing was sent. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'CERT_HAS_EXPIRED']);

/**
 * Posts through the Bot Connector's REST interface, each post once. The packages' own clients are not used for it: they repeat a post
 * three times when the service answers 5xx, and the patient may then read the same thing four times.
 */
export function makeConnector({ token, now, report, tokenLimit = 10_000 }: ConnectorParts): Pick<Adapter, 'post' | 'update' | 'member'> {
  let reportedAt = -Infinity;

  /** @param why a code, and nothing that was sent */
  function notSignedIn(why: string): void {
    const time = now().getTime();
    if (time - reportedAt < reportPause) return;
    reportedAt = time;
    report(new ClinicError('teams-unreachable', `Nothing can be sent to Teams: Microsoft does not sign us in (${why}). The secret or the certificate may have ended.`));
  }

  async function send(method: 'POST' | 'PUT' | 'GET', { serviceUrl }: Address, path: string, body?: object): Promise<Response | Failed> {
    let proof: string | null | undefined;
    try {
      proof = await within(token(), tokenLimit);
      if (proof === undefined) notSignedIn('no answer in time');
    } catch (failure) {
      notSignedIn(signInCode(failure));
    }
    if (proof === undefined) return { ok: false, why: 'not-sent' };
    try {
      const response = await fetch(new URL(path, serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`), {
        method,
        headers: { 'content-type': 'application/json', ...(proof !== null && { authorization: `Bearer ${proof}` }) },
        ...(body && { body: JSON.stringify(body) }),
        // A redirect could lead our token to another host.
        redirect: 'error',
        signal: AbortSignal.timeout(postLimit),
      });
      if (response.status === 401) notSignedIn('401');
      return response;
    } catch (failure) {
      return neverLeft.has(codeOf(failure)) ? { ok: false, why: 'not-sent' } : { ok: false, why: 'unknown' };
    }
  }

  return {
    async post(to, activity) {
      const path = `v3/conversations/${encodeURIComponent(to.conversation)}/activities`;
      return posted(await send('POST', to, path, addressed(to, activity)), now);
    },
    async update(at, id, activity) {
      const path = `v3/conversations/${encodeURIComponent(at.conversation)}/activities/${encodeURIComponent(id)}`;
      return posted(await send('PUT', at, path, { ...addressed(at, activity), id }), now, id);
    },
    async member(at, user) {
      // The members of a channel are those of its team. A thread's id ends in the message it began with.
      const place = at.team ?? at.conversation.replace(/;.*$/, '');
      const response = await send('GET', at, `v3/conversations/${encodeURIComponent(place)}/members/${encodeURIComponent(user)}`);
      if (!(response instanceof Response) || !response.ok) return undefined;
      const { data } = Person.safeParse(await response.json().catch(() => undefined));
      return data && memberOf(data, at);
    },
  };
}

async function posted(response: Response | Failed, now: () => Date, known?: string): Promise<Posted> {
  if (!(response instanceof Response)) return response;
  if (response.ok) {
    // What was accepted is shown, whatever the rest of the answer says.
    const { data } = Resource.safeParse(await response.json().catch(() => undefined));
    const id = data?.id ?? known;
    return id === undefined ? { ok: false, why: 'unknown' } : { ok: true, id };
  }
  await response.body?.cancel();
  const { status } = response;
  if (status === 429) return { ok: false, why: 'wait', seconds: waitOf(response, now()) };
  // It did not believe who we are, and took nothing. That can be mended, and then it is sent.
  if (status === 401) return { ok: false, why: 'not-sent' };
  // Two things were done at once in the conversation, and this one was not taken.
  if (status === 412) return { ok: false, why: 'wait', seconds: soon };
  return status === 408 || status >= 500 ? { ok: false, why: 'unknown' } : { ok: false, why: 'refused', status };
}

function memberOf({ id, name, aadObjectId, objectId, email, userRole, tenantId }: z.infer<typeof Person>, { tenant }: Address): Member {
  const elsewhere = typeof tenantId === 'string' && tenant !== null && tenantId.toLowerCase() !== tenant.toLowerCase();
  // Teams may name roles we do not know: nobody is taken for one of ours by them.
  const stranger = typeof userRole === 'string' && userRole.toLowerCase() !== 'user';
  return { id, name: name ?? '', entra: aadObjectId ?? objectId ?? undefined, email: email ?? undefined, guest: stranger || elsewhere };
}

function addressed({ bot, conversation, tenant, serviceUrl }: Address, activity: object): object {
  return { ...activity, channelId: 'msteams', serviceUrl, from: { id: bot }, conversation: { id: conversation, ...(tenant !== null && { tenantId: tenant }) } };
}

/** `Retry-After` in seconds, which is a number or a date. Where it is neither, the usual wait. */
function waitOf({ headers }: Response, now: Date): number {
  const given = headers.get('retry-after') ?? '';
  const seconds = /^\s*[\d.]+\s*$/.test(given) ? Number(given) : (Date.parse(given) - now.getTime()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), longestWait) : usualWait;
}

/** Microsoft's own code for why it signs nobody in; its sentences may hold more than a log is told. */
function signInCode(failure: unknown): string {
  const said = failure instanceof Error ? failure.message : '';
  return /AADSTS\d+/.exec(said)?.[0] ?? (codeOf(failure) || 'no code');
}

function codeOf(failure: unknown): string {
  return Cause.safeParse(failure).data?.cause.code ?? '';
}
