import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { sentenceOf } from '../api.ts';
import { LanguageChoice } from '../language.tsx';
import { word, type WordKey } from '../words.ts';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email';
  readonly hint?: string;
  readonly autocomplete: 'name' | 'username';
}

export function Field({ name, label, type = 'text', hint, autocomplete }: FieldProps) {
  const id = useId();
  const attributes = { id, name, autocomplete, required: true, maxLength: 100, 'aria-describedby': hint && `${id}-hint` };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {type === 'email' ? <input type="email" {...attributes} /> : <input type="text" {...attributes} />}
    </div>
  );
}

interface PasswordProps {
  readonly autocomplete: 'current-password' | 'new-password';
  readonly shortest?: number;
  readonly hint?: string;
}

export function PasswordField({ autocomplete, shortest = 1, hint }: PasswordProps) {
  const id = useId();
  const [shown, show] = useState(false);
  const attributes = { id, name: 'password', autocomplete, required: true, minLength: shortest, maxLength: 128, 'aria-describedby': hint && `${id}-hint` };
  return (
    <div class="field">
      <label for={id}>{word('sign-in.password')}</label>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {shown ? <input type="text" {...attributes} /> : <input type="password" {...attributes} />}
      <label class="tick">
        <input type="checkbox" checked={shown} onChange={() => show(!shown)} /> {word('sign-in.show')}
      </label>
    </div>
  );
}

/** What stands above every door: whose it is, and what it speaks. */
export function DoorHead() {
  return (
    <div class="door-head">
      <p class="brand">{word('brand')}</p>
      <LanguageChoice />
    </div>
  );
}

interface DoorProps {
  readonly title: string;
  readonly go: string;
  readonly going: string;
  readonly children: ComponentChildren;
  /** Sends the form; what it throws is shown. */
  readonly send: (field: (name: string) => string) => Promise<void>;
}

/** A page with one form on it: signing in, and setting up an account. */
export function Door({ title, go, going, children, send }: DoorProps) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<WordKey>();

  const submit = async (form: HTMLFormElement): Promise<void> => {
    const sent = new FormData(form);
    setBusy(true);
    setRefusal(undefined);
    try {
      await send((name) => {
        const value = sent.get(name);
        return typeof value === 'string' ? value : '';
      });
    } catch (error) {
      setRefusal(sentenceOf(error));
      setBusy(false);
    }
  };

  return (
    <main class="door">
      <DoorHead />
      <h1>{title}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit(event.currentTarget);
        }}
      >
        {children}
        <p class="refusal" role="alert">{refusal && word(refusal)}</p>
        <button type="submit" class="main" aria-disabled={busy}>{busy ? going : go}</button>
      </form>
    </main>
  );
}
