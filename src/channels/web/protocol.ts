import { z } from 'zod';
import { Tap } from '../../conversation/log.ts';
import { longestMessage, type Message } from '../../conversation/message.ts';
import { ClinicError } from '../../errors.ts';
import { asTyped } from '../typed.ts';

const ChannelData = z.object({ clientActivityID: z.string().min(1).max(200).optional() });

/** What a Direct Line client posts. Who it says it is from, and where, is not read: the token knows. */
const Posted = z.object({
  type: z.string().min(1),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  attachments: z.array(z.unknown()).nullish(),
  channelData: ChannelData.nullish(),
});

const WantedUser = z.object({ user: z.object({ id: z.string().regex(/^[\w.:|@-]{1,100}$/).optional() }).nullish() }).nullish();

const Start = z.object({ locale: z.string().max(35).nullish() }).nullish();

/** The door's own stamp: the id for a message that brought none, and the time of its arrival. */
export interface Arrival {
  readonly id: string;
  /** ISO, UTC. */
  readonly at: string;
}

/**
 * The message in a posted activity; undefined for what is not a message (typing, events), which is accepted and means nothing.
 * @throws ClinicError `bad-request` if it is no activity, holds nothing or holds a file; `too-large` if its text is too long
 */
export function messageFrom(activity: unknown, { id, at }: Arrival): Message | undefined {
  const { type, text, value, attachments, channelData } = read(Posted, activity);
  if (type !== 'message') return undefined;
  if (attachments?.length) throw filesRefused();
  const words = asTyped(text ?? '');
  const tapped = Tap.safeParse(value).data;
  if (words === '' && tapped === undefined) throw new ClinicError('bad-request', 'The message is empty.');
  if (words.length > longestMessage) throw new ClinicError('too-large', `A message can have at most ${longestMessage} characters.`);
  return { id: channelData?.clientActivityID ?? id, at, text: words, ...(tapped && { tapped }) };
}

/** A file was sent; this channel takes words only. */
export function filesRefused(): ClinicError {
  return new ClinicError('bad-request', 'Files cannot be sent here. Please write, or call the clinic.');
}

/** The user a page asks a token for, if it names one. Throws `bad-request`. */
export function wantedUser(body: unknown): string | undefined {
  return read(WantedUser, body)?.user?.id;
}

/** The language to open in: the client's locale if the clinic speaks it, else the first of them, which is the clinic's. Throws `bad-request`. */
export function languageOf(body: unknown, spoken: readonly string[]): string {
  const [wanted] = (read(Start, body)?.locale ?? '').toLowerCase().split('-');
  return spoken.find((language) => language === wanted) ?? spoken[0] ?? 'en';
}

/** The `seq` a client has seen. A watermark we never gave out reads as none, so that everything is sent again. */
export function seenUpTo(watermark: unknown): number {
  return typeof watermark === 'string' && /^\d{1,15}$/.test(watermark) ? Number(watermark) : 0;
}

function read<T>(shape: z.ZodType<T>, body: unknown): T {
  const { data, error } = shape.safeParse(body);
  if (error === undefined) return data;
  const [issue] = error.issues;
  throw new ClinicError('bad-request', `This is not a Direct Line request: ${issue?.path.join('.') || 'its body'} cannot be read.`);
}
