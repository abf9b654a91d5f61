import type { JSX } from 'preact';
import type { WireActivity } from '../../channels/web/wire.ts';
import { Alert } from './alert.tsx';
import { CheckList } from './check.tsx';
import { Icon } from './icon.tsx';
import type { Open, Outgoing, Visit } from './visit/visit.ts';
import { word } from './words.ts';

interface LogProps {
  readonly visit: Visit;
  readonly open: Open | undefined;
  /** Sends what was not sent, oldest first. */
  readonly retry: () => void;
  readonly change: (question: string, short: string) => void;
}

/** Everything that was said, oldest first. What is added is read out by a screen reader. */
export function Log({ visit, open, retry, change }: LogProps): JSX.Element {
  return (
    <div class="log" role="log" aria-label={word('log')}>
      <ol>
        {visit.activities.map((activity) => (
          <Said key={activity.id} activity={activity} change={activity.id === open?.activity ? change : undefined} />
        ))}
        {visit.unsent.map((message) => (
          <Unsent key={message.id} message={message} retry={retry} />
        ))}
        {visit.sending.map(({ id, text }) => (
          <Mine key={id} text={text} />
        ))}
        {visit.sending.length > 0 && (
          <li class="message theirs waiting">
            <span class="unseen">{word('waiting')}</span>
            <i /><i /><i />
          </li>
        )}
      </ol>
    </div>
  );
}

function Said({ activity, change }: { activity: WireActivity; change: LogProps['change'] | undefined }): JSX.Element {
  const { from, text, channelData: { intake } } = activity;
  if (from.role === 'user') return <Mine text={text} />;
  if (intake === undefined) {
    return (
      <li class="message theirs nurse">
        <p class="by"><Icon of="person" />{from.name}</p>
        <Words text={text} />
      </li>
    );
  }
  const { reply } = intake;
  switch (reply.type) {
    case 'alert': return <li class={`message alert ${reply.level}`}><Alert id={activity.id} level={reply.level} text={reply.text} /></li>;
    case 'quote': return <li class="message theirs quote"><By /><Words text={reply.text} /><p class="source">{word('source', { source: reply.source })}</p></li>;
    case 'check': return <li class="message theirs wide"><By /><Words id={activity.id} text={reply.text} /><CheckList sections={reply.sections} change={change} /></li>;
    case 'ask': return <li class="message theirs question"><By /><Words id={activity.id} text={reply.text} /></li>;
    case 'tell': return <li class="message theirs"><By /><Words text={reply.text} /></li>;
    default: return reply satisfies never;
  }
}

function Unsent({ message, retry }: { message: Outgoing; retry: LogProps['retry'] }): JSX.Element {
  return (
    <li class="message mine unsent">
      <Words text={message.text} />
      <button type="button" onClick={retry}>
        {word('not-sent')} <span>{word('try-again')}</span>
      </button>
    </li>
  );
}

function Mine({ text }: { text: string }): JSX.Element {
  return (
    <li class="message mine">
      <span class="unseen">{word('you')}: </span>
      <Words text={text} />
    </li>
  );
}

function By(): JSX.Element {
  return <span class="unseen">{word('assistant')}: </span>;
}

/** Text as text: a line end is a line end, and nothing else means anything. */
function Words({ text, id }: { text: string; id?: string }): JSX.Element {
  return <p class="words" dir="auto" id={id}>{text}</p>;
}
