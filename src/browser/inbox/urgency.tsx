import type { Urgency } from '../../staff/inbox/wire.ts';
import { word } from './words.ts';

const shapes = {
  emergency: 'M7 1h10l6 6v10l-6 6H7l-6-6V7z',
  'same-day': 'M12 1.5 23.5 22H.5z',
  routine: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z',
} satisfies Record<Urgency, string>;

const marks = {
  emergency: 'M11 6h2v8h-2zm0 10h2v2h-2z',
  'same-day': 'M11 9h2v6h-2zm0 8h2v2h-2z',
  routine: 'M11 6h2v5.6l3.7 3.7-1.4 1.4L11 12.4z',
} satisfies Record<Urgency, string>;

/** Urgency as a word, a shape and a colour, so that any one of the three would do. */
export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  return (
    <span class={`urgency ${urgency}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path class="shape" d={shapes[urgency]} />
        <path class="mark" d={marks[urgency]} />
      </svg>
      {word(`urgency.${urgency}`)}
    </span>
  );
}
