import { shortestPassword } from '../../../staff/inbox/wire.ts';
import { api } from '../api.ts';
import { Door, DoorHead, Field, PasswordField } from './form.tsx';
import { word } from '../words.ts';

export function SignIn({ signedIn }: { signedIn: () => Promise<void> }) {
  return (
    <Door
      title={word('sign-in.title')}
      go={word('sign-in.go')}
      going={word('sign-in.going')}
      send={async (field) => {
        await api.signIn(field('email'), field('password'));
        await signedIn();
      }}
    >
      <Field name="email" label={word('sign-in.email')} type="email" autocomplete="username" />
      <PasswordField autocomplete="current-password" />
    </Door>
  );
}

/** The page behind the one-time link; the token stands behind the # of its address. */
export function SetUp() {
  const token = location.hash.slice(1);
  if (token === '') {
    return (
      <main class="door">
        <DoorHead />
        <h1>{word('setup.title')}</h1>
        <p role="alert">{word('setup.no-link')}</p>
      </main>
    );
  }
  return (
    <Door
      title={word('setup.title')}
      go={word('setup.go')}
      going={word('setup.going')}
      send={async (field) => {
        await api.setUp({ token, name: field('name'), email: field('email'), password: field('password') });
        location.replace('/staff');
      }}
    >
      <p>{word('setup.intro')}</p>
      <Field name="name" label={word('setup.name')} hint={word('setup.name-hint')} autocomplete="name" />
      <Field name="email" label={word('sign-in.email')} type="email" autocomplete="username" />
      <PasswordField autocomplete="new-password" shortest={shortestPassword} hint={word('setup.password-hint', { count: shortestPassword })} />
    </Door>
  );
}
