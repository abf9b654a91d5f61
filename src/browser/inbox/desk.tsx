import { useEffect, useRef, useState } from 'preact/hooks';
import type { Me } from '../../staff/inbox/wire.ts';
import { api } from './api.ts';
import { CasePage } from './case/case.tsx';
import { useCases, useNow } from './queue/cases.ts';
import { Invite } from './invite.tsx';
import { LanguageChoice } from './language.tsx';
import { QueueList, rowIdOf } from './queue/queue.tsx';
import { figure, speaking, word } from './words.ts';

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
    document.title = `${unclaimed > 0 ? `(${figure(unclaimed)}) ` : ''}${word('title')} · ${speaking().clinic}`;
  }, [cases.rows, speaking().language]);

  return (
    <div class="desk" data-chosen={chosen !== undefined}>
      <Header me={me} live={cases.live} signedOut={signedOut} />
      <p class="unseen" aria-live="polite">{cases.news && word('queue.arrived', { urgency: word(`urgency.${cases.news.urgency}`), label: cases.news.label || word('queue.no-name') })}</p>
      <QueueList cases={cases} chosen={chosen} me={me} now={now} />
      <main class="pane">
        {chosen === undefined ? <p class="empty">{word('queue.none-chosen')}</p> : <CasePage key={chosen} conversation={chosen} cases={cases} me={me} now={now} signedOut={signedOut} />}
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
        <p class="brand">{word('brand')}</p>
        <p class="clinic">{speaking().clinic}</p>
        <output class={live ? 'line on' : 'line off'}>{live ? word('header.live') : word('header.offline')}</output>
        <p class="nurse">{me.name}</p>
        <LanguageChoice />
        <button type="button" onClick={() => invite(true)}>{word('header.invite')}</button>
        <button type="button" onClick={() => void leave()}>{word('header.sign-out')}</button>
      </header>
      {inviting && <Invite closed={() => invite(false)} />}
    </>
  );
}
