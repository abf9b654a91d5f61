import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anInbox, browser, nurse, patient, refusal, type Inbox } from './inbox.ts';
import type { CaseView, Queue } from '../../../src/staff/inbox/wire.ts';

const emergency = ['yes', 'yes'];
const sameDay = ['yes', 'unsure', 'talk to a person'];
const routine = ['yes', 'no', 'talk to a person'];
let inbox: Inbox;
beforeEach(async () => {
  inbox = await anInbox();
});
afterEach(() => inbox.server.close());

describe('without a session', () => {
  it.each([
    ['GET', '/staff/api/me'],
    ['GET', '/staff/api/cases'],
    ['GET', '/staff/api/cases/visit'],
    ['GET', '/staff/api/events'],
    ['POST', '/staff/api/cases/visit/claim'],
    ['POST', '/staff/api/cases/visit/release'],
    ['POST', '/staff/api/cases/visit/close'],
    ['POST', '/staff/api/cases/visit/say'],
    ['POST', '/staff/api/invitations'],
  ])('%s %s is refused', async (method, path) => {
    await patient(inbox, 'visit', ...emergency);
    const { get, post } = browser(inbox);
    expect(refusal(await (method === 'GET' ? get(path) : post(path, { text: 'Hello' })))).toEqual({ status: 401, code: 'not-signed-in' });
  });

  it('leaves no trace in the audit', async () => {
    await browser(inbox).get('/staff/api/cases');
    expect(inbox.audit()).toEqual([]);
  });

  it('a made-up cookie is no session', async () => {
    const answer = await inbox.server.inject({ url: '/staff/api/cases', headers: { cookie: 'lean-forward.session_token=made.up' } });
    expect(answer.statusCode).toBe(401);
  });
});

describe('the queue', () => {
  it('is ordered by urgency, not by arrival', async () => {
    await patient(inbox, 'routine', ...routine);
    await patient(inbox, 'same-day', ...sameDay);
    await patient(inbox, 'emergency', ...emergency);
    const ana = await nurse(inbox, 'Ana Invented');
    const { cases }: Queue = (await ana.get('/staff/api/cases')).json();
    expect(cases.map(({ conversation, urgency }) => [conversation, urgency])).toEqual([['emergency', 'emergency'], ['same-day', 'same-day'], ['routine', 'routine']]);
  });

  it('holds no conversation that is still under way', async () => {
    await patient(inbox, 'visit', 'yes', 'no');
    const ana = await nurse(inbox, 'Ana Invented');
    expect((await ana.get('/staff/api/cases')).json()).toMatchObject({ cases: [] });
  });
});

