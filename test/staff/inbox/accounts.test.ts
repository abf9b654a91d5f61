import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anInbox, browser, follow, nurse, password, refusal, type Inbox } from './inbox.ts';

const signIn = '/staff/api/auth/sign-in/email';
const hour = 60 * 60 * 1000;
let inbox: Inbox;

/** Signs in rightly from an address that our own proxy names, while the caller claims to be at another. */
function signInFrom(address: string) {
  return browser(inbox).post(signIn, { email: 'ana.invented@example.org', password }, { 'x-forwarded-for': address, 'x-lean-forward-address': '192.0.2.77' });
}

beforeEach(async () => {
  inbox = await anInbox();
});
afterEach(() => inbox.server.close());

describe('the first link', () => {
  it('lets the first nurse choose her name, e-mail and password, and signs her in', async () => {
    const ana = browser(inbox);
    expect((await follow(await inbox.accounts.firstNurseLink(), ana)).statusCode).toBe(200);
    expect((await ana.get('/staff/api/me')).json()).toMatchObject({ name: 'Ana Invented' });
    expect((await browser(inbox).post(signIn, { email: 'ANA@example.org', password })).statusCode).toBe(200);
  });

  it('works once', async () => {
    const link = await inbox.accounts.firstNurseLink();
    await follow(link, browser(inbox));
    expect(refusal(await follow(link, browser(inbox), { email: 'eve@example.org' }))).toEqual({ status: 401, code: 'token-invalid' });
  });

  it('gives one account to two people who follow it at once', async () => {
    const link = await inbox.accounts.firstNurseLink();
    const answers = await Promise.all([follow(link, browser(inbox)), follow(link, browser(inbox), { email: 'eve@example.org' })]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 401]);
  });

  it('is refused when it was made up', async () => {
    await inbox.accounts.firstNurseLink();
    const answer = await follow('http://localhost:3978/staff/setup#made-up', browser(inbox));
    expect(refusal(answer)).toEqual({ status: 401, code: 'token-invalid' });
  });

  it('is refused after its time', async () => {
    inbox.clock.at = new Date(Date.now() - 25 * hour);
    const link = await inbox.accounts.firstNurseLink();
    expect(refusal(await follow(link, browser(inbox)))).toEqual({ status: 401, code: 'token-invalid' });
  });

  it('voids the one made before it', async () => {
    const before = await inbox.accounts.firstNurseLink();
    await inbox.accounts.firstNurseLink();
    expect(refusal(await follow(before, browser(inbox)))).toEqual({ status: 401, code: 'token-invalid' });
  });

  it('is not made any more once somebody has an account', async () => {
    await nurse(inbox, 'Ana Invented');
    expect(await inbox.accounts.firstNurseLink()).toBeUndefined();
  });

  it('survives a password that is too short', async () => {
    const link = await inbox.accounts.firstNurseLink();
    expect(refusal(await follow(link, browser(inbox), { password: 'elevenchars' }))).toEqual({ status: 400, code: 'bad-request' });
    expect((await follow(link, browser(inbox))).statusCode).toBe(200);
  });

  it('leaves neither its token nor a password in the database', async () => {
    const link = (await inbox.accounts.firstNurseLink()) ?? '';
    const whole = (): string => inbox.database.serialize().toString('latin1');
    expect(whole()).not.toContain(new URL(link).hash.slice(1));
    await follow(link, browser(inbox));
    expect(whole()).toContain('ana@example.org');
    expect(whole()).not.toContain(password);
  });
});

describe('a colleague', () => {
  it('is let in by a link that a signed-in nurse makes', async () => {
    const ana = await nurse(inbox, 'Ana Invented');
    const { link }: { link: string } = (await ana.post('/staff/api/invitations')).json();
    const ben = browser(inbox);
    expect((await follow(link, ben, { name: 'Ben Invented', email: 'ben@example.org' })).statusCode).toBe(200);
    expect((await ben.get('/staff/api/me')).json()).toMatchObject({ name: 'Ben Invented' });
  });

  it('cannot take an e-mail address that has an account, and keeps the link', async () => {
    const ana = await nurse(inbox, 'Ana Invented');
    const { link }: { link: string } = (await ana.post('/staff/api/invitations')).json();
    expect(refusal(await follow(link, browser(inbox), { email: 'Ana.Invented@example.org' }))).toEqual({ status: 409, code: 'address-taken' });
    expect((await follow(link, browser(inbox), { email: 'ben@example.org' })).statusCode).toBe(200);
  });
});

