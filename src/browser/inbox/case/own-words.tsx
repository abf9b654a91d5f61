import type { CaseView } from '../../../staff/inbox/wire.ts';
import { nameOf, speaking, word } from '../words.ts';

/** In what language the patient wrote some words. */
export type WrittenIn = (words: string) => string;

/** As the transcript tells; of words that do not stand there, the language the patient was last spoken to in. */
export function writtenInOf({ transcript, summary }: CaseView): WrittenIn {
  return (words) => transcript.flatMap((line) => (line.by === 'patient' && line.text.includes(words) ? [line.language] : []))[0] ?? summary.who.language;
}

/** Somebody's words as they wrote them, marked where that is another language than the nurse's. */
export function OwnWords({ text, writtenIn }: { text: string; writtenIn: WrittenIn }) {
  const language = writtenIn(text);
  return <><q lang={language} dir="auto">{text}</q> <Foreign language={language} as="transcript.written-in" /></>;
}

/** Says what language some words are in, where it is another than the nurse's. */
export function Foreign({ language, as }: { language: string; as: 'transcript.written-in' | 'transcript.shown-in' }) {
  return language === speaking().language ? null : <span class="foreign">{word(as, { language: nameOf(language) })}</span>;
}
