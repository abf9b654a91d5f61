import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { makeStreams } from '../../../src/channels/web/stream.ts';
import type { ActivityGroup } from '../../../src/channels/web/wire.ts';
import { aChat, aPatient, api, listening, type Chat, type Patient } from './chat.ts';
import { shipped } from '../../support/content.ts';

let chat: Chat;
let ana: Patient;
const sockets: WebSocket[] = [];

beforeEach(async () => {
  chat = await listening(await aChat());
  ana = await aPatient(chat);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await chat.server.close();
});

interface Listener {
  readonly socket: WebSocket;
  readonly groups: ActivityGroup[];
  readonly order: () => number[];
  readonly until: (count: number) => Promise<void>;
}

/** Opens the socket the server names, and gathers what it sends. */
async function listens({ get, conversation }: Patient, watermark = ''): Promise<Listener> {
  const { streamUrl } = (await get(`/conversations/${conversation}?watermark=${watermark}`)).json<{ streamUrl: string }>();
  const socket = new WebSocket(streamUrl);
  sockets.push(socket);
  const groups: ActivityGroup[] = [];
  socket.addEventListener('message', ({ data }) => {
    if (typeof data === 'string' && data !== '') groups.push(JSON.parse(data));
  });
  const order = (): number[] => groups.flatMap(({ activities }) => activities.map(({ channelData }) => channelData['webchat:sequence-id']));
  return {
    socket,
    groups,
    order,
    until: async (count) => {
      while (order().length < count) await once(socket, 'message');
    },
  };
}

describe('a socket', () => {
  it('sends all there is, then each row as it is written', async () => {
    const { until, order, groups } = await listens(ana);
    await until(2);
    await ana.say('yes');
    await until(4);
    const rows = await chat.clinic.log(ana.conversation);
    expect(order()).toEqual(rows.filter(({ entry: { type } }) => type === 'said' || type === 'replied').map(({ seq }) => seq));
    expect(groups.at(-1)?.watermark).toBe(String(rows.at(-1)?.seq));
  });

  it('takes up where its client was, exactly once, whatever happened meanwhile', async () => {
    const first = await listens(ana);
    await first.until(2);
    await ana.say('yes');
    await first.until(4);
    first.socket.terminate();
    await ana.say('no');
    const second = await listens(ana, first.groups.at(-1)?.watermark);
    await ana.say('no');
    await second.until(4);
    const all = [...first.order(), ...second.order()];
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    const shown = (await chat.clinic.log(ana.conversation)).filter(({ entry: { type } }) => type === 'said' || type === 'replied');
    expect(all).toEqual(shown.map(({ seq }) => seq));
  });

  it('misses nothing that is written while it opens', async () => {
    const said = ['yes', 'no', 'no', 'none'];
    const opening = Array.from({ length: 5 }, () => listens(ana));
    for (const text of said) await ana.say(text);
    const shown = (await chat.clinic.log(ana.conversation)).filter(({ entry: { type } }) => type === 'said' || type === 'replied').map(({ seq }) => seq);
    for (const listener of await Promise.all(opening)) {
      await listener.until(shown.length);
      expect(listener.order()).toEqual(shown);
    }
  });

  it('hears nothing of other conversations', async () => {
    const bo = await aPatient(chat);
    const { until, groups } = await listens(ana);
    await until(2);
    await bo.say('yes');
    await ana.say('yes');
    await until(4);
    expect(new Set(groups.flatMap(({ activities }) => activities.map(({ conversation }) => conversation.id)))).toEqual(new Set([ana.conversation]));
  });

  it('answers nothing to an empty frame, and closes on a large one', async () => {
    const { socket, until } = await listens(ana);
    await until(2);
    socket.send('');
    socket.send('x'.repeat(10_000));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1009);
  });
});

async function answerTo(path: string): Promise<number | undefined> {
  const socket = new WebSocket(chat.url.replace('http', 'ws') + api + path);
  sockets.push(socket);
  const [, { statusCode }] = await once(socket, 'unexpected-response');
  socket.on('error', () => undefined);
  return statusCode;
}

describe('a socket is refused', () => {
  it('without a token, with a chat token, and with an old one', async () => {
    const path = `/conversations/${ana.conversation}/stream`;
    const { token } = await chat.tokens.issue({ conversation: ana.conversation, user: 'dl_invented' }, 'stream');
    chat.clock.at = new Date(chat.clock.at.getTime() + 6 * 60_000);
    expect(await answerTo(path)).toBe(401);
    expect(await answerTo(`${path}?t=${ana.token}`)).toBe(401);
    expect(await answerTo(`${path}?t=${token}`)).toBe(403);
  });

  it('for the conversation of someone else', async () => {
    const bo = await aPatient(chat);
    const { token } = await chat.tokens.issue({ conversation: bo.conversation, user: 'dl_invented' }, 'stream');
    expect(await answerTo(`/conversations/${ana.conversation}/stream?t=${token}`)).toBe(403);
  });
});

/** A socket of its own, whose client answers a ping or does not. */
async function quiet({ autoPong }: { autoPong: boolean }): Promise<{ socket: WebSocket; end: () => void }> {
  const streams = makeStreams({ clinic: chat.clinic, content: shipped, keepAlive: 20, failed: () => undefined });
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (opened) => streams.open(opened, { conversation: 'nobody', user: 'dl_invented' }, 0));
  await once(server, 'listening');
  const socket = new WebSocket(new URL(`ws://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`), { autoPong });
  sockets.push(socket);
  return { socket, end: () => { streams.end(); server.close(); } };
}

describe('a socket with nothing to say', () => {
  it('is kept alive with empty frames', async () => {
    const { socket, end } = await quiet({ autoPong: true });
    for (let beat = 0; beat < 4; beat++) expect(await once(socket, 'message')).toMatchObject([{ length: 0 }, false]);
    end();
  });

  it('is let go if nobody answers at its other end', async () => {
    const { socket, end } = await quiet({ autoPong: false });
    expect(await once(socket, 'close')).toMatchObject([1006, {}]);
    end();
  });
});
