/** The launcher a clinic puts on its own pages, and the panel it opens. The chat itself runs in a frame that only we serve. */

/** Passed in by the server, which wraps this script in a function of that one argument. */
declare const launcher: { readonly languages: readonly { readonly language: string; readonly words: Readonly<Record<'launcher' | 'panel' | 'close', string>> }[]; readonly css: string };

const chatIcon = 'M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H11l-4.6 4.1a.6.6 0 0 1-1-.45V16A2.5 2.5 0 0 1 4 13.5z';
const closeIcon = 'M6 6l12 12M18 6L6 18';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const { origin } = new URL(script.src);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => place(origin));
  else place(origin);
}

function place(origin: string): void {
  const { languages, css } = launcher;
  const [pageLanguage] = document.documentElement.lang.split('-');
  const spoken = languages.find((one) => one.language === pageLanguage) ?? languages[0];
  if (!spoken) return;
  const { words, language } = spoken;
  const host = element('div', { lang: language });
  // The page's styles do not reach in, and ours do not leak out.
  const root = host.attachShadow({ mode: 'open' });
  const open = element('button', { type: 'button', class: 'launcher', 'aria-expanded': 'false', 'aria-haspopup': 'dialog' });
  open.append(icon(chatIcon, 'fill'), element('span', {}, words.launcher));
  const panel = element('div', { class: 'panel', role: 'dialog', 'aria-label': words.panel });
  const close = element('button', { type: 'button', class: 'close', 'aria-label': words.close });
  close.append(icon(closeIcon, 'stroke'));
  panel.append(close);
  panel.hidden = true;
  open.hidden = true;

  const style = element('link', { rel: 'stylesheet', href: new URL(css, origin).href });
  style.addEventListener('load', () => {
    open.hidden = false;
    if (wasOpen()) show();
  });
  root.append(style, open, panel);
  document.body.append(host);

  let frame: HTMLIFrameElement | undefined;

  function show(): void {
    panel.hidden = false;
    // Loaded on the first opening only: a visitor who never opens the chat costs nothing and leaves nothing.
    if (frame === undefined) frame = load();
    else tellOpened(frame);
    keepOpen(true);
    open.setAttribute('aria-expanded', 'true');
    host.toggleAttribute('data-open', true);
    frame.focus();
  }

  function hide(): void {
    panel.hidden = true;
    keepOpen(false);
    open.setAttribute('aria-expanded', 'false');
    host.toggleAttribute('data-open', false);
    open.focus();
  }

  function load(): HTMLIFrameElement {
    // The frame learns from its address whom to listen to; what follows # is never sent to a server.
    const made = element('iframe', { src: `${origin}/widget#${location.origin}`, title: words.panel, allow: '', referrerpolicy: 'no-referrer' });
    made.addEventListener('load', () => tellOpened(made));
    panel.append(made);
    return made;
  }

  function tellOpened({ contentWindow }: HTMLIFrameElement): void {
    contentWindow?.postMessage({ leanForward: 'opened' }, origin);
  }

  open.addEventListener('click', () => (panel.hidden ? show() : hide()));
  close.addEventListener('click', hide);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && !panel.hidden) hide();
  });
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== origin || event.source !== frame?.contentWindow || panel.hidden) return;
    if (typeof event.data === 'object' && event.data !== null && 'leanForward' in event.data && event.data.leanForward === 'close') hide();
  });
}

const openKey = 'lean-forward:open';

/** Whether the panel was open when this tab last showed a page of this site. */
function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(openKey) !== null;
  } catch {
    return false;
  }
}

/** Keeps that the panel is open, and nothing of what is said in it. */
function keepOpen(isOpen: boolean): void {
  try {
    if (isOpen) sessionStorage.setItem(openKey, '');
    else sessionStorage.removeItem(openKey);
  } catch {
    // A page may be forbidden to keep anything: then the panel is closed after a reload, as before.
  }
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string>>, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

function icon(path: string, drawn: 'fill' | 'stroke'): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', drawn);
  const shape = document.createElementNS(namespace, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
