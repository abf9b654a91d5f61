import { z } from 'zod';
import { Card } from './card/shape.ts';

/** What we post to Teams. Notifications show `summary`: it never holds what a patient said. */
export const Outgoing = z.strictObject({
  type: z.literal('message'),
  summary: z.string().min(1),
  text: z.string().min(1).optional(),
  textFormat: z.literal('plain').optional(),
  locale: z.string().optional(),
  attachments: z.array(z.strictObject({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), content: Card })).optional(),
});

export type Outgoing = z.infer<typeof Outgoing>;

/** A message that is a card and nothing else. */
export function cardMessage(card: Card, summary: string): Outgoing {
  return { type: 'message', summary, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] };
}
