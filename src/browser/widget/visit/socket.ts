import type { ActivityGroup } from '../../../channels/web/wire.ts';

const beatEvery = 20_000;
/** The server sends an empty frame every 25 seconds; after two missed ones the socket is dead, whatever the browser thinks. */
const silenceLimit = 60_000;
/** Past this, one empty frame was missed. */
const doubtAfter = 30_000;

/** refused: it never opened, or opened and never spoke · lost: it worked, and is gone. */
export type Loss = 'refused' | 'lost';

interface Listener {
  /** It is open, or has just spoken. */
  readonly alive: () => void;
  readonly received: (group: ActivityGroup) => void;
  /** Told once, and not if it was left. */
  readonly gone: (loss: Loss) => void;
}

export interface Socket {
  /** Whether it was heard of late: a phone that slept may still call a dead socket open. */
  isAlive(): boolean;
  /** Closes it; nothing more is told of it. */
  leave(): void;
}

/** Opens a socket and watches that it goes on speaking. */
export function openSocket(url: URL, { alive, received, gone }: Listener): Socket {
  const socket = new WebSocket(url);
  let opened = false;
  let heard = false;
  let heardAt = 0;
  let left = false;
  let silence = 0;
  const beating = window.setInterval(() => socket.readyState === WebSocket.OPEN && socket.send(''), beatEvery);

  function hear(): void {
    heardAt = Date.now();
    window.clearTimeout(silence);
    silence = window.setTimeout(() => lose(heard ? 'lost' : 'refused'), silenceLimit);
    alive();
  }

  function leave(): void {
    left = true;
    window.clearTimeout(silence);
    window.clearInterval(beating);
    socket.close();
  }

  function lose(loss: Loss): void {
    if (left) return;
    leave();
    gone(loss);
  }

  // Nothing may have been said while we were away: then the first word is the next empty frame, and is not waited for.
  socket.addEventListener('open', () => {
    opened = true;
    if (!left) hear();
  });
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    if (left) return;
    heard = true;
    if (data !== '') received(JSON.parse(data));
    hear();
  });
  socket.addEventListener('close', () => lose(opened ? 'lost' : 'refused'));
  silence = window.setTimeout(() => lose('refused'), silenceLimit);
  return { isAlive: () => socket.readyState === WebSocket.OPEN && Date.now() - heardAt < doubtAfter, leave };
}
