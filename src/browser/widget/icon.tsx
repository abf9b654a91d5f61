import type { JSX } from 'preact';

const drawn = {
  send: 'M4 12h14M12 5l7 7-7 7',
  back: 'M10 6l-6 6 6 6M4.5 12H20',
  why: 'M9 9.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2.1M12 17.5v.1',
  skip: 'M5 6l6 6-6 6M13 6l6 6-6 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  alarm: 'M12 3.5l9.5 16.5h-19zM12 10v4.5M12 17.2v.1',
  phone: 'M6.5 3.5h3l1.5 4-2 1.7c1 2.2 2.6 3.8 4.8 4.8l1.7-2 4 1.5v3c0 1.2-.9 2-2 2C10.5 18.5 5.5 13.5 4.5 6c0-1.5.8-2.5 2-2.5z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
} as const;

/** A line drawing beside words that say the same; nothing is ever told by an icon alone. */
export function Icon({ of }: { of: keyof typeof drawn }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawn[of]} />
    </svg>
  );
}
