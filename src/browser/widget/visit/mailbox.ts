import type { Sent } from './directline.ts';
import type { Happening, Outgoing } from './visit.ts';

/** Why the clinic will not take a message, however often it is sent. */
export type Refusal = 'too-large' | 'bad-request';

/** What the patient has written and the clinic does not have yet. */
export interface Mailbox {
  /** Takes a message to be sent after those before it. Says whether it is sent or kept; if not, it was refused for good. */
  post(message: Outgoing): Promise<boolean>;
  /** Sends what is kept, oldest first, each under the id it was written with. */
  again(): void;
}

interface Parts {
  readonly send: (message: Outgoing) => Promise<Sent>;
  readonly happen: (happening: Happening) => void;
  readonly refused: (why: Refusal) => void;
}

interface Letter {
  readonly message: Outgoing;
  readonly settle: (taken: boolean) => void;
}

/** Carries messages one at a time, so that an answer never arrives before the one it follows. */
export function makeMailbox({ send, happen, refused }: Parts): Mailbox {
  let kept: readonly Letter[] = [];
  let carrying = false;

  async function carry(): Promise<void> {
    if (carrying) return;
    carrying = true;
    for (let [letter] = kept; letter; [letter] = kept) {
      const { message, settle } = letter;
      happen({ type: 'sending', message });
      const sent = await send(message);
      const why = sent.ok ? undefined : sent.why;
      if (why === 'unreachable' || why === 'expired') break;
      kept = kept.filter((one) => one !== letter);
      if (why) {
        refused(why);
        happen({ type: 'dropped', message });
      }
      settle(sent.ok);
    }
    carrying = false;
    for (const { message, settle } of kept) {
      happen({ type: 'unsent', message });
      settle(true);
    }
  }

  return {
    post(message) {
      // A second tap under the same question is a change of mind; what is on its way can not be taken back.
      const [first] = kept;
      for (const letter of kept) {
        if (message.tapped === undefined || letter.message.tapped?.question !== message.tapped.question || (carrying && letter === first)) continue;
        kept = kept.filter((one) => one !== letter);
        happen({ type: 'dropped', message: letter.message });
        letter.settle(true);
      }
      return new Promise((settle) => {
        kept = [...kept, { message, settle }];
        happen({ type: 'sending', message });
        void carry();
      });
    },
    again() {
      void carry();
    },
  };
}
