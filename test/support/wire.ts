import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Line, Seen } from '../journeys/journey.ts';

const Issued = z.object({ conversationId: z.string(), token: z.string() });
const Opened = Issued.extend({ streamUrl: z.string() });
const Option = z.object({ id: z.string(), label: z.string() });
const Group = z.object({
  watermark: z.string(),
  activities: z.array(
    z.object({
      id: z.string(),
      text: z.string().optional(),
      from: z.object({ role: z.string() }),
      channelData: z.object({
        clientActivityID: z.string().optional(),
        intake: z.object({ question: z.string().nullable(), type: z.string().nullable(), status: z.string(), reply: z.looseObject({ options: z.array(Option).optional() }) }).optional(),
      }),
    }),
  ),
});

type Activity = z.infer<typeof Group>['activities'][number];

/** A patient's phone: the wire protocol by hand, so that a test can cut the line and take it up again. */
export interface Phone extends Line {
  readonly conversation: string;
  readonly activities: readonly Activity[];
  /** Loses the socket, as in a tunnel. */
  hangUp(): void;
  /** Comes back with the token it was given, to the same server or to another at a new address. */
  comeBack(server?: string): Promise<void>;
}

/** Opens a new conversation on the server. */
export async function aPhone(at: string, locale = 'en'): Promise<Phone> {
  let server = at;
  const issued = Issued.parse(await json(await fetch(`${server}/v3/directline/tokens/generate`, { method: 'POST' })));
  const headers = { authorization: `Bearer ${issued.token}`, 'content-type': 'application/json' };
  const activities: Activity[] = [];
  const waiting = new Set<() => void>();
  let watermark = '';
  let sent = 0;
  let socket = await connect(await fetch(`${server}/v3/directline/conversations`, { method: 'POST', headers, body: JSON.stringify({ locale }) }));

  async function connect(response: Response): Promise<WebSocket> {
    const { streamUrl } = Opened.parse(await json(response));
    const opened = new WebSocket(streamUrl.replace(/^ws:\/\/[^/]+/, server.replace('http', 'ws')));
    opened.addEventListener('message', ({ data }) => {
      if (data === '' || typeof data !== 'string') return;
      const group = Group.parse(JSON.parse(data));
      watermark = group.watermark;
      activities.push(...group.activities.filter(({ id }) => !activities.some((known) => known.id === id)));
      for (const wake of waiting) wake();
    });
    await new Promise((resolve, reject) => opened.once('open', resolve).once('error', reject));
    return opened;
  }

  const until = async (done: () => boolean): Promise<void> => {
    while (!done()) await new Promise<void>((resolve) => waiting.add(resolve));
  };
  const replies = (): Activity[] => activities.filter(({ channelData }) => channelData.intake);
  await until(() => replies().length > 0);

  return {
    conversation: issued.conversationId,
    activities,
    seen(): Seen {
      const intake = replies().at(-1)?.channelData.intake;
      const options = replies().findLast(({ channelData }) => channelData.intake?.reply.options)?.channelData.intake?.reply.options ?? [];
      return { question: intake?.question ?? null, type: intake?.type ?? null, status: intake?.status ?? 'open', options };
    },
    async say(text) {
      const id = `phone-${++sent}`;
      const body = JSON.stringify({ type: 'message', text, from: { id: 'anyone' }, channelData: { clientActivityID: id } });
      const response = await fetch(`${server}/v3/directline/conversations/${issued.conversationId}/activities`, { method: 'POST', headers, body });
      const { id: posted } = z.object({ id: z.string() }).parse(await json(response));
      await until(() => activities.findIndex((activity) => activity.id === posted) < activities.findLastIndex(({ channelData }) => channelData.intake) && activities.some((activity) => activity.id === posted));
    },
    hangUp: () => socket.terminate(),
    async comeBack(to = server) {
      server = to;
      socket = await connect(await fetch(`${server}/v3/directline/conversations/${issued.conversationId}?watermark=${watermark}`, { headers }));
    },
  };
}

async function json(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
