import { useEffect, useRef, useState } from 'preact/hooks';
import type { Me } from '../../staff/inbox/wire.ts';
import { api } from './api.ts';
import { CasePage } from './case/case.tsx';
import { useCases, useNow } from './queue/cases.ts';
import { Invite } from './invite.tsx';
import { QueueList, rowIdOf } from './queue/queue.tsx';
import { words } from './words.ts';

/** The conversation in the page's address, `#case=…`. */
function conversationInAddress(): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get('case') ?? undefined;
}

function useChosen(): string | undefined {
  const [chosen, choose] = useState(conversationInAddress);
  useEffect(() => {
    const changed = (): void => choose(conversationInAddress());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return chosen;
}

/** The queue and the chosen case: beside each other on a desk, one after the other on a phone. */
export function Desk({ me, signedOut }: { me: Me; signedOut: () => void }) {
  const chosen = useChosen();
  const cases = useCases(chosen, signedOut);
  const now = useNow(cases.ahead);
  const before = useRef<string>(undefined);

  useEffect(() => {
    if (chosen === undefined && before.current !== undefined) {
      const row = document.getElementById(rowIdOf(before.current)) ?? document.getElementById('queue-title');
      row?.focus();
    }
    before.current = chosen;
  }, [chosen]);

  useEffect(() => {
    const unclaimed = cases.rows?.filter(({ claimedBy }) => claimedBy === null).length ?? 0;
    document.title = `${unclaimed > 0 ? `(${unclaimed}) ` : ''}${words.title} · ${me.clinic.name}`;
  }, [cases.rows]);

  return (
    <div class="desk" data-chosen={chosen !== undefined}>
      <Header me={me} live={cases.live} signedOut={signedOut} />
      <p class="unseen" aria-live="polite">{cases.news}</p>
      <QueueList cases={cases} chosen={chosen} me={me} now={now} />
      <main class="pane">
        {chosen === undefined ? <p class="empty">{words.queue['none-chosen']}</p> : <CasePage key={chosen} conversation={chosen} cases={cases} me={me} now={now} signedOut={signedOut} />}
      </main>
    </div>
  );
}

function Header({ me, live, signedOut }: { me: Me; live: boolean; signedOut: () => void }) {
  const [inviting, invite] = useState(false);
  const leave = async (): Promise<void> => {
    await api.signOut();
    signedOut();
  };
  return (
    <>
      <header class="bar">
        <p class="brand">{words.brand}</p>
        <p class="clinic">{me.clinic.name}</p>
        <output class={live ? 'line on' : 'line off'}>{live ? words.header.live : words.header.offline}</output>
        <p class="nurse">{me.name}</p>
        <button type="button" onClick={() => invite(true)}>{words.header.invite}</button>
        <button type="button" onClick={() => void leave()}>{words.header['sign-out']}</button>
      </header>
      {inviting && <Invite closed={() => invite(false)} />}
    </>
  );
}
