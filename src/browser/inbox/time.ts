import { speaking, timeZone, word } from './words.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Times are the clinic's: two nurses at two desks, and the text one of them copies, say the same. */
function format(how: Intl.DateTimeFormatOptions, at: Date): string {
  const { locale } = speaking();
  const key = JSON.stringify([locale, how]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...how, timeZone });
  formats.set(key, known);
  return known.format(at);
}

const clock = { hour: 'numeric', minute: '2-digit' } as const;
const shortDay = { weekday: 'short', month: 'short', day: 'numeric' } as const;
const year = { year: 'numeric' } as const;

/** The day of an ISO time, and the hour of it. */
export const dayOf = (iso: string): string => format({ weekday: 'long', month: 'long', day: 'numeric', ...year }, new Date(iso));
export const hourOf = (iso: string): string => format(clock, new Date(iso));

/** An ISO time as a nurse says it: the hour alone for today, with the day for any other, and the year for another year. */
export function when(iso: string): string {
  const [at, now] = [new Date(iso), new Date()];
  if (format({ dateStyle: 'short' }, at) === format({ dateStyle: 'short' }, now)) return format(clock, at);
  return format({ ...shortDay, ...(format(year, at) !== format(year, now) && year), ...clock }, at);
}

/** How long since `iso`, in whole minutes; `now` in milliseconds. */
export function waited(iso: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(iso)) / 60_000));
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) return word('time.under-a-minute');
  if (hours < 1) return lasting([minutes, 'minute']);
  if (hours < 24) return lasting([hours, 'hour'], [minutes % 60, 'minute']);
  return lasting([Math.floor(hours / 24), 'day'], [hours % 24, 'hour']);
}

function lasting(...parts: readonly (readonly [number, 'day' | 'hour' | 'minute'])[]): string {
  const { locale } = speaking();
  const said = parts.map(([count, unit]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count));
  return new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format(said);
}
