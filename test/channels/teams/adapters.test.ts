import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Adapter, Answer, Handlers, Identity, MakeAdapter } from '../../../src/channels/teams/adapter.ts';
import { addressOf } from '../../../src/channels/teams/address.ts';
import type { Card } from '../../../src/channels/teams/card/shape.ts';
import { Incoming } from '../../../src/channels/teams/incoming.ts';
import { app, microsoft, tenant, type Microsoft } from './microsoft.ts';
import { recorded, recordingOf, type Recording } from './recordings.ts';

// Loaded late, as the server does.
const { agents } = await import('../../../src/channels/teams/agents.ts');
const { botFramework } = await import('../../../src/channels/teams/bot-framework.ts');

const ways: [string, MakeAdapter][] = [
  ['the Bot Framework SDK', botFramework],
  ['the Microsoft 365 Agents SDK', agents],
];

/** What came of a recorded activity, in no package's terms. */
interface Outcome {
  readonly handled: readonly unknown[];
  readonly answer: Answer | string | undefined;
}

/** The nurses' channel. */
const triage = '19:triage@thread.tacv2';
const spoken = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Nora Example, RN has it.' };

describe.each(ways)('through %s', (_way, make) => {
  let teams: Microsoft;
  beforeAll(async () => {
    teams = await microsoft();
  });
  afterAll(async () => teams.stop());

  describe('what Teams once sent', () => {
    it('reaches the same handlers with the same words', async () => {
      const outcomes = await Promise.all([...recorded].map(async ([name, body]) => [name, await outcomeOf(make, body)]));
      expect(Object.fromEntries(outcomes)).toEqual({
        'installed-for-one': { handled: [['met', 'a:chat-of-ann-example']], answer: { status: 200 } },
        'met-one': { handled: [['met', 'a:chat-of-ann-example']], answer: { status: 200 } },
        written: { handled: [['message', 'a:chat-of-ann-example', 'yes', undefined]], answer: { status: 200 } },
        tapped: { handled: [['message', 'a:chat-of-ann-example', undefined, { do: 'tap', in: 'conversation-1', question: 'respondent', option: 'self' }]], answer: { status: 200 } },
        chosen: { handled: [['message', 'a:chat-of-ann-example', undefined, { do: 'choose', in: 'conversation-1', question: 'locations', chosen: 'low_back,thigh' }]], answer: { status: 200 } },
        said: { handled: [['message', 'a:chat-of-ann-example', undefined, { do: 'say', words: 'person' }]], answer: { status: 200 } },
        'installed-in-a-channel': { handled: [['met', triage]], answer: { status: 200 } },
        'met-a-team': { handled: [['met', triage]], answer: { status: 200 } },
        mentioned: { handled: [['message', `${triage};messageid=1795324807176`, 'send cases here', undefined]], answer: { status: 200 } },
        claimed: { handled: [['action', '29:nora-example', 'claim', { conversation: 'conversation-1' }]], answer: { status: 200, body: spoken } },
        'claimed-by-another': { handled: [['action', '29:omar-example', 'claim', { conversation: 'conversation-1' }]], answer: { status: 200, body: spoken } },
        closed: { handled: [['action', '29:nora-example', 'close', { conversation: 'conversation-1' }]], answer: { status: 200, body: spoken } },
      });
    });

    it('is answered with a card where the handler gives one', async () => {
      const card: Card = { type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5', lang: 'en-US', fallbackText: 'A case', body: [] };
      const { answer } = await outcomeOf(make, recordingOf('claimed'), { action: async () => ({ card }) });
      expect(answer).toEqual({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } });
    });

    it.each(['written', 'claimed', 'installed-for-one'])('is not taken for done where the handler fails: %s', async (name) => {
      expect((await outcomeOf(make, recordingOf(name), { message: fails, action: fails, met: fails })).answer).toBe('the store is away');
    });

    it('reaches them too where the words were changed afterwards', async () => {
      const changed = { ...recordingOf('written'), type: 'messageUpdate', text: 'no', channelData: { eventType: 'editMessage', tenant: { id: tenant } } };
      expect(await outcomeOf(make, changed)).toEqual({ handled: [['message', 'a:chat-of-ann-example', 'no', undefined]], answer: { status: 200 } });
    });

    it('is left alone where nobody here deals with it', async () => {
      expect(await outcomeOf(make, { ...recordingOf('claimed'), name: 'composeExtension/query' })).toEqual({ handled: [], answer: { status: 501 } });
      expect(await outcomeOf(make, { ...recordingOf('written'), type: 'messageReaction' })).toEqual({ handled: [], answer: { status: 200 } });
    });

    it('is answered to the one who asked, however many ask at once', async () => {
      const bodies = Array.from({ length: 20 }, (_, at) => ({ ...recordingOf('claimed'), id: `id-${at}`, value: { action: { type: 'Action.Execute', verb: 'claim', data: { n: at } } } }));
      const { adapter } = listening(make, null, { action: async (_activity, _verb, data) => Promise.resolve({ message: JSON.stringify(data) }) });
      const answers = await Promise.all(bodies.map(async (body) => taken(adapter, body)));
      expect(answers.map((answer) => answer?.body)).toEqual(bodies.map((_, at) => ({ ...spoken, value: JSON.stringify({ n: at }) })));
    });
  });

  it('the service that Teams names is called in the same way', async () => {
    const { adapter } = listening(make, null);
    const at = addressOf(Incoming.parse({ ...recordingOf('mentioned'), serviceUrl: teams.serviceUrl }));
    const activity = { type: 'message', summary: 'Lean Forward', text: 'Cases come here now.', textFormat: 'plain' } as const;
    const answers = [await adapter.post(at, activity), await adapter.update(at, 'posted-1', activity), (await adapter.member(at, '29:nora-example'))?.name];
    expect(answers).toEqual([{ ok: true, id: 'posted-1' }, { ok: true, id: 'posted-1' }, 'Nora Example, RN']);

    const conversation = `${triage};messageid=1795324807176`;
    const thread = `/teams/v3/conversations/${conversation}/activities`;
    const body = { ...activity, channelId: 'msteams', serviceUrl: teams.serviceUrl, from: { id: `28:${app}` }, conversation: { id: conversation, tenantId: tenant } };
    expect(teams.calls).toEqual([
      { method: 'POST', path: thread, authorization: null, body },
      { method: 'PUT', path: `${thread}/posted-1`, authorization: null, body: { ...body, id: 'posted-1' } },
      { method: 'GET', path: `/teams/v3/conversations/19:clinic@thread.tacv2/members/29:nora-example`, authorization: null, body: null },
    ]);
  });

  it('lets nobody in while the keys of Teams can not be had, and says that it is not the fault of whoever called', async () => {
    const body = { ...recordingOf('written'), serviceUrl: teams.serviceUrl };
    const { adapter, handled } = listening(make, { app, tenant, proof: { secret: 'invented' }, openIdMetadata: `${teams.serviceUrl}/nowhere` });
    await expect(taken(adapter, body, { authorization: await teams.token() })).rejects.toMatchObject({ code: 'teams-unreachable' });
    expect(handled).toEqual([]);
  });
});

