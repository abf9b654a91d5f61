import { z } from 'zod';

const Id = z.string().min(1).max(300);
const Party = z.object({ id: Id, name: z.string().max(300).nullish(), aadObjectId: z.string().max(100).nullish() });
const Named = z.object({ id: Id, name: z.string().max(300).nullish() });

/**
 * What Teams posts, as far as we read it: everything else is dropped. What is required here is what every activity of Teams has;
 * the packages behind the adapter fail, or let it pass unchecked, where one of them is missing.
 */
export const Incoming = z.object({
  type: z.string().min(1).max(50),
  /** Teams' own id, unique in its conversation: by it, an activity that is delivered again is known. */
  id: z.string().min(1).max(200),
  serviceUrl: z.url().max(500),
  channelId: z.literal('msteams'),
  from: Party,
  /** The bot. */
  recipient: Party,
  conversation: Named.extend({ conversationType: z.string().max(50).nullish(), tenantId: z.string().max(100).nullish() }),
  channelData: z.object({ tenant: z.object({ id: z.string().max(100) }).nullish(), team: Named.nullish(), channel: Named.nullish() }).nullish(),
  locale: z.string().max(35).nullish(),
  text: z.string().nullish(),
  /** What a card sends: read by a schema of its own wherever it is used. */
  value: z.unknown().optional(),
  /** The activity whose card was tapped, or the one that is answered. */
  replyToId: z.string().max(300).nullish(),
  attachments: z.array(z.object({ contentType: z.string() })).nullish(),
  membersAdded: z.array(Named).nullish(),
  /** Of an installationUpdate: `add` or `remove`. */
  action: z.string().max(50).nullish(),
  /** Of an invoke. */
  name: z.string().max(200).nullish(),
});

export type Incoming = z.infer<typeof Incoming>;

/** Whether one person talks to the bot alone. Elsewhere, others read along. */
export function isPersonal({ conversation }: Incoming): boolean {
  return conversation.conversationType === 'personal';
}

/** The tenants an activity names: one, or none. Two different ones are a contradiction, and both are given. */
export function tenantsOf({ conversation, channelData }: Incoming): string[] {
  return [...new Set([conversation.tenantId, channelData?.tenant?.id].filter((tenant) => typeof tenant === 'string'))];
}
