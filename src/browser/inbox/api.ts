import type { CaseView, Invitation, Me, Queue, Refusal } from '../../staff/inbox/wire.ts';
import { speaking, type WordKey } from './words.ts';

/** The server said no, or could not be asked (`offline`). */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

async function ask(path: string, sent?: object) {
  const posted = sent && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) };
  const answer = await fetch(`/staff/api/${path}`, posted).catch(() => {
    throw new Refused('offline');
  });
  if (answer.ok) return answer.json();
  const refusal: Refusal | undefined = await answer.json().catch(() => undefined);
  throw new Refused(refusal?.error.code ?? 'unexpected');
}

const caseAt = (conversation: string): string => `cases/${encodeURIComponent(conversation)}`;

export const api = {
  me: (): Promise<Me> => ask('me'),
  queue: (): Promise<Queue> => ask('cases'),
  case: (conversation: string): Promise<CaseView> => ask(`${caseAt(conversation)}?${new URLSearchParams({ language: speaking().language }).toString()}`),
  act: (conversation: string, act: 'claim' | 'release' | 'close'): Promise<void> => ask(`${caseAt(conversation)}/${act}`, {}),
  say: (conversation: string, text: string): Promise<void> => ask(`${caseAt(conversation)}/say`, { text }),
  invite: (): Promise<Invitation> => ask('invitations', {}),
  signIn: (email: string, password: string): Promise<void> => ask('auth/sign-in/email', { email, password }),
  signOut: (): Promise<void> => ask('auth/sign-out', {}),
  setUp: (account: { token: string; name: string; email: string; password: string }): Promise<void> => ask('auth/invitation/accept', account),
};

/** The sentence for each code of errors.ts that a nurse can meet. */
const sentences: Readonly<Record<string, WordKey>> = {
  'not-signed-in': 'errors.not-signed-in',
  'token-invalid': 'errors.token-invalid',
  'address-taken': 'errors.address-taken',
  'bad-request': 'errors.bad-request',
  'not-found': 'errors.not-found',
  'not-yours': 'errors.not-yours',
  'too-many': 'errors.too-many',
  'already-claimed': 'errors.already-claimed',
  'already-closed': 'errors.already-closed',
  offline: 'errors.offline',
};

/** What to tell the nurse about a failure, in whatever language the page speaks by then. */
export function sentenceOf(error: unknown): WordKey {
  return (error instanceof Refused ? sentences[error.code] : undefined) ?? 'errors.unexpected';
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof Refused && error.code === 'not-signed-in';
}
