import type { Dialog } from '../dialog/dialog.ts';
import type { Chart } from '../dialog/machine.ts';
import type { ClinicCard, Safety } from '../dialog/schema.ts';
import type { Wishes } from '../understanding/command.ts';
import type { Emergencies } from '../understanding/emergency.ts';
import type { Voice } from './voice.ts';

/** What a conversation draws on that the patient did not say: read once at start-up, and never changed while it runs. */
export interface Content {
  readonly card: ClinicCard;
  readonly safety: Safety;
  readonly dialog: Dialog;
  readonly chart: Chart;
  /** By language, the clinic's first one first. */
  readonly voices: ReadonlyMap<string, Voice>;
  /** What is watched for in every message, in every language at once. */
  readonly emergencies: Emergencies;
  /** How people tell what they want the conversation to do, in every language at once. */
  readonly wishes: Wishes;
}

/** The voice of a language, or the clinic's first where it is not spoken. */
export function voiceOf({ voices, card }: Content, language: string): Voice {
  const found = voices.get(language) ?? voices.get(card.languages[0] ?? '');
  if (!found) throw new Error(`There is no voice for "${language}".`);
  return found;
}

/** What is to be learned from the content before the first patient writes, a step each; a step that was not taken is taken when it is needed. */
export function lessonsIn(content: Content): (() => unknown)[] {
  const { emergencies, voices } = content;
  return [() => emergencies.likeness, () => content.wishes, ...[...voices.values()].map(({ faq }) => () => faq.index)];
}
