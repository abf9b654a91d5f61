import { X509Certificate } from 'node:crypto';
import { Application } from '@microsoft/teams-ai';
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory, INVOKE_RESPONSE_KEY, type Activity, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Answer, Handlers, Identity, MakeAdapter } from './adapter.ts';
import { callerCheck } from './caller.ts';
import { makeConnector, type Token } from './connector.ts';
import { Incoming } from './incoming.ts';

const issuer = 'https://api.botframework.com';
const login = 'https://login.microsoftonline.com/botframework.com';

const Wire = z.custom<Activity>((body) => typeof body === 'object' && body !== null);
const Execute = z.object({ action: z.object({ verb: z.string() }) });
const Invoked = z.object({ value: z.object({ status: z.number(), body: z.unknown().optional() }) });

/**
 * Teams through the Bot Framework SDK: its CloudAdapter checks once more who calls, and the Application of Teams AI finds the handler.
 * Neither keeps state, and neither posts.
 */
export const botFramework: MakeAdapter = (identity, handlers, around) => {
  const settings = settingsOf(identity);
  const isTeams = identity ? callerCheck(identity.app, identity.openIdMetadata) : async () => true;
  const authentication = new ConfigurationBotFrameworkAuthentication(settings);
  const adapter = new CloudAdapter(authentication);
  const application = routed(handlers);

  return {
    async admit({ headers: { authorization }, activity: { serviceUrl }, body }) {
      // Asked before the package: it takes a token that never runs out, and prints to the console about each that it refuses.
      if (!(await isTeams(authorization, serviceUrl))) return undefined;
      const activity = Wire.parse(structuredClone(body));
      const known = await authentication.authenticateRequest(activity, typeof authorization === 'string' ? authorization : '').catch(() => undefined);
      if (!known) return undefined;
      return async () => {
        const outcome: { answer?: Answer; failure?: unknown } = {};
        await adapter.processActivityDirect(known, activity, async (context) => {
          try {
            const handled = await application.run(context);
            outcome.answer = answerOf(context, handled);
          } catch (failure) {
            // The adapter would turn it into a text.
            outcome.failure = failure;
          }
        });
        if (outcome.answer) return outcome.answer;
        throw outcome.failure;
      };
    },
    ...makeConnector({ token: tokens(identity, settings), ...around }),
  };
};

function routed(handlers: Handlers): Application {
  const application = new Application({ startTypingTimer: false, removeRecipientMention: true });
  application.activity(ActivityTypes.Message, async (context) => handlers.message(read(context)));
  application.activity(ActivityTypes.MessageUpdate, async (context) => handlers.message(read(context)));
  application.activity(ActivityTypes.InstallationUpdate, async (context) => handlers.met(read(context)));
  application.conversationUpdate('membersAdded', async (context) => handlers.met(read(context)));
  application.adaptiveCards.actionExecute(/./u, async (context, _state, data) => {
    const activity = read(context);
    const answer = await handlers.action(activity, Execute.parse(activity.value).action.verb, data);
    return 'card' in answer ? { ...answer.card } : answer.message;
  });
  return application;
}

function read({ activity }: TurnContext): Incoming {
  return Incoming.parse(activity);
}

function answerOf({ activity, turnState }: TurnContext, handled: boolean): Answer {
  const invoked = Invoked.safeParse(turnState.get(INVOKE_RESPONSE_KEY)).data;
  if (invoked) return { status: invoked.value.status, body: invoked.value.body };
  return { status: activity.type === 'invoke' && !handled ? 501 : 200 };
}

/** All or none: of these settings, the package takes the rest for empty as soon as one is given. */
function settingsOf(identity: Identity | null): Record<string, string> {
  if (!identity) return {};
  const { app, tenant, proof, openIdMetadata } = identity;
  return {
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: app,
    MicrosoftAppTenantId: tenant,
    ...('secret' in proof ? { MicrosoftAppPassword: proof.secret } : { CertificateThumbprint: thumbprint(proof.certificate), CertificatePrivateKey: proof.key }),
    ToChannelFromBotLoginUrl: login,
    ToChannelFromBotOAuthScope: issuer,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: 'https://token.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
    ToBotFromEmulatorOpenIdMetadataUrl: 'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
    CallerId: 'urn:botframework:azure',
  };
}

function tokens(identity: Identity | null, settings: Record<string, string>): Token {
  if (!identity) return async () => null;
  const credentials = new ConfigurationServiceClientCredentialFactory(settings).createCredentials(identity.app, issuer, login, true);
  return async () => {
    const known = await credentials;
    if (!givesTokens(known)) throw new Error('The package signs requests in a way we do not know.');
    return known.getToken();
  };
}

function givesTokens(credentials: object): credentials is { getToken(): Promise<string> } {
  return 'getToken' in credentials && typeof credentials.getToken === 'function';
}

/** How Entra names a certificate: the SHA-1 of it, in hexadecimal. */
function thumbprint(certificate: string): string {
  return new X509Certificate(certificate).fingerprint.replaceAll(':', '');
}
