import type { Urgency, EntryOf } from '../conversation/log.ts';

/** One flag on the nurse's page; `quote` is the patient's own words where there are any. */
export interface FlagLine {
  readonly flag: string;
  readonly name: string;
  readonly level: 'emergency' | 'same-day' | 'note' | null;
  readonly because: string | null;
  readonly quote: string | null;
  readonly source: string;
}

export interface AnswerLine {
  readonly question: string;
  readonly short: string;
  /** The answer in words a nurse reads; "Not provided" where it was skipped. */
  readonly answer: string;
  /** What the patient typed, where it was not a tap. */
  readonly words: string | null;
  readonly how: EntryOf<'answered'>['how'];
}

/** One page for a triage nurse with four minutes. Facts and the patient's words; never a verdict. */
export interface Summary {
  readonly reference: string;
  readonly urgency: Urgency;
  readonly reason: EntryOf<'handed-over'>['reason'];
  /** The reason in a sentence. */
  readonly reasonText: string;
  readonly handedOverAt: string;
  readonly lastHeardAt: string;
  readonly who: {
    readonly name: string | null;
    readonly dateOfBirth: string | null;
    readonly age: number | null;
    readonly phone: string | null;
    readonly answeredBy: 'patient' | 'carer' | null;
    readonly language: string;
  };
  /** The emergency or same-day text the patient was shown, and when they said they understood. */
  readonly told: { readonly text: string; readonly at: string; readonly acknowledgedAt: string | null } | null;
  /** Four different things: a flag not asked about is not a flag denied. */
  readonly redFlags: { readonly positive: FlagLine[]; readonly denied: FlagLine[]; readonly unsure: FlagLine[]; readonly notAsked: FlagLine[] };
  /** One line, for example "72 years, both legs, worse walking, eases leaning forward". Empty if nothing was answered. */
  readonly situation: string;
  readonly sections: { readonly title: string; readonly rows: AnswerLine[] }[];
  /** Questions the patient asked that the documents do not answer. */
  readonly askedNotAnswered: string[];
  /** What the patient wrote that was not understood, or was written after the handover. */
  readonly otherWords: { readonly at: string; readonly text: string }[];
}
