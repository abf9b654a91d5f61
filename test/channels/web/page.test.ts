import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { pages } from '../../../src/channels/web/page.ts';
import type { Bootstrap } from '../../../src/channels/web/wire.ts';
import { makeServer } from '../../../src/http.ts';
import { shipped } from '../../support/content.ts';
import { friend } from './chat.ts';

const named = new Map([...shipped.voices].map(([language, voice]) => [language, { ...voice, card: { ...voice.card, name: '</script><b>Invented & "Clinic"' } }]));
let server: FastifyInstance;

beforeAll(() => {
  server = makeServer({ proxies: [], routes: [pages({ voices: named, embedOrigins: [friend] })] });
});
afterAll(() => server.close());

function get(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
  return server.inject({ url, headers });
}

async function addressIn(page: string, file: string): Promise<string> {
  return new RegExp(`/widget/[^"/]+/${file}`).exec((await get(page)).body)?.[0] ?? '';
}

describe('the chat', () => {
  it('may be framed by our own pages and those of the settings, and by no others', async () => {
    const { headers } = await get('/widget');
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'self' ${friend}`);
    expect(headers).not.toHaveProperty('x-frame-options');
  });

  it('knows the clinic and its words, whatever the clinic is called', async () => {
    const { body } = await get('/widget');
    const bootstrap: Bootstrap = JSON.parse(/id="bootstrap">(.*)<\/script>\n/.exec(body)?.[1] ?? '');
    const { card } = shipped;
    expect(bootstrap.languages[0]?.clinic).toEqual({ name: '</script><b>Invented & "Clinic"', phone: card.phone, hours: card.hours, emergencyNumber: card.emergencyNumber, crisisLine: card.crisisLine });
    expect(body).not.toContain('</script><b>');
  });

  it('has every word, with only those places left open that the browser fills', async () => {
    const bootstrap: Bootstrap = JSON.parse(/id="bootstrap">(.*)<\/script>\n/.exec((await get('/widget')).body)?.[1] ?? '');
    const words = bootstrap.languages.flatMap((one) => Object.values(one.words));
    expect(words).not.toContain('');
    const open = words.flatMap((text) => text.match(/\{\{\w+\}\}/g) ?? []);
    expect(new Set(open)).toEqual(new Set(['{{at}}', '{{of}}', '{{short}}', '{{source}}', '{{name}}']));
  });
});

describe.each(['/', '/widget'])('the page %s', (page) => {
  it('runs no script of its own text and takes nothing from elsewhere', async () => {
    const { body, headers } = await get(page);
    expect(headers['content-security-policy']).toContain("script-src 'self';style-src 'self'");
    expect(body.match(/<script(?![^>]*(src="\/|type="application\/json"))|<style|\son\w+=|style=|https?:/g)).toBeNull();
  });

  it('says its language, and is not sent again to who has it', async () => {
    const { body, headers } = await get(page);
    expect(body).toContain('<html lang="en">');
    expect((await get(page, { 'if-none-match': String(headers.etag) })).statusCode).toBe(304);
  });
});

describe('the files of a page', () => {
  it.each([['/widget', 'chat.js'], ['/widget', 'chat.css'], ['/', 'sample.css'], ['/widget.js', 'launcher.css']])('of %s: %s is kept for good under an address of its own content', async (page, file) => {
    const { statusCode, headers } = await get(await addressIn(page, file));
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  it('are compressed for a browser that can read that', async () => {
    const address = await addressIn('/widget', 'chat.js');
    const small = await get(address, { 'accept-encoding': 'gzip, br' });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(small.rawPayload).toString()).toBe((await get(address)).body);
  });

  it('come to less than 20 KB for a phone', async () => {
    const sizes = await Promise.all(['chat.js', 'chat.css'].map(async (file) => (await get(await addressIn('/widget', file), { 'accept-encoding': 'gzip' })).rawPayload.length));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(20_000);
  });
});

describe('the tag', () => {
  it('can be loaded by any website, and puts no variable of ours into it', async () => {
    const { body, headers } = await get('/widget.js');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(body).toMatch(/^\(\(launcher\)=>\{[\s\S]*\}\)\(\{.*\}\);$/);
  });

  it('of the sample page is the one tag a clinic needs', async () => {
    expect((await get('/')).body).toContain('<script src="/widget.js" async></script>');
  });
});
