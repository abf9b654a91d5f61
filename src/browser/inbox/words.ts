import words from '../../../locales/en/staff.json' with { type: 'json' };

export { words };

/** A sentence with its `{{placeholders}}` filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''));
}
