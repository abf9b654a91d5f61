import type { CaseView, Invitation, Me, Queue, Refusal } from '../../staff/inbox/wire.ts';
import { words } from './words.ts';

/** The server said no, or could not be asked (`offline`). The message is for the nurse. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const sentences: Readonly<Record<string, string>> = words.errors;

async function ask(path: string, sent?: object) {
  const posted = sent && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) };
  const answer = await fetch(`/staff/api/${path}`, posted).catch(() => {
    throw new Refused('offline', words.errors.offline);
  });
  if (answer.ok) return answer.json();
  const refusal: Refusal | undefined = await answer.json().catch(() => undefined);
  const code = refusal?.error.code ?? 'unexpected';
  throw new Refused(code, sentences[code] ?? refusal?.error.message ?? words.errors.unexpected);
}

const caseAt = (conversation: string): string => `cases/${encodeURIComponent(conversation)}`;

export const api = {
  me: (): Promise<Me> => ask('me'),
  queue: (): Promise<Queue> => ask('cases'),
  case: (conversation: string): Promise<CaseView> => ask(caseAt(conversation)),
  act: (conversation: string, act: 'claim' | 'release' | 'close'): Promise<void> => ask(`${caseAt(conversation)}/${act}`, {}),
  say: (conversation: string, text: string): Promise<void> => ask(`${caseAt(conversation)}/say`, { text }),
  invite: (): Promise<Invitation> => ask('invitations', {}),
  signIn: (email: string, password: string): Promise<void> => ask('auth/sign-in/email', { email, password }),
  signOut: (): Promise<void> => ask('auth/sign-out', {}),
  setUp: (account: { token: string; name: string; email: string; password: string }): Promise<void> => ask('auth/invitation/accept', account),
};

/** What to tell the nurse about a failure. */
export function sentenceOf(error: unknown): string {
  return error instanceof Refused ? error.message : words.errors.unexpected;
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof Refused && error.code === 'not-signed-in';
}