function listening(make: MakeAdapter, identity: Identity | null, handlers: Partial<Handlers> = {}): { adapter: Adapter; handled: unknown[] } {
  const handled: unknown[] = [];
  const adapter = make(identity, {
    async message({ conversation, text, value }) {
      handled.push(['message', conversation.id, text, value]);
    },
    async action({ from }, verb, data) {
      handled.push(['action', from.id, verb, data]);
      return { message: 'Nora Example, RN has it.' };
    },
    async met({ conversation }) {
      handled.push(['met', conversation.id]);
    },
    ...handlers,
  }, { now: () => new Date(), report: () => {} });
  return { adapter, handled };
}

async function fails(): Promise<never> {
  throw new Error('the store is away');
}

async function taken(adapter: Adapter, body: Recording, headers: Record<string, string | undefined> = {}): Promise<Answer | undefined> {
  const run = await adapter.admit({ headers, activity: Incoming.parse(body), body });
  return run?.();
}

async function outcomeOf(make: MakeAdapter, body: Recording, handlers: Partial<Handlers> = {}): Promise<Outcome> {
  const { adapter, handled } = listening(make, null, handlers);
  const answer = await taken(adapter, body).catch((failure: unknown) => (failure instanceof Error ? failure.message : 'unknown'));
  return { handled, answer };
}
