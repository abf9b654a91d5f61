import { useState } from 'preact/hooks';
import { longestNurseMessage } from '../../../staff/inbox/wire.ts';
import type { TranscriptLine } from '../../../staff/inbox/wire.ts';
import { api, sentenceOf } from '../api.ts';
import { dayOf, hourOf } from '../time.ts';
import { word, type WordKey } from '../words.ts';
import { isOthers } from './actions.tsx';
import type { ActProps } from './actions.tsx';
import { Foreign } from './own-words.tsx';

/** What was said, line by line, and a box to say more. */
export function Talk({ view, me, refresh, live }: ActProps) {
  return (
    <section class="talk">
      {view.transcript.some((line) => 'lost' in line) && <p class="lost">{word('case.lost')}</p>}
      <details>
        <summary>{word('case.transcript-count', { count: view.transcript.length })}</summary>
        <ol class="transcript">
          {view.transcript.map((line, index, { [index - 1]: before }) => <Line key={line.seq} line={line} newDay={before === undefined || dayOf(before.at) !== dayOf(line.at)} />)}
        </ol>
      </details>
      {!isOthers(view, me) && <Write view={view} me={me} refresh={refresh} live={live} />}
    </section>
  );
}

function Line({ line, newDay }: { line: TranscriptLine; newDay: boolean }) {
  return (
    <li class={`said-by ${line.by} ${'lost' in line ? 'lost' : ''}`}>
      {newDay && <time class="day" dateTime={line.at}>{dayOf(line.at)}</time>}
      <span class="speaker">{speakerOf(line)} <time dateTime={line.at}>{hourOf(line.at)}</time></span>
      {'text' in line && <span class="said" lang={'language' in line ? line.language : undefined} dir="auto">{line.text}</span>}
      {'language' in line && <Foreign language={line.language} as={line.by === 'patient' ? 'transcript.written-in' : 'transcript.shown-in'} />}
    </li>
  );
}

function speakerOf(line: TranscriptLine): string {
  switch (line.by) {
    case 'patient':
    case 'bot':
      return word(`transcript.${line.by}`);
    case 'nurse':
      return line.name;
    case 'note':
      return word('transcript.note', { name: line.name });
    case 'event':
      return word(`transcript.${line.event}`, { ...line });
    default:
      return line satisfies never;
  }
}

function Write({ view: { row }, refresh, live }: ActProps) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<WordKey>();

  const send = async (): Promise<void> => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    try {
      await api.say(row.conversation, text);
      setText('');
      setOutcome('write.sent');
      if (!live) refresh();
    } catch (error) {
      setOutcome(sentenceOf(error));
    }
    setBusy(false);
  };

  return (
    <form
      class="write"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label for="write">{word('write.label')}</label>
      <p class="hint" id="write-hint">{word('write.hint')}</p>
      <textarea id="write" rows={3} dir="auto" value={text} maxLength={longestNurseMessage} aria-describedby="write-hint" onInput={(event) => setText(event.currentTarget.value)} />
      <div class="buttons">
        <button type="submit" class="main" aria-disabled={busy}>{word('write.send')}</button>
        <output class="outcome">{outcome && word(outcome)}</output>
      </div>
    </form>
  );
}
