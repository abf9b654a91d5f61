import { z } from 'zod';
import type { Language } from '../language.ts';
import { exact, read, unread, type Reading } from '../reading.ts';
import type { Said } from '../text/said.ts';
import { plain } from '../text/words.ts';

const Address = z.email();

/** An e-mail address in lower case, written or said: "rita underscore g at example dot net". */
export function readEmail({ text }: Said, language: Language): Reading {
  const pieces = text.trim().split(/[\s,;<>"]+/u).map((piece) => piece.replace(/^\(|[.!?)]+$/gu, '').toLowerCase());
  const written = pieces.filter((piece) => Address.safeParse(piece).success);
  const [only] = written;
  if (only && written.length === 1) return pieces.length === 1 ? exact(only) : read(only);
  const said = spoken(withSigns(pieces, language), language);
  if (!said) return unread('not-an-email');
  return said.whole ? read(said.address) : unread('not-an-email', [said.address]);
}

/** A sign of two words ("guion bajo") as one piece. */
function withSigns(pieces: readonly string[], { emails: { signs } }: Language): string[] {
  const pairs = pieces.map((piece, at) => signs[`${plain(piece)} ${plain(pieces[at + 1] ?? '')}`]);
  return pieces.flatMap((piece, at) => (pairs[at - 1] === undefined ? [pairs[at] ?? piece] : []));
}

/** Puts together the words around "at" and "dot"; `whole` unless a word before may have been meant to belong to it ("b hayes at"). */
function spoken(pieces: readonly string[], language: Language): { address: string; whole: boolean } | undefined {
  const { at, dot, signs } = language.emails;
  const signOf = (piece: string) => (at.includes(plain(piece)) ? '@' : dot.includes(plain(piece)) ? '.' : signs[plain(piece)] ?? (Object.values(signs).includes(piece) ? piece : undefined));
  const parts = pieces.map((piece) => ({ piece, sign: signOf(piece) }));
  let address = '';
  let begun = 0;
  for (const [index, { piece, sign }] of parts.entries()) {
    const joined = sign !== undefined || parts[index - 1]?.sign !== undefined || /[@._+-]$/u.test(address) || /^[@._+-]/u.test(piece);
    if (!joined) begun = index;
    address = joined ? address + (sign ?? piece) : piece;
    if (parts[index + 1]?.sign === undefined && Address.safeParse(address).success && !/^[@.]/u.test(parts[index + 1]?.piece ?? '')) {
      return { address, whole: parts.slice(0, begun).every((part) => language.emails.before.includes(plain(part.piece))) };
    }
  }
  return undefined;
}
