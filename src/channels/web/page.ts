import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyPluginAsync, RouteShorthandOptions } from 'fastify';
import { bundle } from '../../bundle.ts';
import type { Voice } from '../../conversation/voice.ts';
import type { Bootstrap, Spoken } from './wire.ts';

export interface PageParts {
  /** By language; a page speaks the reader's if it is one of them, else the clinic's first. */
  readonly voices: ReadonlyMap<string, Voice>;
  /** The websites that may show the chat in their pages, besides our own. */
  readonly embedOrigins: readonly string[];
}

const widget = join(import.meta.dirname, '../../browser/widget');
const english = join(import.meta.dirname, '../../../locales/en/widget.json');

/** The placeholders that only the browser can fill; the clinic's own facts are filled in here. */
const leftToBrowser = Object.fromEntries(['at', 'of', 'short', 'source', 'name'].map((name) => [name, `{{${name}}}`]));

/**
 * The patient's pages: a sample page of the clinic at `/`, the tag any other page can carry (`/widget.js`), and the chat itself
 * (`/widget`), which runs in a frame so that no script around it can read what a patient writes.
 */
export function pages({ voices, embedOrigins }: PageParts): FastifyPluginAsync {
  return async (server) => {
    const languages = [...voices.values()].map(spokenBy);
    const [chat, chatStyle, embed, embedStyle] = await Promise.all(['chat.tsx', 'chat.css', 'frame/embed.ts', 'frame/embed.css'].map((file) => bundle(join(widget, file))));

    const chatJs = serveFixed(server, 'chat.js', chat?.js ?? '');
    const chatCss = serveFixed(server, 'chat.css', chatStyle?.css ?? '');
    const embedCss = serveFixed(server, 'launcher.css', embedStyle?.css ?? '', forOtherSites);
    const sampleCss = serveFixed(server, 'sample.css', readFileSync(join(import.meta.dirname, 'sample.css'), 'utf8'));

    const launcher = { languages: languages.map(({ language, words: { launcher: open, panel, close } }) => ({ language, words: { launcher: open, panel, close } })), css: embedCss };
    // A function of its own, so that nothing of ours becomes a variable of the page around it.
    serve(server, '/widget.js', `((launcher)=>{${embed?.js ?? ''}})(${JSON.stringify(launcher)});`, forOtherSites);

    serve(server, '/widget', widgetPage({ languages }, chatJs, chatCss), framedBy(embedOrigins));

    const sample = readFileSync(join(import.meta.dirname, 'sample.html'), 'utf8');
    const [first] = languages;
    const phone = first?.clinic.phone ?? '';
    const facts: Readonly<Record<string, string>> = { ...first?.clinic, crisisLine: '', language: first?.language ?? '', style: sampleCss, dial: phone.replaceAll(/[^\d+]/g, '') };
    serve(server, '/', sample.replaceAll(/\{\{(\w+)\}\}/g, (_, fact: string) => escaped(facts[fact] ?? '')));
  };
}

function spokenBy(voice: Voice): Spoken {
  const { language, direction, card: { name, phone, hours, emergencyNumber, crisisLine } } = voice;
  const keys = Object.keys(JSON.parse(readFileSync(english, 'utf8')));
  return {
    language,
    name: new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language,
    direction,
    clinic: { name, phone, hours, emergencyNumber, crisisLine },
    words: Object.fromEntries(keys.map((key) => [key, voice.t(`widget:${key}`, leftToBrowser)])),
  };
}

function widgetPage(bootstrap: Bootstrap, script: string, style: string): string {
  const [first] = bootstrap.languages;
  return `<!doctype html>
<html lang="${escaped(first?.language ?? '')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<title>${escaped(first?.words['panel'] ?? '')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
<script type="application/json" id="bootstrap">${JSON.stringify(bootstrap).replaceAll('<', String.raw`\u003c`)}</script>
<script type="module" src="${script}"></script>
</head>
<body><div id="chat"></div><noscript>${escaped(bootstrap.languages.map(({ words }) => words['no-script']).join(' '))}</noscript></body>
</html>
`;
}

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** Other websites load these; no page of ours is readable through them. */
const forOtherSites: RouteShorthandOptions = { helmet: { crossOriginResourcePolicy: { policy: 'cross-origin' } } };

function framedBy(origins: readonly string[]): RouteShorthandOptions {
  return {
    helmet: {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ['data:'],
          connectSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'self'", ...origins],
        },
      },
      // It knows only "nobody" and "our own"; where both are said, browsers go by frame-ancestors alone.
      xFrameOptions: false,
    },
  };
}

/** Serves a file whose address changes with its content, to be kept for good. Returns the address. */
function serveFixed(server: FastifyInstance, name: string, body: string, options: RouteShorthandOptions = {}): string {
  const path = `/widget/${hashOf(body)}/${name}`;
  serve(server, path, body, options, 'public, max-age=31536000, immutable');
  return path;
}

/** Serves a text made at start-up: compressed for who can read that, and not at all to who has it already. */
function serve(server: FastifyInstance, path: string, body: string, options: RouteShorthandOptions = {}, keep = 'no-cache'): void {
  const etag = `"${hashOf(body)}"`;
  const small = gzipSync(body);
  const type = `${types[path.split('.').at(-1) ?? ''] ?? 'text/html'}; charset=utf-8`;
  server.get(path, options, (request, reply) => {
    reply.headers({ 'cache-control': keep, etag, vary: 'accept-encoding' }).type(type);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.header('content-encoding', 'gzip').send(small);
    return reply.send(body);
  });
}

function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 16);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
