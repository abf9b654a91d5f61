import { asTyped } from '../../typed.ts';

/** The marks Teams may put around what people write. A sign such as "<" stands for itself everywhere else. */
const mark = /<\/?(?:a|at|b|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|span|strong|table|tbody|td|th|tr|u|ul)(?:\s[^<>]*)?\/?>/gi;
const lineEnd = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])(?:\s[^<>]*)?\/?>/gi;
const mention = /<at(?:\s[^<>]*)?>[^<>]*<\/at>/gi;
const entities: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'", amp: '&' };

/** What a person wrote in Teams: without mentions and marks, as plain as it was typed. */
export function asWritten(text: string): string {
  const bare = text.replaceAll(mention, ' ').replaceAll(lineEnd, '\n').replaceAll(mark, '');
  return asTyped(bare.replaceAll(/&(nbsp|lt|gt|quot|#39|apos|amp);/g, (_, name: string) => entities[name] ?? ''));
}
