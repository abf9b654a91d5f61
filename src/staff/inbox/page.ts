import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { bundle } from '../../bundle.ts';

const fileOf = (name: string): string => fileURLToPath(new URL(`../../browser/inbox/${name}`, import.meta.url));

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Lean Forward</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/staff/inbox.css">
<script type="module" src="/staff/inbox.js"></script>
</head>
<body><div id="inbox"></div><noscript>The inbox needs JavaScript.</noscript></body>
</html>
`;

/** The inbox's page, the same for the queue, a case and the set-up of an account; its script and its style. */
export async function pageRoutes(app: FastifyInstance): Promise<void> {
  const [{ js }, { css }] = await Promise.all([bundle(fileOf('inbox.tsx')), bundle(fileOf('inbox.css'))]);
  for (const path of ['/staff', '/staff/setup']) app.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
  app.get('/staff/inbox.js', (_request, reply) => reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(js));
  app.get('/staff/inbox.css', (_request, reply) => reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(css));
}
