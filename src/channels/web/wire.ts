import type { Place, Reply } from '../../conversation/reply.ts';

export type { Choice, Reply, Status } from '../../conversation/reply.ts';

/** What a client needs to draw progress and the question, and to know the end. */
export interface Intake extends Place {
  readonly reply: Reply;
}

/** A tap of our widget: the question it stood under, and the ids of the options. */
export interface WireTap {
  readonly question: string;
  readonly options: readonly string[];
}

export interface CardAction {
  readonly type: 'imBack';
  readonly title: string;
  readonly value: string;
}

/** A Direct Line activity, as we send them. */
export interface WireActivity {
  readonly type: 'message';
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'directline';
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'user' | 'bot' };
  readonly text: string;
  readonly textFormat: 'plain';
  readonly inputHint?: 'acceptingInput' | 'expectingInput';
  readonly suggestedActions?: { readonly actions: readonly CardAction[]; readonly to: readonly string[] };
  readonly value?: WireTap;
  readonly channelData: {
    readonly 'webchat:sequence-id': number;
    readonly clientActivityID?: string;
    readonly intake?: Intake;
  };
}

/** A page of activities; the watermark is the log's last `seq` in it. */
export interface ActivityGroup {
  readonly activities: readonly WireActivity[];
  readonly watermark: string;
}

export interface IssuedToken {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
}

export interface OpenedConversation extends IssuedToken {
  readonly streamUrl: string;
}

/** How every failure looks. */
export interface WireFailure {
  readonly error: { readonly code: string; readonly message: string };
}

/** What the widget's page tells its script: everything it says, in each language the clinic speaks, the clinic's first one first. */
export interface Bootstrap {
  readonly languages: readonly Spoken[];
}

/** The chat's page in one language. */
export interface Spoken {
  /** Its code, and its name in itself. */
  readonly language: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly clinic: {
    readonly name: string;
    readonly phone: string;
    readonly hours: string;
    readonly emergencyNumber: string;
    readonly crisisLine: { readonly name: string; readonly number: string };
  };
  /** The widget's words by key, with `{{placeholders}}`. */
  readonly words: Readonly<Record<string, string>>;
}
