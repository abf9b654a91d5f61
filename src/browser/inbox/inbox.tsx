import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../../staff/inbox/wire.ts';
import { api, isSignedOut, sentenceOf } from './api.ts';
import { Desk } from './desk.tsx';
import { SetUp, SignIn } from './door/sign-in.tsx';
import { useLanguage } from './language.tsx';
import { word, type WordKey } from './words.ts';

type Who = { is: 'asking' } | { is: 'nobody' } | { is: 'unknown'; because: WordKey } | { is: 'nurse'; me: Me };

function Inbox() {
  const [who, setWho] = useState<Who>({ is: 'asking' });
  const ask = async (): Promise<void> => setWho({ is: 'nurse', me: await api.me() });
  useEffect(() => {
    ask().catch((error: unknown) => setWho(isSignedOut(error) ? { is: 'nobody' } : { is: 'unknown', because: sentenceOf(error) }));
  }, []);
  switch (who.is) {
    case 'asking':
      return null;
    case 'nobody':
      return <SignIn signedIn={ask} />;
    case 'unknown':
      return <main class="door"><p role="alert">{word(who.because)}</p></main>;
    case 'nurse':
      return <Desk me={who.me} signedOut={() => setWho({ is: 'nobody' })} />;
    default:
      return who satisfies never;
  }
}

function Page() {
  useLanguage();
  return location.pathname === '/staff/setup' ? <SetUp /> : <Inbox />;
}

const place = document.querySelector('#inbox');
if (place) render(<Page />, place);
