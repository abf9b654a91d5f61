/** The conversation this browser holds: its id and its key, and nothing of what was said. */
export interface Kept {
  readonly conversation: string;
  readonly token: string;
}

const conversationKey = 'lean-forward';
const draftKey = 'lean-forward:draft';
const ticksKey = 'lean-forward:ticks';

export function keptConversation(): Kept | undefined {
  const kept = read(() => localStorage.getItem(conversationKey));
  if (kept === '') return undefined;
  const [conversation, token] = kept.split(' ');
  return conversation && token ? { conversation, token } : undefined;
}

export function keepConversation({ conversation, token }: Kept): void {
  write(() => localStorage.setItem(conversationKey, `${conversation} ${token}`));
}

export function forgetConversation(): void {
  write(() => localStorage.removeItem(conversationKey));
  write(() => sessionStorage.removeItem(ticksKey));
}

/** What the patient was writing, until this tab closes. */
export function keptDraft(): string {
  return read(() => sessionStorage.getItem(draftKey));
}

export function keepDraft(text: string): void {
  write(() => sessionStorage.setItem(draftKey, text));
}

/** What is ticked under a question and not yet sent, until this tab closes. */
export function keptTicks(question: string): string[] {
  const [of, ...options] = read(() => sessionStorage.getItem(ticksKey)).split(' ');
  return of === question ? options : [];
}

export function keepTicks(question: string, options: readonly string[]): void {
  write(() => sessionStorage.setItem(ticksKey, [question, ...options].join(' ')));
}

// A browser may forbid storage to a frame of another site: the chat then works, and does not outlive a reload.
function read(from: () => string | null): string {
  try {
    return from() ?? '';
  } catch {
    return '';
  }
}

function write(to: () => void): void {
  try {
    to();
  } catch {
    // Nothing depends on it.
  }
}
