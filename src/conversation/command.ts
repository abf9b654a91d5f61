import type { Item } from '../dialog/dialog.ts';
import type { Passed } from '../dialog/walk.ts';
import type { Command } from '../understanding/command.ts';
import { plain } from '../understanding/text/words.ts';
import { optionsOf } from './answer.ts';
import type { Content } from './content.ts';
import type { Entry, Tap } from './log.ts';
import type { Line } from './reply.ts';
import { isCarer, type Standing } from './status.ts';
import type { Voice } from './voice.ts';
import { questionText, shortText } from './wording.ts';

/** What a message brought about: what goes on record, and what is said about it before the open question comes again. */
export interface Outcome {
  readonly happened: readonly Entry[];
  readonly lines: readonly Line[];
}

/** Carries out what the patient asked for in so many words. `open` is the item being asked. */
export function carryOut(command: Command, open: Item, standing: Standing, content: Content, voice: Voice): Outcome {
  switch (command.do) {
    case 'back': return back(standing);
    case 'change': return change(command.what, open, standing, voice);
    case 'skip': return skip(open, standing, voice);
    case 'why': return { happened: [], lines: [{ say: 'why', question: open.id }] };
    case 'person': return { happened: [{ type: 'handed-over', urgency: standing.urgency, reason: 'person' }], lines: [] };
    case 'start-again': return startAgain(standing);
    case 'language': return changeLanguage(command.to, standing, content);
    case 'repeat': return { happened: [], lines: [] };
    case 'help': return say('help');
    case 'already-told': return say('already-told');
    case 'stop':
    case 'save': return say('saved');
    case 'forget': return say('forget');
    case 'acknowledge': return { happened: [], lines: [] };
    default: return command satisfies never;
  }
}

/** A tap on "Change" beside an answer of the check page, if that is what it is. */
export function changeTapped({ question, options }: Tap, { walk }: Standing): Outcome | undefined {
  const passed = options[0] === 'change' ? walk.path.find(({ item }) => item.id === question) : undefined;
  return passed && takeBack(passed, 'change');
}

function back({ walk }: Standing): Outcome {
  const last = walk.path.at(-1);
  return last ? takeBack(last, 'back') : say('back.nothing');
}

function change(what: string, open: Item, standing: Standing, voice: Voice): Outcome {
  if (what === '' && open.question.type !== 'check') return back(standing);
  const named = bestMatch(what, standing.walk.path, voice);
  return named ? takeBack(named, 'change') : say('change.which');
}

/** The one answer whose name shares most words with what was said; of several alike the one whose name is said in full, if any. */
function bestMatch(what: string, path: readonly Passed[], voice: Voice): Passed | undefined {
  const said = new Set(wordsIn(what));
  const scored = path.map((passed) => {
    const name = wordsIn(shortText(passed.item, voice));
    const score = tellingOf(name, voice).filter((word) => said.has(word)).length;
    return { passed, score, isWhole: name.every((word) => said.has(word)) };
  });
  const most = Math.max(...scored.map(({ score }) => score));
  const alike = most > 0 ? scored.filter(({ score }) => score === most) : [];
  const [only, ...others] = alike.length > 1 ? alike.filter(({ isWhole }) => isWhole) : alike;
  return others.length === 0 ? only?.passed : undefined;
}

/** The words of a name that tell it from others, which the "is" of "Where it is" does not. */
function tellingOf(name: readonly string[], { speech }: Voice): readonly string[] {
  const telling = name.filter((word) => !speech.choosing.small.includes(word));
  return telling.length > 0 ? telling : name;
}

function wordsIn(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function skip(open: Item, standing: Standing, voice: Voice): Outcome {
  const canBeUnsure = optionsOf(open, voice).some(({ id }) => id === 'unsure');
  if (!open.question.optional) return say(canBeUnsure ? 'skip.say-unsure' : 'skip.not-this-one');
  const carer = isCarer(standing);
  const asked = questionText(open, carer, voice);
  return { happened: [{ type: 'answered', question: open.id, value: null, of: open.of, words: '', how: 'skipped', by: carer ? 'carer' : 'patient', asked }], lines: [] };
}

function startAgain({ held }: Standing): Outcome {
  const questions = [...held.keys()];
  return { happened: questions.length > 0 ? [{ type: 'retracted', questions, because: 'start-again' }] : [], lines: [{ say: 'tell', key: 'started-again' }] };
}

/**
 * Goes on in another language, from the next word on; what was said before is drawn again by channels that can. In an emergency the
 * warning itself comes again, in the new language: nothing said about languages may push it out of sight.
 */
export function changeLanguage(to: string, standing: Standing, { voices }: Content): Outcome {
  if (to === standing.language) return say('language.changed');
  if (!voices.has(to)) return say('language.not-here');
  const changed: Entry = { type: 'language-changed', language: to };
  const alert = standing.status === 'emergency' ? standing.alerted.at(-1) : undefined;
  if (alert === undefined) return say('language.changed', changed);
  return { happened: [changed], lines: [{ say: 'alert', alert, level: 'emergency', carer: isCarer(standing) }] };
}

function takeBack({ item, held }: Passed, because: 'back' | 'change'): Outcome {
  return {
    happened: [{ type: 'retracted', questions: [item.id], because }],
    lines: [{ say: 'echo', key: 'taken-back', answers: [[item.id, held.value]] }],
  };
}

function say(key: string, ...happened: Entry[]): Outcome {
  return { happened, lines: [{ say: 'tell', key }] };
}
