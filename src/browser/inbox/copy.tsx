import { useState } from 'preact/hooks';
import { Dialog } from './dialog.tsx';
import { word } from './words.ts';

/** Copies a text, or shows it to be copied by hand where the browser does not let a page copy (as on plain http). */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle');
  const copy = (): void => {
    const writing = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    writing.then(
      () => setState('copied'),
      () => setState('by-hand'),
    );
  };
  return (
    <>
      <button type="button" onClick={copy}>{state === 'copied' ? word('actions.copied') : label}</button>
      <output class="unseen">{state === 'copied' && word('actions.copied')}</output>
      {state === 'by-hand' && (
        <Dialog title={label} closed={() => setState('idle')}>
          <p>{word('actions.copy-by-hand')}</p>
          <textarea readOnly rows={14} value={text} aria-label={label} onFocus={(event) => event.currentTarget.select()} />
          <form method="dialog" class="buttons">
            <button type="submit">{word('actions.done')}</button>
          </form>
        </Dialog>
      )}
    </>
  );
}
