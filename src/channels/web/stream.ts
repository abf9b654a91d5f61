import type { WebSocket } from '@fastify/websocket';
import type { Clinic } from '../../clinic.ts';
import type { Content } from '../../conversation/content.ts';
import { rowsOf, type Log } from '../../conversation/log.ts';
import { drawnIn } from '../../conversation/wording.ts';
import { activityFrom } from './activity.ts';
import type { Ticket } from './token.ts';
import type { ActivityGroup } from './wire.ts';

/** The rows a client may see, all in the language the conversation is held in by the last of them, and how far they reach. */
export function groupFrom(ticket: Ticket, rows: Log, seen: number, content: Content): ActivityGroup {
  const language = rowsOf(rows, 'replied').at(-1)?.entry.place.language;
  const drawn = language === undefined ? rows : drawnIn(language, rows, content);
  const activities = drawn.flatMap((row) => activityFrom(ticket, row, content) ?? []);
  return { activities, watermark: String(rows.at(-1)?.seq ?? seen) };
}

/** A client that has not taken this many bytes is gone or stuck; it finds its place again from its watermark. */
const backlogLimit = 1024 * 1024;

/** The sockets that are open, each fed with what is committed to its conversation. */
export interface Streams {
  /** Sends what the log holds after `seen`, then every row as it is committed, each exactly once and in order. */
  open(socket: WebSocket, ticket: Ticket, seen: number): void;
  /** Stops listening to the clinic. */
  end(): void;
}

/**
 * @param keepAlive milliseconds between the empty frames that keep proxies from cutting an idle socket
 * @param failed told of a log that could not be read; that socket is closed and its client comes back
 */
export function makeStreams({ clinic, content, keepAlive, failed }: {
  clinic: Pick<Clinic, 'log' | 'onCommitted'>;
  content: Content;
  keepAlive: number;
  failed: (error: unknown) => void;
}): Streams {
  const listening = new Map<string, Set<(rows: Log) => void>>();
  const stop = clinic.onCommitted((conversation, rows) => {
    for (const listener of listening.get(conversation) ?? []) listener(rows);
  });

  function listen(conversation: string, listener: (rows: Log) => void): () => void {
    const others = listening.get(conversation) ?? new Set();
    listening.set(conversation, others.add(listener));
    return () => {
      others.delete(listener);
      if (others.size === 0) listening.delete(conversation);
    };
  }

  return {
    open(socket, ticket, seen) {
      let sent = seen;
      let reading = false;
      let missed = false;

      function send(rows: Log): void {
        if (rows.length === 0 || socket.readyState !== socket.OPEN) return;
        if (socket.bufferedAmount > backlogLimit) {
          socket.terminate();
          return;
        }
        const group = groupFrom(ticket, rows, sent, content);
        sent = Number(group.watermark);
        socket.send(JSON.stringify(group));
      }

      async function catchUp(): Promise<void> {
        reading = true;
        do {
          missed = false;
          send(await clinic.log(ticket.conversation, sent));
        } while (missed);
        reading = false;
      }

      function read(): void {
        catchUp().catch((error: unknown) => {
          failed(error);
          socket.close(1011);
        });
      }

      const unlisten = listen(ticket.conversation, (rows) => {
        const [first] = rows;
        if (reading) missed = true;
        // Rows another process wrote were never announced here; the log has them.
        else if (first?.seq === sent + 1) send(rows);
        else read();
      });
      const pulse = beat(socket, keepAlive);
      socket.on('close', () => {
        clearInterval(pulse);
        unlisten();
      });
      socket.on('error', () => socket.terminate());
      read();
    },
    end: stop,
  };
}

/** An empty frame each time, and a ping; a client that has answered neither since the last one is gone. */
function beat(socket: WebSocket, every: number): NodeJS.Timeout {
  let heard = true;
  const alive = (): void => {
    heard = true;
  };
  socket.on('pong', alive).on('message', alive);
  return setInterval(() => {
    if (!heard) {
      socket.terminate();
      return;
    }
    heard = false;
    socket.send('');
    socket.ping();
  }, every);
}
