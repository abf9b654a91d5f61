import { render, type JSX } from 'preact';
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { Answer } from './answer.tsx';
import { Composer } from './composer.tsx';
import { Ending } from './ending.tsx';
import { askToClose, onOpened } from './frame/host.ts';
import { Header, Trouble } from './header.tsx';
import { Log } from './log.tsx';
import { showNewest } from './scroll.ts';
import { type Connection, connect, type Line } from './visit/directline.ts';
import { forgetConversation } from './visit/keep.ts';
import { type Mailbox, makeMailbox, type Refusal } from './visit/mailbox.ts';
import { after, newVisit, openIn, type Outgoing, standingOf } from './visit/visit.ts';
import { speak, speaking, word } from './words.ts';

function Chat(): JSX.Element {
  const [visit, happen] = useReducer(after, newVisit);
  const [connection, setConnection] = useState<Connection>('connecting');
  const [refusal, setRefusal] = useState<Refusal>();
  const [conversations, setConversations] = useState(1);
  const [, setWanted] = useState('');
  const line = useRef<Line>(null);
  const mailbox = useRef<Mailbox>(null);
  const shown = useRef<HTMLElement>(null);
  const open = openIn(visit);
  const standing = standingOf(visit);
  const held = standing?.language;
  if (held !== undefined) speak(held);
  const status = connection === 'expired' ? 'expired' : (standing?.status ?? 'open');

  useEffect(() => {
    const opened = connect(speaking().language, {
      received: (group) => happen({ type: 'received', group }),
      connection: (now) => {
        setConnection(now);
        if (now === 'online') mailbox.current?.again();
      },
    });
    line.current = opened;
    mailbox.current = makeMailbox({ send: (message) => opened.send(message), happen, refused: setRefusal });
    return () => opened.end();
  }, [conversations]);

  // What was said before is drawn again in the language the conversation is held in now.
  useEffect(() => {
    if (visit.activities.some(({ channelData: { intake } }) => intake && intake.language !== held)) line.current?.drawAgain();
  }, [held]);

  useEffect(() => {
    if (shown.current) showNewest(shown.current);
  }, [visit, status]);

  useEffect(() => onOpened(() => {
    shown.current?.focus({ preventScroll: true });
    if (shown.current) showNewest(shown.current);
  }), []);

  async function post(message: Outgoing): Promise<boolean> {
    setRefusal(undefined);
    return (await mailbox.current?.post(message)) ?? false;
  }

  function retry(): void {
    line.current?.hurry();
    mailbox.current?.again();
  }

  const say = (text: string): Promise<boolean> => post({ id: freshId(), text });
  const tap = (text: string, question: string, options: readonly string[]): void => void post({ id: freshId(), text, tapped: { question, options } });

  function changeTo(language: string, name: string): void {
    if (status === 'open' || standing !== undefined) void say(name);
    else {
      speak(language);
      setWanted(language);
    }
  }

  function startNew(): void {
    forgetConversation();
    happen({ type: 'started-anew' });
    setConversations(conversations + 1);
  }

  return (
    <>
      <Header standing={standing} connection={connection} changeTo={changeTo} />
      <main ref={shown} tabIndex={-1}>
        <Log visit={visit} open={open} retry={retry} change={(question, short) => tap(word('change-row', { short }), question, ['change'])} />
        {open && (
          <Answer key={open.question} open={open} say={say} answer={(options) => tap(options.map(({ label }) => label).join(', '), open.question, options.map(({ id }) => id))} />
        )}
        {status !== 'open' && <Ending status={status} startAgain={() => void say(word('say-start-again'))} startNew={startNew} />}
      </main>
      <Trouble connection={connection} refusal={refusal} />
      <Composer standing={standing} say={say} />
    </>
  );
}

function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') askToClose();
});
const root = document.querySelector('#chat');
if (root) render(<Chat />, root);
