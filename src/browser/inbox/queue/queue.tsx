import { useState } from 'preact/hooks';
import type { Me, QueueRow } from '../../../staff/inbox/wire.ts';
import type { Cases } from './cases.ts';
import { waited } from '../time.ts';
import { UrgencyMark } from '../urgency.tsx';
import { figure, word } from '../words.ts';

type Filter = 'all' | 'unclaimed' | 'mine';

const passes = {
  all: () => true,
  unclaimed: ({ claimedBy }) => claimedBy === null,
  mine: ({ claimedBy }, me) => claimedBy?.id === me.id,
} satisfies Record<Filter, (row: QueueRow, me: Me) => boolean>;

const filters = ['all', 'unclaimed', 'mine'] as const;

const addressOf = (conversation: string): string => `#${new URLSearchParams({ case: conversation }).toString()}`;
export const rowIdOf = (conversation: string): string => `row-${conversation}`;

interface QueueProps {
  readonly cases: Cases;
  readonly chosen: string | undefined;
  readonly me: Me;
  readonly now: number;
}

/** The open cases, most urgent first; the order is the server's. */
export function QueueList({ cases, chosen, me, now }: QueueProps) {
  const [filter, setFilter] = useState<Filter>('all');
  const rows = cases.rows?.filter((row) => passes[filter](row, me));
  return (
    <nav class="queue" aria-labelledby="queue-title">
      <div class="queue-head">
        <h1 id="queue-title" tabIndex={-1}>
          {word('queue.title')} {cases.rows && <span class="count">{figure(cases.rows.length)}</span>}
        </h1>
        <fieldset class="filters">
          <legend class="unseen">{word('queue.filter')}</legend>
          {filters.map((name) => (
            <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>{word(`queue.${name}`)}</button>
          ))}
        </fieldset>
      </div>
      {rows?.length === 0 && <p class="empty">{filter === 'all' ? word('queue.empty') : word('queue.empty-filter')}</p>}
      <ol>
        {rows?.map((row) => (
          <li key={row.conversation}>
            <Row row={row} mark={cases.marks.get(row.conversation)} chosen={row.conversation === chosen} me={me} now={now} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface RowProps {
  readonly row: QueueRow;
  readonly mark: 'new' | 'updated' | undefined;
  readonly chosen: boolean;
  readonly me: Me;
  readonly now: number;
}

function Row({ row, mark, chosen, me, now }: RowProps) {
  return (
    <a id={rowIdOf(row.conversation)} class={`row ${row.urgency}`} href={addressOf(row.conversation)} aria-current={chosen ? 'page' : undefined}>
      <span class="row-line">
        <UrgencyMark urgency={row.urgency} />
        {mark && <span class="tag">{word(`queue.${mark}`)}</span>}
        <span class="wait"><span class="unseen">{word('queue.waiting')} </span>{waited(row.handedOverAt, now)}</span>
      </span>
      <span class={row.label ? 'row-name' : 'row-name missing'}>{row.label || word('queue.no-name')}</span>
      <span class="row-line soft">
        <span>{claimText(row, me)}</span>
        <span class="reference">{row.reference}</span>
      </span>
    </a>
  );
}

export function claimText({ claimedBy }: QueueRow, me: Me): string {
  if (claimedBy === null) return word('queue.unclaimed-row');
  return claimedBy.id === me.id ? word('queue.claimed-by-you') : word('queue.claimed-by', { name: claimedBy.name });
}
