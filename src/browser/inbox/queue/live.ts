interface Listener {
  readonly changed: (conversation: string) => void;
  /** The line is open, or open again: what happened meanwhile is to be read anew. */
  readonly opened: () => void;
  readonly lost: () => void;
}

const patience = 5000;

/** Follows the server's events for as long as the page stands. Returns a function that ends it. */
export function follow({ changed, opened, lost }: Listener): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;

  const open = (): void => {
    source = new EventSource('/staff/api/events');
    source.addEventListener('open', opened);
    source.addEventListener('case', ({ data }: MessageEvent<string>) => {
      const { conversation }: { conversation: string } = JSON.parse(data);
      changed(conversation);
    });
    source.addEventListener('error', () => {
      lost();
      // The browser tries again by itself after a lost line, and gives up after a refusal, which a restarting server gives.
      if (source.readyState === EventSource.CLOSED) again = setTimeout(open, patience);
    });
  };
  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}
