import type { JSX } from 'preact';
import type { Intake } from '../../channels/web/wire.ts';
import { Call } from './alert.tsx';
import type { Connection } from './visit/directline.ts';
import type { Refusal } from './visit/mailbox.ts';
import { isFramed } from './frame/host.ts';
import { otherLanguages, speaking, word } from './words.ts';

/** Whose chat this is, what answers, and how far along it is. */
export function Header({ standing, connection, changeTo }: { standing: Intake | undefined; connection: Connection; changeTo: (language: string, name: string) => void }): JSX.Element {
  const asking = standing?.status === 'open' && standing.progress.of > 0;
  return (
    <header class={isFramed ? 'framed' : ''}>
      <h1>{word('title')}</h1>
      <div class="what">
        <p>{connection === 'connecting' ? word('connecting') : word('subtitle')}</p>
        {otherLanguages().map(({ language, name }) => (
          <button key={language} type="button" class="language" lang={language} onClick={() => changeTo(language, name)}>{name}</button>
        ))}
      </div>
      {asking && (
        <div class="progress">
          <label for="progress">{word('progress', { ...standing.progress })}</label>
          <progress id="progress" value={standing.progress.at - 1} max={standing.progress.of} />
        </div>
      )}
    </header>
  );
}

/** What stands in the way of the patient's words, in a place that is read out when it changes. */
export function Trouble({ connection, refusal }: { connection: Connection; refusal: Refusal | undefined }): JSX.Element {
  const { phone } = speaking().clinic;
  return (
    <output class="trouble">
      {(connection === 'offline' || connection === 'crowded') && <span>{word(connection)} <Call label={word('call-clinic')} number={phone} /></span>}
      {refusal && <span>{word(`refused-${refusal}`)}</span>}
    </output>
  );
}
