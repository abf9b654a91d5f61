import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectionStatus, DirectLine, type Activity, type DirectLineOptions } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { aChat, api, aPatient, listening, type Chat } from './chat.ts';

// The client is made for browsers and finds these two as globals.
Object.assign(globalThis, { XMLHttpRequest: createRequire(import.meta.url)('xhr2'), WebSocket });

interface Client {
  readonly line: DirectLine;
  readonly seen: Activity[];
  readonly until: (done: () => boolean) => Promise<void>;
  readonly says: (text: string, id: string) => Promise<string>;
}

const clients: DirectLine[] = [];
let chat: Chat;

beforeEach(async () => {
  chat = await listening(await aChat());
});
afterEach(async () => {
  for (const line of clients.splice(0)) line.end();
  await chat.server.close();
});

function aClient(options: DirectLineOptions): Client {
  const line = new DirectLine({ domain: chat.url + api, ...options });
  clients.push(line);
  const seen: Activity[] = [];
  const waiting = new Set<() => void>();
  const news = (): void => {
    for (const wake of waiting) wake();
  };
  // Its second function hears that the line was ended, and that is how every test ends.
  line.activity$.subscribe((activity) => {
    seen.push(activity);
    news();
  }, news);
  line.connectionStatus$.subscribe(news);
  return {
    line,
    seen,
    until: (done) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!done()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    says: (text, id) =>
      new Promise((resolve, reject) => {
        line.postActivity({ type: 'message', text, from: { id: 'someone-else' }, channelData: { clientActivityID: id } }).subscribe(resolve, reject);
      }),
  };
}

function textsOf(seen: readonly Activity[]): (string | undefined)[] {
  return seen.map((activity) => (activity.type === 'message' ? activity.text : undefined));
}

const ways: [string, DirectLineOptions][] = [['over a socket', { webSocket: true }], ['by polling', { webSocket: false, pollingInterval: 200 }]];

describe.each(ways)("Microsoft's own client %s", (_, way) => {
  it('opens a conversation, is greeted, and is answered in order', async () => {
    const { token } = await aPatient(chat, { opens: false });
    const { seen, until, says } = aClient({ token, ...way });
    await until(() => seen.length === 2);
    const posted = await says('yes', 'c1');
    await until(() => seen.length === 4);
    expect(seen[2]).toMatchObject({ id: posted, text: 'yes', from: { role: 'user', id: 'dl_made-2' }, channelId: 'directline', channelData: { clientActivityID: 'c1' } });
    expect(seen[3]).toMatchObject({ from: { role: 'bot' }, channelData: { intake: { question: 'numb', type: 'yes-no-unsure', status: 'open' } } });
    const order = seen.map(({ channelData }) => Number(channelData['webchat:sequence-id']));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('sees a message that was sent twice answered once', async () => {
    const { token, conversation } = await aPatient(chat, { opens: false });
    const { seen, until, says } = aClient({ token, ...way });
    await until(() => seen.length === 2);
    expect(await says('yes', 'c1')).toBe(await says('yes', 'c1'));
    await says('no', 'c2');
    await until(() => textsOf(seen).includes('no'));
    expect(textsOf(seen).filter((text) => text === 'yes')).toHaveLength(1);
    expect((await chat.clinic.log(conversation)).filter(({ entry }) => entry.type === 'said')).toHaveLength(2);
  });

  it('finds everything again after a reload, and only what is new after a lost connection', async () => {
    const { token, conversation, say } = await aPatient(chat);
    await say('yes', 'c1');
    const reloaded = aClient({ token, conversationId: conversation, ...way });
    await reloaded.until(() => reloaded.seen.length === 4);
    const watermark = String(reloaded.seen[1]?.channelData['webchat:sequence-id']);
    const returned = aClient({ token, conversationId: conversation, watermark, ...way });
    await returned.until(() => returned.seen.length === 2);
    await say('no', 'c2');
    await returned.until(() => returned.seen.length === 4);
    await reloaded.until(() => reloaded.seen.length === 6);
    expect(returned.seen).toEqual(reloaded.seen.slice(2));
  });

  it("hears the nurse's words", async () => {
    const { token, conversation, say } = await aPatient(chat);
    await say('yes', 'c1');
    await say('talk to a person', 'c2');
    const { seen, until } = aClient({ token, conversationId: conversation, ...way });
    await until(() => seen.length > 0);
    await chat.clinic.nurseSays(conversation, { id: 'n1', name: 'Nurse Invented' }, 'May I call you?');
    await until(() => textsOf(seen).includes('May I call you?'));
    expect(seen.at(-1)).toMatchObject({ from: { name: 'Nurse Invented', role: 'bot' } });
  });
});

describe("Microsoft's own client", () => {
  it('is told at once that a message is too long', async () => {
    const { token } = await aPatient(chat, { opens: false });
    const { seen, until, says } = aClient({ token });
    await until(() => seen.length === 2);
    await expect(says('x'.repeat(10_000), 'c1')).rejects.toMatchObject({ status: 413 });
  });

  it('does not connect with a forged token', async () => {
    const { line, until } = aClient({ token: 'forged' });
    let status: ConnectionStatus = ConnectionStatus.Uninitialized;
    line.connectionStatus$.subscribe((now) => {
      status = now;
    });
    await until(() => status === ConnectionStatus.FailedToConnect);
    expect(await chat.server.inject({ method: 'POST', url: `${api}/conversations`, headers: { authorization: 'Bearer forged' } })).toMatchObject({ statusCode: 401 });
  });
});
