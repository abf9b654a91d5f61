import type { Words } from '../../words.ts';

/**
 * The band an age falls into, in words, for example "70 to 79".
 * @param bands the age each band begins at, rising; the last has no end
 */
export function ageBand(age: number, bands: readonly number[], words: Words): string {
  const from = bands.findLast((begin) => begin <= age);
  const to = bands.find((begin) => begin > age);
  if (from === undefined) return words.t('teams-staff:age.under', { to: to ?? '' });
  return to === undefined ? words.t('teams-staff:age.from', { from }) : words.t('teams-staff:age.between', { from, to: to - 1 });
}
