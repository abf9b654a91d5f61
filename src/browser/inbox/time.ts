import { fill, words } from './words.ts';

const clock = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const dayAndClock = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });

const day = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric' });

/** The day of an ISO time, and the hour of it, by the desk's clock. */
export const dayOf = (iso: string): string => day.format(new Date(iso));
export const hourOf = (iso: string): string => clock.format(new Date(iso));

/** An ISO time as a nurse says it: the hour alone for today, with the day for any other. */
export function when(iso: string): string {
  const at = new Date(iso);
  return at.toDateString() === new Date().toDateString() ? clock.format(at) : dayAndClock.format(at);
}

/** How long since `iso`, in whole minutes; `now` in milliseconds. */
export function waited(iso: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(iso)) / 60_000));
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) return words.time['under-a-minute'];
  if (hours < 1) return fill(words.time.minutes, { minutes });
  if (hours < 24) return fill(words.time.hours, { hours, minutes: minutes % 60 });
  return fill(words.time.days, { days: Math.floor(hours / 24), hours: hours % 24 });
}
