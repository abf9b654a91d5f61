import type { ActivityGroup, IssuedToken, OpenedConversation, WireFailure } from '../../../channels/web/wire.ts';
import { forgetConversation, type Kept, keepConversation, keptConversation } from './keep.ts';
import type { Outgoing } from './visit.ts';

/** connecting: the first time · expired: the token is no longer good, and only a new conversation helps. */
export type Connection = 'connecting' | 'online' | 'offline' | 'expired';

export type Sent = { readonly ok: true } | { readonly ok: false; readonly why: 'unreachable' | 'expired' | 'too-large' | 'bad-request' };

export interface Line {
  send(message: Outgoing): Promise<Sent>;
  end(): void;
}

interface Listener {
  readonly received: (group: ActivityGroup) => void;
  readonly connection: (now: Connection) => void;
}

const api = '/v3/directline';
const refreshEvery = 15 * 60_000;
const beatEvery = 20_000;
/** The server sends an empty frame every 25 seconds; after two missed ones the socket is dead, whatever the browser thinks. */
const silenceLimit = 60_000;
const pollEvery = 2000;
const waits = [1000, 2000, 4000, 8000, 15_000];

/** Holds one conversation: over a socket that finds its place again, or by asking where sockets do not get through. */
export function connect(language: string, { received, connection }: Listener): Line {
  let kept: Kept | undefined = keptConversation();
  let watermark = '';
  let tries = 0;
  let refusedSockets = 0;
  let socket: WebSocket | undefined;
  let waiting: number | undefined;
  let starting = false;
  let ended = false;
  const refreshing = window.setInterval(() => void refresh(), refreshEvery);
  const beating = window.setInterval(() => socket?.readyState === WebSocket.OPEN && socket.send(''), beatEvery);
  window.addEventListener('online', hurry);

  async function start(): Promise<void> {
    if (starting || ended) return;
    starting = true;
    try {
      const opened = kept ? await call<OpenedConversation>('GET', `/conversations/${kept.conversation}?watermark=${watermark}`) : await begin();
      if (ended) return;
      keep(opened);
      tries = 0;
      if (refusedSockets < 2) listen(opened.streamUrl);
      else await poll();
    } catch (error) {
      later(error, () => void start());
    } finally {
      starting = false;
    }
  }

  async function begin(): Promise<OpenedConversation> {
    const { conversationId, token } = await call<IssuedToken>('POST', '/tokens/generate', {});
    kept = { conversation: conversationId, token };
    try {
      return await call<OpenedConversation>('POST', '/conversations', { locale: language });
    } catch (error) {
      // Not opened, so there is nothing to come back to.
      kept = undefined;
      throw error;
    }
  }

  function listen(streamUrl: string): void {
    // Through the address this page came from: the one it was configured with may not be reachable from here.
    const { pathname, search } = new URL(streamUrl);
    const made = new WebSocket(new URL(pathname + search, location.href.replace(/^http/, 'ws')));
    let heard = false;
    let silence = window.setTimeout(() => made.close(), silenceLimit);
    made.addEventListener('message', ({ data }: MessageEvent<string>) => {
      window.clearTimeout(silence);
      silence = window.setTimeout(() => made.close(), silenceLimit);
      heard = true;
      refusedSockets = 0;
      connection('online');
      if (data !== '') take(JSON.parse(data));
    });
    made.addEventListener('close', () => {
      window.clearTimeout(silence);
      if (ended) return;
      if (!heard) refusedSockets += 1;
      later(undefined, () => void start());
    });
    socket = made;
  }

  async function poll(): Promise<void> {
    take(await call<ActivityGroup>('GET', `/conversations/${kept?.conversation ?? ''}/activities?watermark=${watermark}`));
    connection('online');
    tries = 0;
    wait(pollEvery, () => void poll().catch((error: unknown) => later(error, () => void start())));
  }

  function take(group: ActivityGroup): void {
    if (ended) return;
    ({ watermark } = group);
    received(group);
  }

  function later(error: unknown, again: () => void): void {
    if (ended) return;
    if (isExpired(error)) {
      end();
      forgetConversation();
      connection('expired');
      return;
    }
    connection('offline');
    wait(waits[Math.min(tries, waits.length - 1)] ?? 0, again);
    tries += 1;
  }

  function wait(ms: number, then: () => void): void {
    window.clearTimeout(waiting);
    waiting = ended ? undefined : window.setTimeout(then, ms);
  }

  function hurry(): void {
    if (socket?.readyState !== WebSocket.OPEN) wait(0, () => void start());
  }

  async function refresh(): Promise<void> {
    try {
      if (kept) keep(await call<IssuedToken>('POST', '/tokens/refresh'));
    } catch (error) {
      if (isExpired(error)) later(error, () => undefined);
    }
  }

  function keep({ conversationId, token }: IssuedToken): void {
    kept = { conversation: conversationId, token };
    keepConversation(kept);
  }

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(api + path, {
      method,
      headers: { ...(kept && { authorization: `Bearer ${kept.token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    if (response.ok) return response.json();
    const { error }: WireFailure = await response.json();
    throw new Refused(error.code);
  }

  async function send({ id, text, tapped }: Outgoing): Promise<Sent> {
    const activity = { type: 'message', text, textFormat: 'plain', ...(tapped && { value: tapped }), channelData: { clientActivityID: id } };
    try {
      await call('POST', `/conversations/${kept?.conversation ?? ''}/activities`, activity);
      return { ok: true };
    } catch (error) {
      if (isExpired(error)) {
        later(error, () => undefined);
        return { ok: false, why: 'expired' };
      }
      const code = error instanceof Refused ? error.code : '';
      return { ok: false, why: code === 'too-large' || code === 'bad-request' ? code : 'unreachable' };
    }
  }

  function end(): void {
    ended = true;
    window.clearInterval(refreshing);
    window.clearInterval(beating);
    window.clearTimeout(waiting);
    window.removeEventListener('online', hurry);
    socket?.close();
  }

  connection('connecting');
  void start();
  return { send, end };
}

class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function isExpired(error: unknown): boolean {
  return error instanceof Refused && ['token-expired', 'token-invalid', 'not-yours'].includes(error.code);
}
