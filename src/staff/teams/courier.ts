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
      if (posted === null && !chosen) return { ok: false, why: 'nobody' };
      const drawn = await draw(conversation);
      // Erased meanwhile, and the errand with it: there is nothing to show.
      if (!drawn) return { ok: true, posted };
      const message = cardMessage(drawn.card, drawn.headline);
      if (posted === null) return chosen ? placed(await adapter.post(chosen, message), chosen) : { ok: false, why: 'nobody' };
      const { at, id } = Place.parse(JSON.parse(posted));
      // The service may have moved since the card was posted.
      const now = chosen?.conversation === at.conversation ? chosen : at;
      return placed(await adapter.update(now, id, message), now);
    },
  };
}

/** As in a patient's chat, but the card is found again by its place as well. */
function placed(posted: Posted, at: Address): Outcome {
  const outcome = outcomeOf(posted);
  return outcome.ok && outcome.posted !== null ? { ok: true, posted: JSON.stringify({ at, id: outcome.posted } satisfies z.infer<typeof Place>) } : outcome;
}
