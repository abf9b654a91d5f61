import { useEffect, useRef, useState } from 'preact/hooks';
import type { Queue, QueueRow } from '../../../staff/inbox/wire.ts';
import { api, isSignedOut } from '../api.ts';
import { follow } from './live.ts';

type Mark = 'new' | 'updated';

/** How long after a failed request the next one follows, in milliseconds. */
const patience = 5000;

export interface Cases {
  /** Undefined until the first answer. */
  readonly rows: readonly QueueRow[] | undefined;
  /** What the nurse has not looked at yet, by conversation. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** The server's time less this desk's, in milliseconds. */
  readonly ahead: number;
  /** Whether changes arrive by themselves at the moment. */
  readonly live: boolean;
  /** The last new case, to be told to those who hear the page. */
  readonly news: QueueRow | undefined;
  /** Grows whenever the chosen case has changed. */
  readonly version: number;
  readonly refresh: () => void;
}

/** The queue, kept up to date by the server's events. */
export function useCases(chosen: string | undefined, signedOut: () => void): Cases {
  const [queue, setQueue] = useState<Queue>();
  const [ahead, setAhead] = useState(0);
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map());
  const [connected, setConnected] = useState(true);
  const [failed, setFailed] = useState(false);
  const [news, setNews] = useState<QueueRow>();
  const [version, setVersion] = useState(0);
  const known = useRef<ReadonlyMap<string, QueueRow>>(undefined);
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const open = useRef(chosen);
  open.current = chosen;

  const mark = (conversation: string, as: Mark | undefined): void =>
    setMarks((before) => {
      const after = new Map(before);
      if (as) after.set(conversation, as);
      else after.delete(conversation);
      return after;
    });

  const compare = (after: ReadonlyMap<string, QueueRow>, changed: string | undefined): void => {
    const before = known.current;
    known.current = after;
    if (!before) return;
    for (const row of after.values()) {
      if (before.has(row.conversation)) continue;
      mark(row.conversation, 'new');
      setNews(row);
    }
    if (changed === undefined || changed === open.current) return;
    // The row as it was, and yet something happened: it was said, not done.
    if (JSON.stringify(before.get(changed)) === JSON.stringify(after.get(changed))) mark(changed, 'updated');
  };

  const load = async (changed?: string): Promise<void> => {
    clearTimeout(again.current);
    try {
      const loaded = await api.queue();
      compare(new Map(loaded.cases.map((row) => [row.conversation, row])), changed);
      setAhead(Date.parse(loaded.now) - Date.now());
      setQueue(loaded);
      setFailed(false);
    } catch (error) {
      if (isSignedOut(error)) return signedOut();
      setFailed(true);
      again.current = setTimeout(() => void load(), patience);
    }
  };

  const refresh = (): void => {
    void load();
    setVersion((before) => before + 1);
  };

  useEffect(() => {
    const leave = follow({
      changed: (conversation) => {
        void load(conversation);
        if (conversation === open.current) setVersion((before) => before + 1);
      },
      opened: () => {
        setConnected(true);
        refresh();
      },
      // A session that has ended closes the line, too: the next answer tells.
      lost: () => {
        setConnected(false);
        void load();
      },
    });
    return () => {
      clearTimeout(again.current);
      leave();
    };
  }, []);

  useEffect(() => {
    if (chosen !== undefined) mark(chosen, undefined);
  }, [chosen]);

  return { rows: queue?.cases, marks, ahead, live: connected && !failed, news, version, refresh };
}

/** The server's time in milliseconds, moving on. */
export function useNow(ahead: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(tick);
  }, []);
  return now + ahead;
}
