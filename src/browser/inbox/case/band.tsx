import type { CaseView, Me } from '../../../staff/inbox/wire.ts';
import { claimText } from '../queue/queue.tsx';
import { waited, when } from '../time.ts';
import { UrgencyMark } from '../urgency.tsx';
import { word } from '../words.ts';
import { OwnWords, type WrittenIn } from './own-words.tsx';

/** How urgent, why, in whose words, and what the patient was told about it. */
export function Band({ view: { row, closedAt, summary }, writtenIn, me, now }: { view: CaseView; writtenIn: WrittenIn; me: Me; now: number }) {
  const quotes = summary.redFlags.positive.filter(({ level, quote }) => level !== 'note' && quote !== null);
  const { told } = summary;
  return (
    <section class={`band ${summary.urgency}`}>
      <p class="band-top">
        <UrgencyMark urgency={summary.urgency} />
        <strong>{summary.reasonText}</strong>
      </p>
      <p class="facts">
        <span>{closedAt ? word('case.closed', { at: when(closedAt) }) : word('case.waiting', { time: waited(row.handedOverAt, now) })}</span>
        <span>{claimText(row, me)}</span>
        <span>{word('case.last-heard', { at: when(summary.lastHeardAt) })}</span>
        <span class="reference">{word('case.reference', { reference: summary.reference })}</span>
      </p>
      {quotes.length > 0 && (
        <p class="trigger">
          <span class="name">{word('case.in-their-words')}</span>
          {quotes.map(({ flag, quote }) => quote !== null && <OwnWords key={flag} text={quote} writtenIn={writtenIn} />)}
        </p>
      )}
      {told === null ? (
        summary.urgency !== 'routine' && <p class="told">{word('case.told-nothing')}</p>
      ) : (
        <div class="told">
          <p class={told.lost ? 'lost' : undefined}><span class="name">{told.lost ? word(`case.told-${told.lost}`) : word('case.told')}</span> <time dateTime={told.at}>{when(told.at)}</time></p>
          <p class="told-text">{told.text}</p>
          <p class={told.acknowledgedAt ? 'acknowledged' : 'not-acknowledged'}>
            {told.acknowledgedAt ? word('case.acknowledged', { at: when(told.acknowledgedAt) }) : word('case.not-acknowledged')}
          </p>
        </div>
      )}
    </section>
  );
}
