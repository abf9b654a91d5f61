import { readInjections } from '../history/injections.ts';
import { readSurgery } from '../history/surgery.ts';
import { readThinner } from '../history/thinner.ts';
import { readTherapy } from '../history/therapy.ts';
import type { Language } from '../language.ts';
import { hear } from '../text/said.ts';
import { sentencesOf } from '../text/sentences.ts';

/** What a story tells of injections, therapy, surgery and blood thinners, by the evaluation's question ids: the first telling of each. */
export function historyIn(text: string, language: Language, today: string): (readonly [string, unknown])[] {
  const found = new Map<string, unknown>();
  for (const sentence of sentencesOf(text)) {
    const said = hear(sentence, language);
    if (said.asks) continue;
    const told = { injections: readInjections(said, language, today, false), pt: readTherapy(said, language, today, false), prior_surgery: readSurgery(said, language, today, false), blood_thinner: readThinner(said, language, today, false) };
    for (const [id, value] of Object.entries(told)) if (value !== undefined && !found.has(id)) found.set(id, value);
  }
  return [...found];
}
