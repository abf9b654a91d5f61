import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { anInbox, nurse, patient, type Browser, type Inbox } from './inbox.ts';

let inbox: Inbox;
let address: string;
beforeEach(async () => {
  inbox = await anInbox();
  address = await inbox.server.listen({ port: 0 });
});
afterEach(() => inbox.server.close());

/** An open inbox: the lines of the event stream, as they come. */
async function watch({ cookies }: Browser): Promise<{ type: string | null; next: () => Promise<string>; leave: () => Promise<void> }> {
  const answer = await fetch(`${address}/staff/api/events`, { headers: { cookie: cookies() } });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const next = async (): Promise<string> => {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const event = rest.slice(0, end);
        rest = rest.slice(end + 2);
        return event;
      }
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done) return 'the end';
      rest += value;
    }
  };
  await next();
  return { type: answer.headers.get('content-type'), next, leave: async () => reader?.cancel() };
}

it('tells an open inbox of a new case by its conversation and nothing else', async () => {
  const { type, next } = await watch(await nurse(inbox, 'Ana Invented'));
  await patient(inbox, 'visit', 'yes', 'yes');
  expect(type).toBe('text/event-stream');
  expect(await next()).toBe('event: case\ndata: {"conversation":"visit"}');
});

it('tells every open inbox when a colleague claims, and when the patient writes again', async () => {
  await patient(inbox, 'visit', 'yes', 'yes');
  const [ana, ben] = [await nurse(inbox, 'Ana Invented'), await nurse(inbox, 'Ben Invented')];
  await ana.get('/staff/api/cases');
  const watching = await watch(ben);
  await ana.post('/staff/api/cases/visit/claim');
  expect(await watching.next()).toContain('"visit"');
  await inbox.clinic.receive('visit', { id: 'later', at: '2026-11-22T10:00:00Z', text: 'Are you there?' });
  expect(await watching.next()).toContain('"visit"');
});

it('keeps quiet about conversations that are not yet a case', async () => {
  const { next } = await watch(await nurse(inbox, 'Ana Invented'));
  await patient(inbox, 'under-way', 'yes', 'no');
  await patient(inbox, 'visit', 'yes', 'yes');
  expect(await next()).toContain('"visit"');
});

it('goes on for the others when one inbox is closed', async () => {
  const [ana, ben] = [await watch(await nurse(inbox, 'Ana Invented')), await watch(await nurse(inbox, 'Ben Invented'))];
  await ana.leave();
  await patient(inbox, 'visit', 'yes', 'yes');
  expect(await ben.next()).toContain('"visit"');
});

it('ends when the server stops, so that it can stop', async () => {
  const { next } = await watch(await nurse(inbox, 'Ana Invented'));
  await inbox.server.close();
  expect(await next()).toBe('the end');
});
