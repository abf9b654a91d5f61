/** The page around the frame. It hears one thing from us (the chat wants to close) and tells us one (it was opened). */

const hostOrigin = location.hash.slice(1);

/** Asks the page around us to close the panel. Does nothing on a page of its own. */
export function askToClose(): void {
  if (window.parent !== window && hostOrigin !== '') window.parent.postMessage({ leanForward: 'close' }, hostOrigin);
}

/** Calls `listener` each time the panel is opened. Returns a function that ends it. */
export function onOpened(listener: () => void): () => void {
  const heard = ({ origin, source, data }: MessageEvent<unknown>): void => {
    if (origin !== hostOrigin || source !== window.parent) return;
    if (typeof data === 'object' && data !== null && 'leanForward' in data && data.leanForward === 'opened') listener();
  };
  window.addEventListener('message', heard);
  return () => window.removeEventListener('message', heard);
}

/** Whether a page shows us in its panel, which has a button of its own in our corner. */
export const isFramed = window.parent !== window;
