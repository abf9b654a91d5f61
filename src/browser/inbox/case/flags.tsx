import type { FlagLine, Summary } from '../../../staff/inbox/wire.ts';
import { figure, word } from '../words.ts';
import { OwnWords, type WrittenIn } from './own-words.tsx';

type State = 'positive' | 'denied' | 'unsure' | 'not-asked';

/** Each state has its own sign: a full square, a struck ring, a question, and an empty dashed ring. */
const signs = {
  positive: <><rect x="1" y="1" width="22" height="22" rx="3" /><path class="mark" d="M10.7 5h2.6v9h-2.6zm0 11.4h2.6V19h-2.6z" /></>,
  denied: <><circle cx="12" cy="12" r="9.5" class="ring" /><path class="stroke" d="M6 12h12" /></>,
  unsure: <><path class="ring" d="M12 1.5 22.5 12 12 22.5 1.5 12z" /><path class="stroke" d="M9.4 10a2.6 2.6 0 1 1 3.6 2.4q-1 .5-1 1.6M12 16.4v1.6" /></>,
  'not-asked': <circle cx="12" cy="12" r="9.5" class="ring dashed" />,
} satisfies Record<State, unknown>;

/** The red flags in four states: a flag nobody asked about is not a flag denied. */
export function Flags({ flags, writtenIn }: { flags: Summary['redFlags']; writtenIn: WrittenIn }) {
  return (
    <section class="flags" aria-labelledby="flags-title">
      <h3 id="flags-title">{word('case.red-flags')}</h3>
      <div class="flag-grid">
        <Group state="positive" lines={flags.positive} writtenIn={writtenIn} />
        <Group state="unsure" lines={flags.unsure} writtenIn={writtenIn} />
        <Group state="denied" lines={flags.denied} writtenIn={writtenIn} />
        <Group state="not-asked" lines={flags.notAsked} writtenIn={writtenIn} />
      </div>
    </section>
  );
}

function Group({ state, lines, writtenIn }: { state: State; lines: readonly FlagLine[]; writtenIn: WrittenIn }) {
  return (
    <div class={`flag-group ${state}${lines.length === 0 ? ' clear' : ''}`}>
      <h4>
        <svg viewBox="0 0 24 24" aria-hidden="true">{signs[state]}</svg>
        {word(`case.${state}`)} <span class="count">{figure(lines.length)}</span>
      </h4>
      {lines.length === 0 ? (
        <p class="missing">{word('case.none')}</p>
      ) : (
        <ul>
          {lines.map((line) => <li key={line.flag} title={word('case.source', { source: line.source })}><Flag line={line} writtenIn={writtenIn} /></li>)}
        </ul>
      )}
    </div>
  );
}

function Flag({ line: { name, level, because, quote }, writtenIn }: { line: FlagLine; writtenIn: WrittenIn }) {
  return (
    <>
      <span class="flag-name">{name}</span>
      {level !== null && level !== 'note' && <span class={`level ${level}`}>{word(`urgency.${level}`)}</span>}
      {because !== null && because !== name && <span class="because">{because}</span>}
      {quote !== null && <OwnWords text={quote} writtenIn={writtenIn} />}
    </>
  );
}
