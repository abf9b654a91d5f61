import { WebSocket } from 'ws';
import { z } from 'zod';
import type { poster } from './post.ts';

const Issued = z.object({ conversationId: z.string(), token: z.string() });
const Opened = Issued.extend({ streamUrl: z.string() });
const Group = z.object({
  activities: z.array(
    z.object({
      from: z.object({ role: z.string() }),
      suggestedActions: z.object({ actions: z.array(z.object({ title: z.string() })) }).optional(),
      channelData: z.object({ intake: z.object({ question: z.string().nullable(), type: z.string().nullable(), status: z.string() }).optional() }),
    }),
  ),
});

type Seen = { question: string | null; type: string | null; options: string[] };

/** A patient in a chat: each call says one thing and resolves when the bot's question has come back over the socket. */
export async function patientAt(server: string, post: ReturnType<typeof poster>): Promise<() => Promise<void>> {
  const issued = Issued.parse(JSON.parse(await post(`${server}/v3/directline/tokens/generate`, {})));
  const headers = { authorization: `Bearer ${issued.token}` };
  const opened = Opened.parse(JSON.parse(await post(`${server}/v3/directline/conversations`, {}, headers)));
  const socket = new WebSocket(opened.streamUrl);
  let seen: Seen | undefined;
  let heard: (() => void) | undefined;
  socket.addEventListener('message', ({ data }) => {
    if (data === '' || typeof data !== 'string') return;
    const asked = Group.parse(JSON.parse(data)).activities.findLast(({ from, channelData }) => from.role === 'bot' && channelData.intake);
    if (!asked?.channelData.intake) return;
    const { question, type } = asked.channelData.intake;
    seen = { question, type, options: asked.suggestedActions?.actions.map(({ title }) => title) ?? [] };
    heard?.();
  });
  const next = (): Promise<void> => new Promise((resolve) => (heard = resolve));
  if (!seen) await next();
  const activities = `${server}/v3/directline/conversations/${issued.conversationId}/activities`;

  return async () => {
    const answered = next();
    await Promise.all([post(activities, { type: 'message', from: { id: 'invented' }, text: wordsFor(seen) }, headers), answered]);
  };
}

/** Words that lead a healthy, invented patient through every page and, at the check, back to the beginning. */
function wordsFor(seen: Seen | undefined): string {
  switch (seen?.type) {
    case 'check': return 'start again';
    case 'yes-no': return seen.question === 'consent' ? 'yes' : 'no';
    case 'yes-no-unsure': return 'no';
    case 'choice': return seen.options[0] ?? '1';
    case 'choices': return seen.options.find((label) => /none/i.test(label)) ?? seen.options.at(-1) ?? '1';
    case 'number': return '3';
    case 'duration': return '3 years';
    case 'distance-or-time': return '5 minutes';
    case 'date': return 'March 5, 1948';
    case 'month': return 'March 2024';
    case 'name': return 'Ann Example';
    case 'phone': return '(212) 555-0134';
    case 'email': return 'ann@example.org';
    case 'medicines': return 'none';
    default: return 'to walk to the mailbox';
  }
}
