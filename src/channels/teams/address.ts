import { z } from 'zod';
import type { Incoming } from './incoming.ts';

/** Where a conversation in Teams is reached: all that a post needs. The service may move, so the newest one seen is kept. */
export const Address = z.strictObject({
  serviceUrl: z.url(),
  /** Teams' own id of the chat or of the channel. */
  conversation: z.string().min(1),
  /** The bot, as this conversation knows it. */
  bot: z.string().min(1),
  tenant: z.string().nullable(),
  /** The team whose channel it is: its members are asked for here. */
  team: z.string().min(1).optional(),
});

export type Address = z.infer<typeof Address>;

/** The address an activity came from. */
export function addressOf({ serviceUrl, conversation, recipient, channelData }: Incoming): Address {
  return { serviceUrl, conversation: conversation.id, bot: recipient.id, tenant: conversation.tenantId ?? channelData?.tenant?.id ?? null, ...(channelData?.team && { team: channelData.team.id }) };
}
