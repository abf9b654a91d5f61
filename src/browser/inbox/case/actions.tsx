import { useState } from 'preact/hooks';
import type { CaseView, Me } from '../../../staff/inbox/wire.ts';
import { api, sentenceOf } from '../api.ts';
import { CopyButton } from '../copy.tsx';
import { Dialog } from '../dialog.tsx';
import { word, type WordKey } from '../words.ts';

export interface ActProps {
  readonly view: CaseView;
  readonly me: Me;
  /** Reads queue and case again. Needed only while the page is not `live`. */
  readonly refresh: () => void;
  readonly live: boolean;
}

/** A colleague's case, and a closed one, can be read and not changed. */
export function isOthers({ row, closedAt }: CaseView, me: Me): boolean {
  return closedAt !== null || (row.claimedBy !== null && row.claimedBy.id !== me.id);
}

export function Actions({ view, me, refresh, live }: ActProps) {
  const { row, text } = view;
  const [closing, setClosing] = useState(false);
  const [outcome, setOutcome] = useState<WordKey>();

  const act = async (name: 'claim' | 'release' | 'close', done: WordKey): Promise<void> => {
    try {
      await api.act(row.conversation, name);
      setOutcome(done);
      if (!live) refresh();
    } catch (error) {
      setOutcome(sentenceOf(error));
      refresh();
    }
  };

  return (
    <div class="actions">
      {!isOthers(view, me) && (
        <>
          {row.claimedBy === null ? (
            <button type="button" class="main" onClick={() => void act('claim', 'actions.claimed')}>{word('actions.claim')}</button>
          ) : (
            <button type="button" onClick={() => void act('release', 'actions.released')}>{word('actions.release')}</button>
          )}
          <button type="button" onClick={() => setClosing(true)}>{word('actions.close')}</button>
        </>
      )}
      <CopyButton text={text} label={word('actions.copy')} />
      <output class="outcome">{outcome && word(outcome)}</output>
      {closing && (
        <Dialog title={word('actions.close-title')} closed={() => setClosing(false)}>
          <p>{word('actions.close-text')}</p>
          <form method="dialog" class="buttons">
            <button type="submit">{word('actions.cancel')}</button>
            <button type="submit" class="main" onClick={() => void act('close', 'actions.closed')}>{word('actions.close')}</button>
          </form>
        </Dialog>
      )}
    </div>
  );
}
