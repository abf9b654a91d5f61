import type { Dialog, Item } from '../dialog/dialog.ts';
import type { ClinicCard, Safety, Situation } from '../dialog/schema.ts';
import type { Rule } from '../dialog/rule.ts';
import type { Index } from '../faq/search.ts';
import type { Sources, Topic } from '../faq/topic.ts';
import type { Language } from '../understanding/language.ts';
import type { Words } from '../words.ts';

/** The questions the clinic's documents answer, or honestly do not, in one language. */
export interface Faq {
  readonly topics: ReadonlyMap<string, Topic>;
  /** The topics that answer in the first language because their translation is not of today's words. */
  readonly borrowed: ReadonlySet<string>;
  readonly index: Index;
  readonly sources: Sources;
}

/** Everything that is said, shown and understood in one language. */
export interface Voice extends Words {
  /** The clinic's name, phone and hours, as this language says them. */
  readonly card: ClinicCard;
  /** The pages in this language: the same items under the same ids. One whose translation is not whole is in the first language. */
  readonly dialog: Dialog;
  /** The pages that are in the first language because they have to be. */
  readonly borrowed: ReadonlySet<string>;
  readonly safety: Safety;
  /** The alerts that are in the first language because they have to be. */
  readonly borrowedAlerts: ReadonlySet<string>;
  readonly situation: Situation;
  /** The published screening rules, for the nurse's page. */
  readonly rules: readonly Rule[];
  readonly speech: Language;
  readonly faq: Faq;
  /** A line for nurses that is on record in the first language, in this one; as it is, where nobody has translated it. */
  readonly gloss: (text: string) => string;
}

/** The item as this language asks it. */
export function spoken(item: Item, { dialog }: Voice): Item {
  return dialog.byId.get(item.id) ?? item;
}
