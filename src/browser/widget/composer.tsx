import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Intake } from '../../channels/web/wire.ts';
import { Icon } from './icon.tsx';
import { keepDraft, keptDraft } from './visit/keep.ts';
import { word } from './words.ts';

interface ComposerProps {
  readonly standing: Intake | undefined;
  /** Says whether the words went anywhere; if not, they stay where they were written. */
  readonly say: (text: string) => Promise<boolean>;
}

/** How a phone's keyboard opens for an answer of this type. */
const keyboards: Readonly<Partial<Record<string, { inputMode: 'numeric' | 'tel' | 'email'; autocomplete: 'off' | 'tel' | 'email' }>>> = {
  number: { inputMode: 'numeric', autocomplete: 'off' },
  phone: { inputMode: 'tel', autocomplete: 'tel' },
  email: { inputMode: 'email', autocomplete: 'email' },
};

/** The box that is always there, and the plain words one can also tap. */
export function Composer({ standing, say }: ComposerProps): JSX.Element {
  const [draft, setDraft] = useState(keptDraft);
  const box = useRef<HTMLTextAreaElement>(null);
  const asks = standing?.status === 'open' && standing.question !== null;

  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight + 4}px`;
  }, [draft]);

  function write(text: string): void {
    keepDraft(text);
    setDraft(text);
  }

  async function send(): Promise<void> {
    const text = draft.trim();
    if (text === '') {
      box.current?.focus();
      return;
    }
    write('');
    if (!(await say(text)) && keptDraft() === '') write(text);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  }

  return (
    <form class="composer" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <div class="acts">
        {standing?.status === 'open' && standing.progress.at > 1 && <Act act="back" say={say} />}
        {(standing?.status === 'open' || standing?.status === 'stopped') && <Act act="person" say={say} />}
      </div>
      <div class="writing">
        <label class="unseen" for="box">{word(asks ? 'write-answer' : 'write')}</label>
        <textarea
          id="box" ref={box} rows={1} value={draft} placeholder={word(asks ? 'write-answer' : 'write')} enterkeyhint="send"
          {...(asks && keyboards[standing.type ?? ''])}
          onInput={({ currentTarget }) => write(currentTarget.value)} onKeyDown={onKeyDown}
        />
        <button type="submit" class="send" aria-label={word('send')}><Icon of="send" /></button>
      </div>
    </form>
  );
}

/** A plain word that one can also write, as a button. */
export function Act({ act, say }: { act: 'back' | 'why' | 'skip' | 'person'; say: (text: string) => unknown }): JSX.Element {
  return (
    <button type="button" onClick={() => void say(word(`say-${act}`))}>
      <Icon of={act} />{word(act)}
    </button>
  );
}