describe('a case', () => {
  it('has the summary, the text to copy and every word, markup as it was typed', async () => {
    await patient(inbox, 'visit', 'yes', 'no', '<script>alert(1)</script>', 'talk to a person');
    const ana = await nurse(inbox, 'Ana Invented');
    const view: CaseView = (await ana.get('/staff/api/cases/visit')).json();
    expect(view.summary).toMatchObject({ urgency: 'routine', reason: 'person', redFlags: { denied: [{ flag: 'ces_saddle' }] } });
    expect(view.text).toContain(view.summary.reference);
    expect(view.transcript.filter(({ by }) => by === 'patient').map((line) => ('text' in line ? line.text : ''))).toEqual(['yes', 'no', '<script>alert(1)</script>', 'talk to a person']);
  });

  it('that does not exist is not found', async () => {
    const ana = await nurse(inbox, 'Ana Invented');
    expect(refusal(await ana.get('/staff/api/cases/nowhere'))).toEqual({ status: 404, code: 'not-found' });
    expect(refusal(await ana.post('/staff/api/cases/nowhere/claim'))).toEqual({ status: 404, code: 'not-found' });
  });

  it('goes to one of two nurses who claim it at once, and the other reads who has it', async () => {
    await patient(inbox, 'visit', ...emergency);
    const ana = await nurse(inbox, 'Ana Invented');
    const nurses = [ana, await nurse(inbox, 'Ben Invented')];
    const answers = await Promise.all(nurses.map(({ post }) => post('/staff/api/cases/visit/claim')));
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const winner = answers[0]?.statusCode === 200 ? 'Ana Invented' : 'Ben Invented';
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toEqual({ error: { code: 'already-claimed', message: `${winner} has this case.` } });
    const { cases }: Queue = (await ana.get('/staff/api/cases')).json();
    expect(cases).toMatchObject([{ claimedBy: { name: winner } }]);
  });

  it('can be claimed by another nurse after it was released', async () => {
    await patient(inbox, 'visit', ...emergency);
    const [ana, ben] = [await nurse(inbox, 'Ana Invented'), await nurse(inbox, 'Ben Invented')];
    await ana.post('/staff/api/cases/visit/claim');
    expect((await ana.post('/staff/api/cases/visit/release')).statusCode).toBe(200);
    expect((await ben.post('/staff/api/cases/visit/claim')).statusCode).toBe(200);
  });

  it('leaves the queue when it is closed, and the patient is told', async () => {
    await patient(inbox, 'visit', ...emergency);
    const ana = await nurse(inbox, 'Ana Invented');
    const before = (await inbox.clinic.log('visit')).length;
    expect((await ana.post('/staff/api/cases/visit/close')).statusCode).toBe(200);
    expect((await ana.get('/staff/api/cases')).json()).toMatchObject({ cases: [] });
    expect((await inbox.clinic.log('visit', before)).map(({ entry }) => entry.type)).toEqual(['closed', 'replied']);
    expect(refusal(await ana.post('/staff/api/cases/visit/claim'))).toEqual({ status: 409, code: 'already-closed' });
  });

  it('carries a nurse’s words to the patient under her name', async () => {
    await patient(inbox, 'visit', ...emergency);
    const ana = await nurse(inbox, 'Ana Invented');
    expect((await ana.post('/staff/api/cases/visit/say', { text: ' Please call us. ' })).statusCode).toBe(200);
    expect((await inbox.clinic.log('visit')).at(-1)?.entry).toEqual({ type: 'nurse-said', staff: { id: ana.id, name: 'Ana Invented' }, text: 'Please call us.' });
  });
});

describe('a request that is not right', () => {
  it.each([
    ['no words', { text: '  ' }],
    ['too many words', { text: 'a'.repeat(4001) }],
    ['a stranger’s field', { text: 'Hello', staff: { id: 'x', name: 'x' } }],
    ['no JSON', '{'],
    ['a list', []],
  ])('is refused: %s', async (_what, body) => {
    await patient(inbox, 'visit', ...emergency);
    const ana = await nurse(inbox, 'Ana Invented');
    expect(refusal(await ana.post('/staff/api/cases/visit/say', body))).toEqual({ status: 400, code: 'bad-request' });
  });

  it.each([
    ['another site', { origin: 'https://evil.example.org' }, { status: 403, code: 'not-yours' }],
    ['no page at all', { origin: '' }, { status: 403, code: 'not-yours' }],
    ['a form', { 'content-type': 'text/plain' }, { status: 400, code: 'bad-request' }],
  ])('is refused from %s, and changes nothing', async (_whom, headers, expected) => {
    await patient(inbox, 'visit', ...emergency);
    const ana = await nurse(inbox, 'Ana Invented');
    expect(refusal(await ana.post('/staff/api/cases/visit/claim', {}, headers))).toEqual(expected);
    expect((await ana.get('/staff/api/cases')).json()).toMatchObject({ cases: [{ claimedBy: null }] });
  });
});

it('writes into the audit who read and did what', async () => {
  await patient(inbox, 'visit', ...emergency);
  const ana = await nurse(inbox, 'Ana Invented');
  await ana.get('/staff/api/cases');
  await ana.get('/staff/api/cases/visit');
  for (const act of ['claim', 'release', 'close']) await ana.post(`/staff/api/cases/visit/${act}`);
  const by = { who: ana.id, conversation: 'visit' };
  expect(inbox.audit()).toEqual([
    { who: ana.id, did: 'signed-in', conversation: null },
    { who: ana.id, did: 'read-queue', conversation: null },
    { ...by, did: 'read-case' },
    { ...by, did: 'claimed' },
    { ...by, did: 'released' },
    { ...by, did: 'closed' },
  ]);
});
