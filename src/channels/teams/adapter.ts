import type { Address } from './address.ts';
import type { Card } from './card/shape.ts';
import type { Incoming } from './incoming.ts';
import type { Outgoing } from './outgoing.ts';

/**
 * What is done with activities whose sender is known. Nothing of a conversation is posted by them: that leaves from what is committed.
 * Only what a command in a channel is answered with belongs to no conversation, and is posted at once.
 */
export interface Handlers {
  /** Someone wrote, changed what they had written (`messageUpdate`), or tapped an Action.Submit (then there is a `value`). Resolved once what it brought about is durably written. */
  message(activity: Incoming): Promise<void>;
  /** Someone tapped an Action.Execute, or Teams asks for a fresh view. `data` is what the card holds and is not to be trusted. */
  action(activity: Incoming, verb: string, data: unknown): Promise<CardAnswer>;
  /** The bot and somebody met: it was installed, or added to a conversation. */
  met(activity: Incoming): Promise<void>;
}

/** What the person who tapped sees at once: the card in its new state, or a sentence. */
export type CardAnswer = { readonly card: Card } | { readonly message: string };

/** A request as it came, its body already read by the door. */
export interface Request {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly activity: Incoming;
  /** The same activity with everything we do not read. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What Teams is answered. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * How a post went. wait: Teams took nothing and says how long to wait · not-sent: it never left, for example because we could not
 * sign in · refused: Teams took nothing and will not · unknown: it may have arrived, so it must not be posted again.
 */
export type Posted =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly why: 'wait'; readonly seconds: number }
  | { readonly ok: false; readonly why: 'not-sent' }
  | { readonly ok: false; readonly why: 'refused'; readonly status: number }
  | { readonly ok: false; readonly why: 'unknown' };

/** A person as a conversation knows them. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** Their object id in Entra. */
  readonly entra: string | undefined;
  readonly email: string | undefined;
  /** They are not simply one of ours: Teams gives them a role other than `user`, or names another tenant. */
  readonly guest: boolean;
}

/** What we need of a package that speaks with Teams. Everything about the package stays in the file that makes one of these. */
export interface Adapter {
  /**
   * Checks who sent the request, and nothing else. Undefined: it is not Teams, or not for us. Otherwise the function hands the
   * activity to the handlers and gives the answer; it throws what they throw. Throws ClinicError `teams-unreachable` where Microsoft's
   * keys can not be had, so that nobody can tell.
   */
  admit(request: Request): Promise<(() => Promise<Answer>) | undefined>;
  post(to: Address, activity: Outgoing): Promise<Posted>;
  /** Puts another activity in the place of one that was posted. */
  update(at: Address, id: string, activity: Outgoing): Promise<Posted>;
  /** A person of a conversation by their id there; undefined if Teams does not name them. */
  member(at: Address, user: string): Promise<Member | undefined>;
}

/** A certificate and its private key, in PEM form, and the files they stand in: some packages read those themselves. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
  readonly files: { readonly certificate: string; readonly key: string };
}

/** Who we are to Teams; null in development, where nobody is asked who they are. */
export interface Identity {
  readonly app: string;
  readonly tenant: string;
  readonly proof: { readonly secret: string } | Certificate;
  /** Where Teams publishes the keys it signs with. */
  readonly openIdMetadata: string;
}

/** What an adapter is given of the world: the time, and somebody to tell that Microsoft does not sign us in (and nothing of any patient). */
export interface Surroundings {
  readonly now: () => Date;
  readonly report: (failure: unknown) => void;
}

export type MakeAdapter = (identity: Identity | null, handlers: Handlers, around: Surroundings) => Adapter;
