import type { Language } from '../language.ts';
import { read, type Asked, type Reading } from '../reading.ts';
import { valueOf } from '../kinds/choice.ts';
import type { Said } from '../text/said.ts';
import { readAllergies } from './allergies.ts';
import { answererOf, optionFor, outcomeOf, outcomesIn, typesNamed } from './treatments.ts';

/**
 * The answer to a question whose options are treatments, outcomes of one, or allergies: what is named, each under the
 * option that stands for it. Undefined for other questions, and when nothing is named.
 */
export function readTreated(said: Said, asked: Asked, language: Language, today: string): Reading | undefined {
  if (said.asks) return undefined;
  const offered = new Set(asked.options.map(({ id }) => id));
  if (offered.has('helped') && offered.has('side_effects')) {
    const outcome = outcomeOf(outcomesIn(said.words, language));
    return outcome !== 'unknown' && offered.has(outcome) ? read(outcome) : undefined;
  }
  const things = asked.id === 'allergies' ? readAllergies(said, language, today) : typesNamed(said, offered, answererOf(said, language));
  const groups = asked.id === 'allergies' ? language.allergies.groups : language.outcomes.groups;
  const chosen = things?.flatMap((thing) => under(thing, offered, groups) ?? []) ?? [];
  return asked.type === 'choices' && chosen.length > 0 ? read(valueOf(chosen, asked)) : undefined;
}

function under(thing: string, offered: ReadonlySet<string>, groups: Language['outcomes']['groups']): string | undefined {
  return optionFor(thing, offered, groups) ?? (offered.has('other') ? 'other' : undefined);
}
