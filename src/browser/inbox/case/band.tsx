import type { CaseView, Me } from '../../../staff/inbox/wire.ts';
import { claimText } from '../queue/queue.tsx';
import { waited, when } from '../time.ts';
import { UrgencyMark } from '../urgency.tsx';
import { fill, words } from '../words.ts';

/** How urgent, why, in whose words, and what the patient was told about it. */
export function Band({ view: { row, closedAt, summary }, me, now }: { view: CaseView; me: Me; now: number }) {
  const quotes = summary.redFlags.positive.filter(({ level, quote }) => level !== 'note' && quote !== null);
  const { told } = summary;
  return (
    <section class={`band ${summary.urgency}`}>
      <p class="band-top">
        <UrgencyMark urgency={summary.urgency} />
        <strong>{summary.reasonText}</strong>
      </p>
      <p class="facts">
        <span>{closedAt ? fill(words.case.closed, { at: when(closedAt) }) : fill(words.case.waiting, { time: waited(row.handedOverAt, now) })}</span>
        <span>{claimText(row, me)}</span>
        <span>{fill(words.case['last-heard'], { at: when(summary.lastHeardAt) })}</span>
        <span class="reference">{fill(words.case.reference, { reference: summary.reference })}</span>
      </p>
      {quotes.length > 0 && (
        <p class="trigger">
          <span class="name">{words.case['in-their-words']}</span>
          {quotes.map(({ flag, quote }) => <q key={flag}>{quote}</q>)}
        </p>
      )}
      {told === null ? (
        summary.urgency !== 'routine' && <p class="told">{words.case['told-nothing']}</p>
      ) : (
        <div class="told">
          <p class={told.lost ? 'lost' : undefined}><span class="name">{told.lost ? words.case[`told-${told.lost}`] : words.case.told}</span> {when(told.at)}</p>
          <p class="told-text">{told.text}</p>
          <p class={told.acknowledgedAt ? 'acknowledged' : 'not-acknowledged'}>
            {told.acknowledgedAt ? fill(words.case.acknowledged, { at: when(told.acknowledgedAt) }) : words.case['not-acknowledged']}
          </p>
        </div>
      )}
    </section>
  );
}
