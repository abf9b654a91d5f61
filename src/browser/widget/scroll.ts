/** Scrolls to what is new: to its end if all of it fits, else to where it begins, so that a long text is read from its start. */
export function showNewest(shown: HTMLElement): void {
  const messages = [...shown.querySelectorAll('.message')];
  const lastOwn = messages.findLastIndex((message) => message.classList.contains('mine'));
  const first = messages[lastOwn + 1] ?? messages[lastOwn];
  if (!first) return;
  const top = first.getBoundingClientRect().top - shown.getBoundingClientRect().top + shown.scrollTop - 12;
  shown.scrollTo({ top: Math.min(top, shown.scrollHeight - shown.clientHeight), behavior: calm() ? 'auto' : 'smooth' });
}

function calm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
