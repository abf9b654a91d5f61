import { shortestPassword } from '../../../staff/inbox/wire.ts';
import { api } from '../api.ts';
import { Door, Field, PasswordField } from './form.tsx';
import { fill, words } from '../words.ts';

export function SignIn({ signedIn }: { signedIn: () => Promise<void> }) {
  const { title, email, go, going } = words['sign-in'];
  return (
    <Door
      title={title}
      go={go}
      going={going}
      send={async (field) => {
        await api.signIn(field('email'), field('password'));
        await signedIn();
      }}
    >
      <Field name="email" label={email} type="email" autocomplete="username" />
      <PasswordField autocomplete="current-password" />
    </Door>
  );
}

/** The page behind the one-time link; the token stands behind the # of its address. */
export function SetUp() {
  const { title, intro, name, 'name-hint': nameHint, 'password-hint': passwordHint, go, going, 'no-link': noLink } = words.setup;
  const token = location.hash.slice(1);
  if (token === '') {
    return (
      <main class="door">
        <p class="brand">{words.brand}</p>
        <h1>{title}</h1>
        <p role="alert">{noLink}</p>
      </main>
    );
  }
  return (
    <Door
      title={title}
      go={go}
      going={going}
      send={async (field) => {
        await api.setUp({ token, name: field('name'), email: field('email'), password: field('password') });
        location.replace('/staff');
      }}
    >
      <p>{intro}</p>
      <Field name="name" label={name} hint={nameHint} autocomplete="name" />
      <Field name="email" label={words['sign-in'].email} type="email" autocomplete="username" />
      <PasswordField autocomplete="new-password" shortest={shortestPassword} hint={fill(passwordHint, { count: shortestPassword })} />
    </Door>
  );
}
