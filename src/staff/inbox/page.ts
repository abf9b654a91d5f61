import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { bundle } from '../../bundle.ts';
import type { Content } from '../../conversation/content.ts';
import type { Voice } from '../../conversation/voice.ts';
import { linesOfWords, type SourceLine } from '../../dialog/translation.ts';
import type { Bootstrap, Spoken } from './wire.ts';

const browser = join(import.meta.dirname, '../../browser/inbox');
const english = join(import.meta.dirname, '../../../locales/en/staff.json');

/** The inbox's page, the same for the queue, a case and the set-up of an account; its script and its style. */
export async function pageRoutes(app: FastifyInstance, { card, voices }: Pick<Content, 'card' | 'voices'>): Promise<void> {
  const [{ js }, { css }] = await Promise.all([bundle(join(browser, 'inbox.tsx')), bundle(join(browser, 'inbox.css'))]);
  const lines = linesOfWords(JSON.parse(readFileSync(english, 'utf8')), 'nurse');
  const html = page({ languages: [...voices.values()].map((voice) => spokenBy(voice, lines)), timeZone: card.timeZone });
  for (const path of ['/staff', '/staff/setup']) app.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
  app.get('/staff/inbox.js', (_request, reply) => reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(js));
  app.get('/staff/inbox.css', (_request, reply) => reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(css));
}

function spokenBy(voice: Voice, lines: readonly SourceLine[]): Spoken {
  const { language, direction, card } = voice;
  return {
    language,
    name: new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language,
    direction,
    locale: `${language}-${card.country}`,
    clinic: card.name,
    words: Object.fromEntries(lines.map(({ at, text }) => [at, voice.t(`staff:${at}`, leftToBrowser(text))])),
  };
}

/** The placeholders of a line as they stand: only the browser knows what they name. */
function leftToBrowser(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([placeholder, name = '']) => [name, placeholder]));
}

function page(bootstrap: Bootstrap): string {
  const [first] = bootstrap.languages;
  const withoutScript = bootstrap.languages.map(({ words }) => words['no-script']).join(' ');
  return `<!doctype html>
<html lang="${first?.language}" dir="${first?.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Lean Forward</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/staff/inbox.css">
<script type="application/json" id="bootstrap">${JSON.stringify(bootstrap).replaceAll('<', String.raw`\u003c`)}</script>
<script type="module" src="/staff/inbox.js"></script>
</head>
<body><div id="inbox"></div><noscript>${withoutScript.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</noscript></body>
</html>
`;
}
