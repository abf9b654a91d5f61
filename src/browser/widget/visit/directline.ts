import type { ActivityGroup, IssuedToken, OpenedConversation } from '../../../channels/web/wire.ts';
import { ask, isExpired, Refused } from './ask.ts';
import { forgetConversation, type Kept, keepConversation, keptConversation } from './keep.ts';
import type { Refusal } from './mailbox.ts';
import { openSocket, type Socket } from './socket.ts';
import type { Outgoing } from './visit.ts';

/** connecting: the first time · crowded: too many start a chat from here at once · expired: the token is no longer good, and only a new conversation helps. */
export type Connection = 'connecting' | 'online' | 'offline' | 'crowded' | 'expired';

export type Sent = { readonly ok: true } | { readonly ok: false; readonly why: 'unreachable' | 'expired' | Refusal };

export interface Line {
  send(message: Outgoing): Promise<Sent>;
  /** Connects at once, if it is not connected. */
  hurry(): void;
  /** Asks for everything again, from the first word on. */
  drawAgain(): void;
  end(): void;
}

interface Listener {
  readonly received: (group: ActivityGroup) => void;
  /** Told each time it is known; `online` may be told many times over. */
  readonly connection: (now: Connection) => void;
}

const refreshEvery = 15 * 60_000;
const pollEvery = 2000;
const longestWait = 4000;

/** Holds one conversation: over a socket that finds its place again, or by asking where sockets do not get through. */
export function connect(language: string, { received, connection }: Listener): Line {
  let kept: Kept | undefined = keptConversation();
  let watermark = '';
  let tries = 0;
  let refusedSockets = 0;
  let socket: Socket | undefined;
  let waiting: number | undefined;
  let starting = false;
  let ended = false;
  const refreshing = window.setInterval(() => void refresh(), refreshEvery);
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', onShown);

  async function start(): Promise<void> {
    if (starting || ended) return;
    starting = true;
    try {
      const opened = kept ? await call<OpenedConversation>('GET', `/conversations/${kept.conversation}?watermark=${watermark}`) : await begin();
      if (ended) return;
      keep(opened);
      if (refusedSockets < 2) listen(opened.streamUrl);
      else await poll();
    } catch (error) {
      again(error);
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
    socket?.leave();
    window.clearTimeout(waiting);
    socket = openSocket(new URL(pathname + search, location.href.replace(/^http/, 'ws')), {
      alive: () => connection('online'),
      received(group) {
        refusedSockets = 0;
        take(group);
      },
      gone(loss) {
        if (loss === 'refused') refusedSockets += 1;
        again();
      },
    });
  }

  async function poll(): Promise<void> {
    take(await call<ActivityGroup>('GET', `/conversations/${kept?.conversation ?? ''}/activities?watermark=${watermark}`));
    connection('online');
    wait(pollEvery, () => void poll().catch(again));
  }

  function take(group: ActivityGroup): void {
    if (ended) return;
    if (group.activities.length > 0) tries = 0;
    ({ watermark } = group);
    received(group);
  }

  /** Comes back later: when the server said, or soon, and not at the same moment as everyone else. */
  function again(error?: unknown): void {
    if (ended) return;
    if (isExpired(error)) {
      end();
      forgetConversation();
      connection('expired');
      return;
    }
    const crowded = error instanceof Refused && error.code === 'too-many';
    connection(crowded ? 'crowded' : 'offline');
    const longest = Math.min(500 * 2 ** tries, longestWait);
    wait(crowded ? error.wait + Math.random() * longestWait : longest * (0.6 + Math.random() * 0.4), () => void start());
    tries += 1;
  }

  function wait(ms: number, then: () => void): void {
    window.clearTimeout(waiting);
    waiting = ended ? undefined : window.setTimeout(then, ms);
  }

  function hurry(): void {
    if (socket?.isAlive()) return;
    socket?.leave();
    wait(0, () => void start());
  }

  function drawAgain(): void {
    watermark = '';
    socket?.leave();
    wait(0, () => void start());
  }

  function onShown(): void {
    if (document.visibilityState === 'visible') hurry();
  }

  async function refresh(): Promise<void> {
    try {
      if (kept) keep(await call<IssuedToken>('POST', '/tokens/refresh'));
    } catch (error) {
      if (isExpired(error)) again(error);
    }
  }

  function keep({ conversationId, token }: IssuedToken): void {
    kept = { conversation: conversationId, token };
    keepConversation(kept);
  }

  function call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    return ask(method, path, kept?.token, body);
  }

  async function send({ id, text, tapped }: Outgoing): Promise<Sent> {
    if (kept === undefined) return { ok: false, why: 'unreachable' };
    const activity = { type: 'message', text, textFormat: 'plain', ...(tapped && { value: tapped }), channelData: { clientActivityID: id } };
    try {
      await call('POST', `/conversations/${kept.conversation}/activities`, activity);
      tries = 0;
      return { ok: true };
    } catch (error) {
      const code = error instanceof Refused ? error.code : '';
      if (code === 'too-large' || code === 'bad-request') return { ok: false, why: code };
      // What did not take our words is no connection, whatever the socket says. What is kept goes out once there is one again.
      socket?.leave();
      again(error);
      return { ok: false, why: isExpired(error) ? 'expired' : 'unreachable' };
    }
  }

  function end(): void {
    ended = true;
    window.clearInterval(refreshing);
    window.clearTimeout(waiting);
    window.removeEventListener('online', hurry);
    document.removeEventListener('visibilitychange', onShown);
    socket?.leave();
  }

  connection('connecting');
  void start();
  return { send, hurry, drawAgain, end };
}
