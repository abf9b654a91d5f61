import type { Choice, Reply } from '../conversation/reply.ts';

/**
 * A reply as text that stands for itself where nothing draws buttons: the question, then its options with their numbers.
 * @param several the sentence that says several numbers may be sent
 */
export function plainText(reply: Reply, several: string): string {
  switch (reply.type) {
    case 'tell': return reply.text;
    case 'quote': return paragraphs(reply.text, `— ${reply.source}`);
    case 'alert': return paragraphs(reply.text, numbered(reply.options));
    case 'ask': return paragraphs(reply.text, reply.kind === 'number' ? scale(reply) : numbered(reply.options), reply.several && several);
    case 'check': {
      const sections = reply.sections.map(({ title, rows }) => [title, ...rows.map(({ short, answer }) => `${short}: ${answer}`)].join('\n'));
      return paragraphs(reply.text, ...sections, numbered(reply.options));
    }
    default: return reply satisfies never;
  }
}

/** A number is answered with itself: to number its options would give every one of them two meanings. */
function scale({ ends, options }: Reply & { type: 'ask' }): string {
  const numbers = options.filter(({ id }) => /^\d+$/.test(id));
  const others = options.filter((option) => !numbers.includes(option)).map(({ label }) => label);
  const [low, high] = [numbers.at(0), numbers.at(-1)];
  const words = ends && low && high ? [`${low.label} = ${ends.low}`, `${high.label} = ${ends.high}`] : [];
  return [...words, ...others].join('\n');
}

function numbered(options: readonly Choice[]): string {
  return options.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
}

function paragraphs(...parts: (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== '').join('\n\n');
}
