import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseView, Me } from '../../../staff/inbox/wire.ts';
import { api, isSignedOut, sentenceOf } from '../api.ts';
import type { Cases } from '../queue/cases.ts';
import { speaking, word, type WordKey } from '../words.ts';
import { Actions } from './actions.tsx';
import { Answers, Loose } from './answers.tsx';
import { Band } from './band.tsx';
import { Flags } from './flags.tsx';
import { writtenInOf } from './own-words.tsx';
import { Person } from './person.tsx';
import { Screening } from './screening.tsx';
import { Talk } from './talk.tsx';

interface CaseProps {
  readonly conversation: string;
  readonly cases: Cases;
  readonly me: Me;
  readonly now: number;
  readonly signedOut: () => void;
}

/** One case on one page, in the order a triage nurse reads: how urgent and why, who, what, and only then the rest. */
export function CasePage({ conversation, cases, me, now, signedOut }: CaseProps) {
  const [view, setView] = useState<CaseView>();
  const [refusal, setRefusal] = useState<WordKey>();
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      try {
        const loaded = await api.case(conversation);
        if (wanted) setView(loaded);
        if (wanted) setRefusal(undefined);
      } catch (error) {
        if (isSignedOut(error)) signedOut();
        else if (wanted) setRefusal(sentenceOf(error));
      }
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [conversation, cases.version, speaking().language]);

  const ready = view !== undefined;
  // Closing takes the buttons away, and with them the focus.
  useEffect(() => title.current?.focus(), [ready, view?.closedAt]);

  if (!view) {
    return (
      <div class="case">
        <a class="back" href="#queue">{word('case.back')}</a>
        <p class="empty"><output>{word(refusal ?? 'case.loading')}</output></p>
      </div>
    );
  }
  const { summary } = view;
  const writtenIn = writtenInOf(view);
  return (
    <article class="case">
      <a class="back" href="#queue">{word('case.back')}</a>
      {refusal && <p class="refusal" role="alert">{word(refusal)}</p>}
      <Band view={view} writtenIn={writtenIn} me={me} now={now} />
      <Person summary={summary} title={title}>
        <Actions view={view} me={me} refresh={cases.refresh} live={cases.live} />
      </Person>
      {summary.situation && <p class="situation"><span class="unseen">{word('case.situation')}: </span>{summary.situation}</p>}
      <Flags flags={summary.redFlags} writtenIn={writtenIn} />
      <Screening results={summary.screening} />
      <Answers sections={summary.sections} writtenIn={writtenIn} />
      <Loose summary={summary} writtenIn={writtenIn} />
      <Talk view={view} me={me} refresh={cases.refresh} live={cases.live} />
    </article>
  );
}
