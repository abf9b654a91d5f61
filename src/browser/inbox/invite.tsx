import { useEffect, useState } from 'preact/hooks';
import type { Invitation } from '../../staff/inbox/wire.ts';
import { api, sentenceOf } from './api.ts';
import { Dialog } from './dialog.tsx';
import { CopyButton } from './copy.tsx';
import { when } from './time.ts';
import { word, type WordKey } from './words.ts';

/** Makes a link for one colleague, and shows it. */
export function Invite({ closed }: { closed: () => void }) {
  const [made, setMade] = useState<Invitation>();
  const [refusal, setRefusal] = useState<WordKey>();
  useEffect(() => {
    api.invite().then(setMade, (error: unknown) => setRefusal(sentenceOf(error)));
  }, []);
  return (
    <Dialog title={word('invite.title')} closed={closed}>
      {made ? (
        <>
          <p>{word('invite.text', { until: when(made.validUntil) })}</p>
          <p class="link">{made.link}</p>
        </>
      ) : (
        <p><output>{word(refusal ?? 'invite.making')}</output></p>
      )}
      <form method="dialog" class="buttons">
        {made && <CopyButton text={made.link} label={word('invite.copy')} />}
        <button type="submit">{word('actions.done')}</button>
      </form>
    </Dialog>
  );
}
