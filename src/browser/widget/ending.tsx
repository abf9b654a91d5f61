import type { JSX } from 'preact';
import type { Status } from '../../channels/web/wire.ts';
import { Call } from './alert.tsx';
import { speaking, word } from './words.ts';

interface EndingProps {
  readonly status: Exclude<Status, 'open'> | 'expired';
  readonly startAgain: () => void;
  readonly startNew: () => void;
}

/** What happens next, once there is no question left. */
export function Ending({ status, startAgain, startNew }: EndingProps): JSX.Element {
  const { phone, emergencyNumber } = speaking().clinic;
  return (
    <section class={`ending ${status}`} aria-labelledby="ending">
      <h2 id="ending">{status === 'expired' ? word('expired-title') : word(`ended-${status}-title`)}</h2>
      <p>{status === 'expired' ? word('expired') : word(`ended-${status}`)}</p>
      <p class="numbers">
        {status === 'emergency' && <Call label={word('call')} number={emergencyNumber} />}
        <Call label={word('call-clinic')} number={phone} />
      </p>
      {status === 'stopped' && <button type="button" class="option" onClick={startAgain}>{word('start-again')}</button>}
      {(status === 'expired' || status === 'closed') && <button type="button" class="option" onClick={startNew}>{word('start-new')}</button>}
    </section>
  );
}
