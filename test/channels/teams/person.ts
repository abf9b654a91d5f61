import { app, tenant } from './microsoft.ts';

/** An invented patient's side of a personal chat. */
export interface Person {
  readonly chat: string;
  /** Each returns the status Teams is answered with. */
  meets(id?: string): Promise<number>;
  writes(text: string, id?: string): Promise<number>;
  taps(value: object, id?: string): Promise<number>;
  /** Changes what was written under this id. */
  edits(text: string, id: string): Promise<number>;
}

export interface Line {
  /** The server's address. */
  readonly server: string;
  readonly serviceUrl: string;
  readonly authorization?: string;
}

/** An activity as Teams sends it from a personal chat. */
export function activityIn(chat: string, serviceUrl: string, id: string, more: object): Record<string, unknown> {
  return {
    id,
    serviceUrl,
    channelId: 'msteams',
    timestamp: '2026-11-22T09:00:00Z',
    locale: 'en-US',
    from: { id: `29:${chat}`, name: 'Ann Example', aadObjectId: '00000000-0000-4000-8000-0000000000a0' },
    recipient: { id: `28:${app}`, name: 'Lean Forward' },
    conversation: { conversationType: 'personal', tenantId: tenant, id: chat },
    channelData: { tenant: { id: tenant } },
    ...more,
  };
}

export function aPerson(chat: string, { server, serviceUrl, authorization }: Line): Person {
  let sent = 0;
  const post = async (more: object, id = `${chat}-${++sent}`): Promise<number> => {
    const response = await fetch(`${server}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify(activityIn(chat, serviceUrl, id, more)),
    });
    await response.text();
    return response.status;
  };
  return {
    chat,
    meets: (id) => post({ type: 'installationUpdate', action: 'add' }, id),
    writes: (text, id) => post({ type: 'message', text, textFormat: 'plain' }, id),
    edits: (text, id) => post({ type: 'messageUpdate', text, textFormat: 'plain', channelData: { tenant: { id: tenant }, eventType: 'editMessage' } }, id),
    taps: (value, id) => post({ type: 'message', value, replyToId: 'posted-1' }, id),
  };
}
