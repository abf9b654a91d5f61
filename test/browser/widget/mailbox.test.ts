import { describe, expect, it } from '@jest/globals';
import type { Sent } from '../../../src/browser/widget/visit/directline.ts';
import { type Mailbox, makeMailbox, type Refusal } from '../../../src/browser/widget/visit/mailbox.ts';
import { after, newVisit, type Outgoing, type Visit } from '../../../src/browser/widget/visit/visit.ts';

const walk: Outgoing = { id: 'c1', text: 'I can walk to the gate.' };
const sit: Outgoing = { id: 'c2', text: 'Then I sit.' };
const yes: Outgoing = { id: 'c3', text: 'Yes', tapped: { question: 'lean', options: ['yes'] } };
const no: Outgoing = { id: 'c4', text: 'No', tapped: { question: 'lean', options: ['no'] } };

/** A mailbox, what arrived at the clinic, and what the page shows; the clinic answers as told. */
function aMailbox(answer: (message: Outgoing) => Sent): { mailbox: Mailbox; arrived: string[]; refusals: Refusal[]; visit: () => Visit; settled: () => Promise<void> } {
  const arrived: string[] = [];
  const refusals: Refusal[] = [];
  let visit = newVisit;
  const mailbox = makeMailbox({
    async send(message) {
      const sent = answer(message);
      if (sent.ok) arrived.push(message.id);
      return sent;
    },
    happen(happening) {
      visit = after(visit, happening);
    },
    refused: (why) => refusals.push(why),
  });
  return { mailbox, arrived, refusals, visit: () => visit, settled: () => new Promise((resolve) => setImmediate(resolve)) };
}

describe('what the patient writes', () => {
  it('is sent in the order it was written', async () => {
    const { mailbox, arrived } = aMailbox(() => ({ ok: true }));
    expect(await Promise.all([mailbox.post(walk), mailbox.post(sit)])).toEqual([true, true]);
    expect(arrived).toEqual(['c1', 'c2']);
  });

  it('is kept while the clinic can not be reached, and sent in order once it can', async () => {
    let up = false;
    const { mailbox, arrived, visit, settled } = aMailbox(() => (up ? { ok: true } : { ok: false, why: 'unreachable' }));
    expect(await mailbox.post(walk)).toBe(true);
    expect(await mailbox.post(sit)).toBe(true);
    expect(visit()).toMatchObject({ unsent: [walk, sit], sending: [] });
    up = true;
    mailbox.again();
    await settled();
    expect(arrived).toEqual(['c1', 'c2']);
    expect(visit().unsent).toEqual([]);
  });

  it('never overtakes what was written before it', async () => {
    let up = false;
    const { mailbox, arrived } = aMailbox(() => (up ? { ok: true } : { ok: false, why: 'unreachable' }));
    await mailbox.post(walk);
    up = true;
    await mailbox.post(sit);
    expect(arrived).toEqual(['c1', 'c2']);
  });

  it('that the clinic refuses for good is given back, and holds up nothing', async () => {
    const { mailbox, arrived, refusals, visit } = aMailbox(({ id }) => (id === 'c1' ? { ok: false, why: 'too-large' } : { ok: true }));
    expect(await Promise.all([mailbox.post(walk), mailbox.post(sit)])).toEqual([false, true]);
    expect([arrived, refusals, visit().unsent]).toEqual([['c2'], ['too-large'], []]);
  });

  it('is the second tap alone, where the first one under the same question was never sent', async () => {
    let up = false;
    const { mailbox, arrived, settled } = aMailbox(() => (up ? { ok: true } : { ok: false, why: 'unreachable' }));
    await mailbox.post(walk);
    await mailbox.post(yes);
    await mailbox.post(no);
    up = true;
    mailbox.again();
    await settled();
    expect(arrived).toEqual(['c1', 'c4']);
  });
});
