/**
 * Scrolls to what is new: to its end if all of it fits, else to where it begins, so that a long text is read from its start.
 * A question and its buttons come before the words that lead up to it, unless those are a warning or what the patient asked for.
 */
export function showNewest(shown: HTMLElement): void {
  const messages = [...shown.querySelectorAll('.message')];
  const lastOwn = messages.findLastIndex((message) => message.classList.contains('mine'));
  const news = messages.slice(lastOwn + 1);
  const asked = news.some((message) => message.matches('.alert, .quote')) ? undefined : news.at(-1);
  const first = (asked?.matches('.question, .wide') ? asked : news[0]) ?? messages[lastOwn];
  if (!first) return;
  // Where there is little height, the page scrolls under its header, and not the part of it that holds the messages.
  const inside = shown.scrollHeight > shown.clientHeight;
  const scrolls = inside ? shown : document.documentElement;
  const edge = inside ? shown.getBoundingClientRect().top : (shown.previousElementSibling?.clientHeight ?? 0);
  const top = first.getBoundingClientRect().top - edge + scrolls.scrollTop - 12;
  scrolls.scrollTo({ top: Math.min(top, scrolls.scrollHeight - scrolls.clientHeight), behavior: calm() ? 'auto' : 'smooth' });
}

function calm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
