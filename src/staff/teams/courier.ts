import { z } from 'zod';
import type { Adapter, Posted } from '../../channels/teams/adapter.ts';
import { Address } from '../../channels/teams/address.ts';
import { cardMessage } from '../../channels/teams/outgoing.ts';
import { outcomeOf } from '../../channels/teams/patient/courier.ts';
import type { Courier, Outcome } from '../../outbox.ts';
import type { Channel } from './channel.ts';
import type { Draw } from './draw.ts';

/** Which card shows a case, and where: the channel may be another one by the time the case changes. */
const Place = z.strictObject({ at: Address, id: z.string().min(1) });

export interface CardCourierParts {
  readonly adapter: Pick<Adapter, 'post' | 'update'>;
  readonly channel: Pick<Channel, 'chosen'>;
  readonly draw: Draw;
}

/** Posts each case once, in the channel chosen by then, and later changes that one card. */
export function cardCourier({ adapter, channel, draw }: CardCourierParts): Courier {
  return {
    async deliver({ conversation, posted }) {
      const chosen = await channel.chosen();
      const known = posted === null ? undefined : Place.parse(JSON.parse(posted));
      // A card stays in the channel it was posted in; but the service may have moved since.
      const at = known && known.at.conversation !== chosen?.conversation ? known.at : chosen;
      if (!at) return { ok: false, why: 'nobody' };
      const drawn = await draw(conversation);
      // Erased meanwhile, and the errand with it: there is nothing to show.
      if (!drawn) return { ok: true, posted };
      const message = cardMessage(drawn.card, drawn.headline);
      return placed(await (known ? adapter.update(at, known.id, message) : adapter.post(at, message)), at);
    },
  };
}

/** As in a patient's chat, but the card is found again by its place as well. */
function placed(posted: Posted, at: Address): Outcome {
  const outcome = outcomeOf(posted);
  return outcome.ok && outcome.posted !== null ? { ok: true, posted: JSON.stringify({ at, id: outcome.posted } satisfies z.infer<typeof Place>) } : outcome;
}
