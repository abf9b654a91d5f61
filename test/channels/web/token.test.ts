import { describe, expect, it } from '@jest/globals';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { makeTokens } from '../../../src/channels/web/token.ts';

const secret = 'invented for tests, and long enough';

const ticket = { conversation: 'visit', user: 'dl_invented' };
const clock = { at: new Date('2026-11-22T09:00:00Z') };
const tokens = makeTokens({ secret, hours: 24, now: () => clock.at });
const key = new TextEncoder().encode(secret);

function signed(claims: Record<string, unknown>, audience = 'lean-forward:chat'): SignJWT {
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setAudience(audience).setExpirationTime(new Date('2026-11-23T09:00:00Z'));
}

describe('a token', () => {
  it('says who speaks in which conversation, until it expires', async () => {
    const { token, seconds } = await tokens.issue(ticket, 'chat');
    expect(await tokens.read(token, 'chat')).toEqual(ticket);
    expect(seconds).toBe(24 * 3600);
    expect(decodeJwt(token).exp).toBe(Date.parse('2026-11-23T09:00:00Z') / 1000);
  });

  it('names the user in a claim that Direct Line clients read', async () => {
    expect(decodeJwt((await tokens.issue(ticket, 'chat')).token)).toMatchObject({ user: 'dl_invented' });
  });

  it('is refused after its time', async () => {
    const early = makeTokens({ secret, hours: 24, now: () => new Date('2026-11-21T08:59:59Z') });
    await expect(tokens.read((await early.issue(ticket, 'chat')).token, 'chat')).rejects.toMatchObject({ code: 'token-expired' });
  });

  it('of a socket lives five minutes', async () => {
    const early = makeTokens({ secret, hours: 24, now: () => new Date('2026-11-22T08:54:59Z') });
    await expect(tokens.read((await early.issue(ticket, 'stream')).token, 'stream')).rejects.toMatchObject({ code: 'token-expired' });
  });

  it('of a socket opens nothing else, and the other way round', async () => {
    await expect(tokens.read((await tokens.issue(ticket, 'stream')).token, 'chat')).rejects.toMatchObject({ code: 'token-invalid' });
    await expect(tokens.read((await tokens.issue(ticket, 'chat')).token, 'stream')).rejects.toMatchObject({ code: 'token-invalid' });
  });

  it.each([
    ['signed with another secret', () => signed(ticket).sign(new TextEncoder().encode('another invented secret, as long'))],
    ['that is not signed', async () => new UnsecuredJWT(ticket).setAudience('lean-forward:chat').setExpirationTime('1d').encode()],
    ['of another audience', () => signed(ticket, 'another-product').sign(key)],
    ['without an end', () => new SignJWT(ticket).setProtectedHeader({ alg: 'HS256' }).setAudience('lean-forward:chat').sign(key)],
    ['signed in another way', () => new SignJWT(ticket).setProtectedHeader({ alg: 'HS512' }).setAudience('lean-forward:chat').setExpirationTime('1d').sign(key)],
    ['that names no conversation', () => signed({ user: 'dl_invented' }).sign(key)],
    ['with a changed claim', async () => (await tokens.issue(ticket, 'chat')).token.replace(/\.[^.]+\./, `.${btoa(JSON.stringify({ ...ticket, conversation: 'foreign', aud: 'lean-forward:chat', exp: 9e9 }))}.`)],
    ['that is no token', async () => 'made-up'],
  ])('%s is refused', async (_, make) => {
    await expect(tokens.read(await make(), 'chat')).rejects.toMatchObject({ code: 'token-invalid' });
  });
});

describe('the settings of tokens', () => {
  it('refuse a short secret', () => {
    expect(() => makeTokens({ secret: 'short', hours: 24, now: () => clock.at })).toThrow(expect.objectContaining({ code: 'setting-invalid' }));
  });

  it('refuse a life too short for a client that refreshes every quarter of an hour', () => {
    expect(() => makeTokens({ secret, hours: 0.49, now: () => clock.at })).toThrow(expect.objectContaining({ code: 'setting-invalid' }));
  });
});
