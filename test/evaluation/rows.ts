import { z } from 'zod';

const Id = z.string().min(1);
const Lang = z.enum(['en', 'es']);

/** What a line of each kind must have; other fields are ignored. */
export const rows = {
  faq: z.object({ id: Id, text: z.string(), lang: Lang }),
  redflags: z.object({ id: Id, text: z.string(), lang: Lang }),
  answers: z.object({ id: Id, question: z.string().min(1), text: z.string(), lang: Lang }),
  vignettes: z.object({ id: Id, story: z.string(), lang: Lang }),
};

export type Kind = keyof typeof rows;

/** A file that is not of the shape its kind needs; the message says which line and why. */
export class WrongFile extends Error {}

export function isKind(word: string | undefined): word is Kind {
  return word !== undefined && word in rows;
}

/** The lines of a JSONL file, as they are and in the shape asked for. Throws WrongFile. */
export function linesOf<T>(shape: z.ZodType<T>, text: string): { raw: unknown; row: T }[] {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== '');
  if (lines.length === 0) throw new WrongFile('The file has no lines.');
  return lines.map(({ line, number }) => {
    const raw = parsed(line, number);
    const read = shape.safeParse(raw);
    if (read.success) return { raw, row: read.data };
    const [issue] = read.error.issues;
    throw new WrongFile(`Line ${number} is not of the shape asked for: ${issue?.path.join('.')} ${issue?.message}.`);
  });
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new WrongFile(`Line ${number} is not JSON.`);
  }
}
