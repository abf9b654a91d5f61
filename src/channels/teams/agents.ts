import { AgentApplication, CloudAdapter, MsalTokenProvider, type TurnContext, type TurnState, type WebResponse } from '@microsoft/agents-hosting';
import { z } from 'zod';
import type { Answer, Handlers, Identity, MakeAdapter } from './adapter.ts';
import { callerCheck } from './caller.ts';
import { makeConnector, type Token } from './connector.ts';
import { Incoming } from './incoming.ts';

const Execute = z.object({ action: z.object({ verb: z.string(), data: z.unknown() }) });

/**
 * Teams through the Microsoft 365 Agents SDK: its AgentApplication finds the handler, and its CloudAdapter gives the answer. Who calls
 * is checked here: the package knows one place of keys that no setting moves, and lets a token for another service URL pass.
 */
export const agents: MakeAdapter = (identity, handlers, around) => {
  const isTeams = identity ? callerCheck(identity.app, identity.openIdMetadata) : async () => true;
  // Without a user in the request, the package asks nobody for a token: nothing is posted from here.
  const adapter = new CloudAdapter({ clientId: identity?.app ?? 'development' });
  adapter.onTurnError = (_context, failure) => Promise.reject(failure);
  const application = routed(adapter, handlers);

  return {
    async admit({ headers, activity, body }) {
      if (!(await isTeams(headers['authorization'], activity.serviceUrl))) return undefined;
      return async () => {
        const { response, answer } = anAnswer();
        await adapter.process({ method: 'POST', headers, body: structuredClone(body) }, response, async (context) => {
          await application.run(context);
        });
        return answer();
      };
    },
    ...makeConnector({ token: tokens(identity), ...around }),
  };
};

function read({ activity }: TurnContext): Incoming {
  return Incoming.parse(activity);
}

function routed(adapter: CloudAdapter, handlers: Handlers): AgentApplication<TurnState> {
  const application = new AgentApplication<TurnState>({ adapter, startTypingTimer: false, removeRecipientMention: true });
  application.onActivity('message', async (context) => handlers.message(read(context)));
  application.onActivity('messageUpdate', async (context) => handlers.message(read(context)));
  application.onActivity('installationUpdate', async (context) => handlers.met(read(context)));
  application.onConversationUpdate('membersAdded', async (context) => handlers.met(read(context)));
  application.adaptiveCards.actionExecute(/./u, async (context) => {
    const activity = read(context);
    const { action } = Execute.parse(activity.value);
    const answer = await handlers.action(activity, action.verb, action.data);
    return 'card' in answer ? { ...answer.card } : answer.message;
  });
  return application;
}

/** A response the package can write to, and what it wrote. */
function anAnswer(): { response: WebResponse; answer: () => Answer } {
  let status = 200;
  let body: unknown;
  const response: WebResponse = {
    headersSent: false,
    writableEnded: false,
    status(code) {
      status = code;
      return this;
    },
    setHeader() {
      return this;
    },
    send(sent) {
      body = sent;
      return this;
    },
    end() {
      return this;
    },
  };
  return { response, answer: () => (body === undefined ? { status } : { status, body }) };
}

function tokens(identity: Identity | null): Token {
  if (!identity) return async () => null;
  const { app, tenant, proof } = identity;
  const signsIn = 'secret' in proof ? { clientSecret: proof.secret } : { certPemFile: proof.files.certificate, certKeyFile: proof.files.key };
  const provider = new MsalTokenProvider({ clientId: app, tenantId: tenant, ...signsIn });
  return () => provider.getAccessToken('https://api.botframework.com');
}
