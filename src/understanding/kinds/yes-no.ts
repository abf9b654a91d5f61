import type { Language } from '../language.ts';
import { exact, read, unread, type Reading } from '../reading.ts';
import { ofAnother } from '../assertion/mention.ts';
import { find } from '../text/phrases.ts';
import { pastFillers, type Said } from '../text/said.ts';
import type { Word } from '../text/words.ts';
import { evidenceIn, happened, saidAfterBut, type Evidence, type Stance } from './evidence.ts';
import { beginsPartly, endsAt, lastWord, plainAt, saysBoth, type Plain } from './plain.ts';

const bothOffered = unread('unclear', ['yes', 'no']);
const mostTopicWords = 5;

/**
 * Yes, no or not sure: a plain word at the beginning, or what the question's own phrases say ("my toes get numb").
 * When the two disagree nothing is stored and both are offered, unless a "but" says which one counts.
 * @param id the question, whose phrases the language may hold
 * @param today `YYYY-MM-DD`, for what happened too long ago to count
 */
export function readYesNo(said: Said, id: string, language: Language, today: string): Reading {
  const { text, words, asks } = pastEcho(said, id, language);
  const letter = language['yes-no'].letters[text.trim().toLowerCase()];
  if (letter) return exact(letter);
  const plain = plainAt(words, pastFillers(words, 0, language), id, language);
  if (plain && pastFillers(words, plain.to, language) >= words.length) return exact(plain.stance);
  if (asks && !plain) return unread('unclear');
  const evidence = evidenceIn(words, plain?.to ?? 0, id, language);
  if (evidence.some(({ stance }) => stance === 'neither')) return unread('unclear');
  // "Why would I sit?" names what is asked about, and no more.
  if (!plain && find(language.asks.rhetorical, words) && evidence.every(({ topic }) => topic)) return unread('unclear');
  const reading = plain ? withPlain(plain, words, evidence, language) : withoutPlain(words, evidence, id, language, today);
  const wary = language.meanings.get(id)?.wary ?? false;
  const sure = happened(words, id, language, today) === 'no' || (!(wary && saysYes(evidence)) && isSureNo(plain, words, evidence, id, language));
  return reading.ok && reading.value === 'no' && !sure ? bothOffered : reading;
}

/** "Weak? No, sore": the question is said again, and then answered. */
function pastEcho(said: Said, id: string, language: Language): Said {
  const asked = said.text.indexOf('?');
  const words = said.words.filter(({ start }) => start > asked);
  const answers = asked >= 0 && words.length > 0 && plainAt(words, pastFillers(words, 0, language), id, language) !== undefined;
  return answers ? { ...said, words, text: said.text.slice(asked + 1) } : said;
}

/** What a plain beginning and the question's own phrases say together. */
function withPlain({ stance, to, alone }: Plain, words: readonly Word[], evidence: readonly Evidence[], language: Language): Reading {
  const told = evidence.filter(({ topic }) => !topic);
  const [only, ...others] = new Set(told.map((one) => one.stance));
  if (stance === 'unsure') return alone && only && others.length === 0 ? read(only, false) : read(stance);
  const last = lastWord(words, language);
  if (last === stance) return read(stance);
  if (last && evidence.every((one) => one.stance !== stance)) return bothOffered;
  const against = told.filter((one) => one.stance !== stance && one.stance !== 'unsure');
  if (against.length === 0) return read(stance);
  if (evidence.some((one) => one.stance === stance)) return read(stance, false);
  const but = words.findIndex((word, at) => at >= to && language.negation.breaks.includes(word.text));
  return but >= 0 && against.every(({ from }) => from > but) ? read(against[0]?.stance ?? stance, false) : bothOffered;
}

/** What the question's own phrases say, a plain word at the end, or a time when something happened. */
function withoutPlain(words: readonly Word[], evidence: readonly Evidence[], id: string, language: Language, today: string): Reading {
  const [only, ...others] = new Set(evidence.map(({ stance }) => stance));
  const when = happened(words, id, language, today);
  // "I was in a wreck in 1985": it happened, too long ago.
  if (when === 'no' && evidence.some(({ stance }) => stance === 'yes') && evidence.every(({ stance }) => stance === 'yes' || stance === 'no')) return read('no');
  if (only === 'unsure' || others.length > 0) {
    const after = saidAfterBut(words, evidence, language);
    if (after) return read(after, false);
    return only === 'unsure' || others.includes('unsure') ? read('unsure') : bothOffered;
  }
  const last = lastWord(words, language);
  if (last && evidence.every(({ topic }) => topic)) return saysBoth(words, language) ? bothOffered : read(last);
  if (when && only !== 'no') return read(when);
  if (only === undefined) return unread('unclear');
  if (evidence.every(({ topic }) => topic) && !isBareTopic(words, language) && !beginsPartly(words, language)) return unread('unclear', ['yes']);
  return last && last !== only ? bothOffered : read(only);
}

/** "The left big toe", "love my buggy": no more than what the question is about; "sitting is a trial" says something of it. */
function isBareTopic(words: readonly Word[], { 'yes-no': { predicates } }: Language): boolean {
  return words.length <= mostTopicWords && words.every(({ text }) => !predicates.includes(text));
}

function saysYes(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ stance, topic }) => stance === 'yes' && !topic);
}

/**
 * Whether a no is beyond doubt: a "no" that goes on ("no feeling when I wipe", "no puedo orinar") denies what the question asks
 * about and not something else, and no unknown "but" follows it.
 */
function isSureNo(plain: Plain | undefined, words: readonly Word[], evidence: readonly Evidence[], id: string, language: Language): boolean {
  const but = plain ? words.findIndex(({ text }, at) => at >= plain.to && at + 1 < words.length && language.negation.breaks.includes(text)) : -1;
  if (but >= 0 && !ofAnother(words, but + 3, language) && !isNo(lastWord(words, language)) && !evidence.some(({ stance }) => isNo(stance))) return false;
  const short = plain && plain.to - pastFillers(words, 0, language) === 1;
  if (!short || endsAt(words, plain.to, language)) return true;
  const clause = words[plain.to]?.clause;
  const denies = evidence.some(({ stance, from }) => stance === 'no' && words[from]?.clause === clause);
  return denies || isNo(plainAt(words, plain.to, id, language)?.stance) || isNo(lastWord(words, language));
}

function isNo(stance: Stance | undefined): boolean {
  return stance === 'no';
}
