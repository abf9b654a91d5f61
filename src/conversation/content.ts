import type { Dialog } from '../dialog/dialog.ts';
import type { Chart } from '../dialog/machine.ts';
import type { Rule } from '../dialog/rule.ts';
import type { ClinicCard, Safety, Situation } from '../dialog/schema.ts';
import type { Index } from '../faq/search.ts';
import type { Sources, Topic } from '../faq/topic.ts';
import type { EmergencyPhrases } from '../understanding/emergency.ts';
import type { Language } from '../understanding/language.ts';
import type { Words } from '../words.ts';

/** The questions the clinic's documents answer, or honestly do not, in one language. */
export interface Faq {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly index: Index;
  readonly sources: Sources;
}

/** What a conversation draws on that the patient did not say: read once at start-up, and never changed while it runs. */
export interface Content {
  readonly card: ClinicCard;
  readonly safety: Safety;
  readonly situation: Situation;
  /** The published screening rules, for the nurse's page. */
  readonly rules: readonly Rule[];
  readonly dialog: Dialog;
  readonly chart: Chart;
  /** By language; the clinic's first language is always there. */
  readonly words: ReadonlyMap<string, Words>;
  /** How people say things, by language. */
  readonly speech: ReadonlyMap<string, Language>;
  /** What is watched for in every message, in every language at once. */
  readonly emergencies: readonly EmergencyPhrases[];
  /** By language. */
  readonly faq: ReadonlyMap<string, Faq>;
}
