import { randomUUID } from 'node:crypto';
import { directLine } from '../../src/channels/web/directline.ts';
import { pages } from '../../src/channels/web/page.ts';
import { makeTokens } from '../../src/channels/web/token.ts';
import type { Content } from '../../src/conversation/content.ts';
import { makeServer } from '../../src/http.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { aClinic } from './clinic.ts';
import { freePort } from './server.ts';

export interface Website {
  readonly address: string;
  close(): Promise<unknown>;
}

const now = (): Date => new Date();

/** The patient's side of the product around other content, on a free port. */
export async function aWebsite(content: Content): Promise<Website> {
  const { store } = openSqlite(':memory:');
  const { clinic } = aClinic({ content, store });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = makeServer({
    proxies: [],
    routes: [
      directLine({ clinic, tokens: makeTokens({ secret: 'invented for tests, and long enough', hours: 24, now }), content, publicUrl: address, origins: [], tokensPerMinute: 1000, now, fresh: randomUUID }),
      pages({ voices: content.voices, embedOrigins: [] }),
    ],
  });
  server.addHook('onClose', () => store.close());
  await server.listen({ host: '127.0.0.1', port });
  return { address, close: () => server.close() };
}
