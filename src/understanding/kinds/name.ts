import type { Language } from '../language.ts';
import { exact, read, unread, type Reading } from '../reading.ts';
import { find, findAll, findAt } from '../text/phrases.ts';
import type { Said } from '../text/said.ts';
import { plain, straight } from '../text/words.ts';

const mostWords = 8;

/** A person's full name in Latin letters, without titles, with capitals: "i am walter o'keefe sr" is "Walter O'Keefe", "rose m. example" keeps the point of its initial. */
export function readName(said: Said, language: Language): Reading {
  const { before, titles, particles, not, introduces } = language.names;
  if (find(language.names.phrases, said.typed)) return unread('unclear');
  // "People call me Bud but it's Bernard Kowalczyk".
  let start = findAll(introduces, said.typed).at(-1)?.to ?? 0;
  for (let found = findAt(before, said.typed, start); found; found = findAt(before, said.typed, start)) start = found.to;
  const from = said.typed[start]?.start ?? said.text.length;
  const tail = find(language.names.after, said.typed, start);
  const end = tail ? said.typed[tail.from]?.start : undefined;
  const told = straight(said.text.slice(from, end)).split(/[\d(]/u)[0] ?? '';
  const [last, first] = told.split(',').map((part) => part.trim());
  const again = first?.split(/\s+/u) ?? [];
  // "Ray, Ray Dombrowski" says one name twice, "Dombrowski, Ray" turns it round.
  const isAgain = again.length > 1 && last !== undefined && again.some((part) => plain(part) === plain(last));
  const ordered = isAgain ? (first ?? '') : first && last && !titles.includes(plain(first).replaceAll('.', '')) ? `${first} ${last}` : (last ?? '');
  const written = ordered.replaceAll(/(?<!(?<!\p{L})\p{L})\./gu, ' ').split(/\s+/u).filter((part) => part !== '' && !titles.includes(plain(part).replaceAll('.', ''))).map(unspelled);
  // "Tate. Lucille Tate.", and a name that is spelled after it is said.
  const isTwice = written.length > 2 && plain(written[0] ?? '') === plain(written.at(-1) ?? '');
  const parts = written.filter((part, at) => (at > 0 || !isTwice) && (at === 0 || plain(part) !== plain(written[at - 1] ?? '')));
  const fits = parts.length >= 2 && parts.length <= mostWords && parts.every((part) => /^(?:\p{Script=Latin}[\p{Script=Latin}\p{M}'-]*|\p{Script=Latin}\.)$/u.test(part) && !(not.includes(plain(part)) && !particles.includes(plain(part))));
  if (!fits) return parts.length === 1 && /^\p{L}{2,}$/u.test(parts[0] ?? '') ? unread('too-vague') : unread('unclear');
  const name = parts.map((part, at) => capital(part, at > 0 && particles.includes(plain(part)))).join(' ');
  return start === 0 && name === said.text.trim() ? exact(name) : read(name);
}

/** "R-U-I-Z", spelled letter by letter, as a word. */
function unspelled(part: string): string {
  return /^(?:\p{L}-){2,}\p{L}$/u.test(part) ? part.replaceAll('-', '') : part;
}

/** Keeps what the patient capitalised; mends all small and all capital letters. */
function capital(part: string, small: boolean): string {
  const mixed = part !== part.toLowerCase() && part !== part.toUpperCase();
  if (mixed || (small && part === part.toLowerCase())) return part;
  return part.toLowerCase().replaceAll(/(?<=^|['-])\p{L}/gu, (letter) => letter.toUpperCase());
}
