import type { EntryOf } from '../conversation/log.ts';
import type { Standing } from '../conversation/status.ts';
import type { Voice } from '../conversation/voice.ts';
import type { Dialog } from '../dialog/dialog.ts';
import { stateOf } from '../dialog/flags.ts';
import type { Level } from '../dialog/schema.ts';
import type { Answers } from '../dialog/value.ts';
import type { Walk } from '../dialog/walk.ts';

/** One flag on the nurse's page; `quote` is the patient's own words where there are any. */
export interface FlagLine {
  readonly flag: string;
  readonly name: string;
  readonly level: Level | null;
  readonly because: string | null;
  readonly quote: string | null;
  readonly source: string;
}

/** Four different things: a flag not asked about is not a flag denied. What was told and raises nothing stands with the answers. */
export interface FlagLines {
  readonly positive: FlagLine[];
  readonly denied: FlagLine[];
  readonly unsure: FlagLine[];
  readonly notAsked: FlagLine[];
}

const order: readonly Level[] = ['emergency', 'same-day', 'note'];

/**
 * Every flag of safety.yaml in one of the four lists, except one whose sign is there and does not count as a warning. A flag once raised stays raised, whatever was answered later; it is
 * unsure, at its level, as long as all that raised it was "I'm not sure".
 */
export function flagLines({ flagged, walk }: Standing, answers: Answers, { safety, dialog, gloss }: Voice): FlagLines {
  const reached = reachedBy(walk, dialog);
  const lines = Object.entries(safety.flags).map(([flag, { name, source, onlyIfRaised }]) => {
    const raised = mostUrgent(flagged.filter((entry) => entry.flag === flag));
    const line: FlagLine = { flag, name, source, level: raised?.level ?? null, because: raised ? gloss(raised.because) : null, quote: raised?.quote ?? null };
    const certain = flagged.some((entry) => entry.flag === flag && entry.certain);
    return { line, listed: raised !== undefined || !onlyIfRaised, state: raised ? (certain ? ('positive' as const) : ('unsure' as const)) : stateOf(flag, dialog, answers, reached) };
  });
  const those = (wanted: (typeof lines)[number]['state']): FlagLine[] => lines.filter(({ state, listed }) => listed && state === wanted).map(({ line }) => line);
  return { positive: those('positive').toSorted(byLevel), denied: those('denied'), unsure: those('unsure').toSorted(byLevel), notAsked: those('not-asked') };
}

/** How many items the walk has come past: all before the open one, or up to the one that ended it. */
function reachedBy({ rest }: Walk, { items }: Dialog): number {
  if (rest.at === 'finished') return items.length;
  const place = (id: string): number => items.findIndex((item) => item.id === id);
  return rest.at === 'question' ? place(rest.item.id) : place(rest.by.id) + 1;
}

function mostUrgent(raised: readonly EntryOf<'flagged'>[]): EntryOf<'flagged'> | undefined {
  return raised.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))[0];
}

function byLevel(a: FlagLine, b: FlagLine): number {
  return order.indexOf(a.level ?? 'note') - order.indexOf(b.level ?? 'note');
}
