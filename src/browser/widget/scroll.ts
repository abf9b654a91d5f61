/** Scrolls to what is new: to its end if all of it fits, else to where it begins, so that a long text is read from its start. */
export function showNewest(shown: HTMLElement): void {
  const messages = [...shown.querySelectorAll('.message')];
  const lastOwn = messages.findLastIndex((message) => message.classList.contains('mine'));
  const first = messages[lastOwn + 1] ?? messages[lastOwn];
  if (!first) return;
  // Where there is little height, the page scrolls and not the part of it that holds the messages.
  const inside = shown.scrollHeight > shown.clientHeight;
  const scrolls = inside ? shown : document.documentElement;
  const edge = inside ? shown.getBoundingClientRect().top : 0;
  const top = first.getBoundingClientRect().top - edge + scrolls.scrollTop - 12;
  scrolls.scrollTo({ top: Math.min(top, scrolls.scrollHeight - scrolls.clientHeight), behavior: calm() ? 'auto' : 'smooth' });
}

function calm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