describe('a nurse', () => {
  it('is found by her e-mail address, however it is written, under the id she signs in with', async () => {
    const ana = await nurse(inbox, 'Ana Invented');
    expect(await inbox.accounts.nurseWith('Ana.Invented@Example.org')).toEqual({ id: ana.id, name: 'Ana Invented' });
  });

  it('is not found by an address that nobody has', async () => {
    await nurse(inbox, 'Ana Invented');
    expect(await inbox.accounts.nurseWith('ana@example.org')).toBeUndefined();
  });

  it('is found at her own clinic only', async () => {
    await nurse(inbox, 'Ana Invented');
    inbox.database.prepare("UPDATE staff_user SET clinic = 'elsewhere'").run();
    expect(await inbox.accounts.nurseWith('ana.invented@example.org')).toBeUndefined();
  });
});

describe('signing in', () => {
  beforeEach(async () => {
    await nurse(inbox, 'Ana Invented');
  });

  it.each([
    ['a wrong password', { email: 'ana.invented@example.org', password: 'four other words here' }],
    ['an address nobody has', { email: 'nobody@example.org', password }],
  ])('is refused, in the same words, with %s', async (_what, sent) => {
    const answer = await browser(inbox).post(signIn, sent);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual({ error: { code: 'not-signed-in', message: 'The e-mail address or the password is wrong.' } });
  });

  it('is refused for a while after many wrong passwords, though the right one comes next', async () => {
    const eve = browser(inbox);
    for (let attempt = 0; attempt < 10; attempt++) await eve.post(signIn, { email: 'ana.invented@example.org', password: `guess number ${attempt}` });
    const answer = await eve.post(signIn, { email: 'ana.invented@example.org', password });
    expect(refusal(answer)).toEqual({ status: 429, code: 'too-many' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('counts each address by itself, whatever a caller says of its own', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await signInFrom('192.0.2.1');
    expect((await signInFrom('192.0.2.1')).statusCode).toBe(429);
    expect((await signInFrom('192.0.2.2')).statusCode).toBe(200);
  });

  it('sets a cookie that no script and no other site can use, and tells the page no token', async () => {
    const answer = await browser(inbox).post(signIn, { email: 'ana.invented@example.org', password });
    expect([answer.headers['set-cookie']].flat().join('\n')).toMatch(/^lean-forward\.session_token=[^;]+; Max-Age=43200; Path=\/staff; HttpOnly; SameSite=Strict$/);
    expect(answer.json()).toEqual({ ok: true });
  });

  it('is written into the audit', async () => {
    const ana = browser(inbox);
    await ana.post(signIn, { email: 'ana.invented@example.org', password });
    const { id }: { id: string } = (await ana.get('/staff/api/me')).json();
    expect(inbox.audit()).toEqual([{ who: id, did: 'signed-in', conversation: null }, { who: id, did: 'signed-in', conversation: null }]);
  });

  it('ends with signing out, for a copy of the cookie too', async () => {
    const ana = browser(inbox);
    await ana.post(signIn, { email: 'ana.invented@example.org', password });
    const cookie = ana.cookies();
    expect((await ana.post('/staff/api/auth/sign-out')).statusCode).toBe(200);
    expect((await inbox.server.inject({ url: '/staff/api/me', headers: { cookie } })).statusCode).toBe(401);
  });
});

it('says no more than that something went wrong when the database is gone', async () => {
  inbox.database.close();
  const answer = await browser(inbox).post(signIn, { email: 'ana@example.org', password });
  expect(refusal(answer)).toEqual({ status: 500, code: 'unexpected' });
});

describe('what the library could do besides', () => {
  it.each(['sign-up/email', 'request-password-reset', 'update-user', 'make-invitation', 'find-nurse'])('%s is no address here', async (path) => {
    const ana = await nurse(inbox, 'Ana Invented');
    expect((await ana.post(`/staff/api/auth/${path}`, { name: 'Eve', email: 'eve@example.org', password })).statusCode).toBe(404);
    expect((await inbox.server.inject({ url: `/staff/api/auth/${path}` })).statusCode).toBe(404);
  });
});
