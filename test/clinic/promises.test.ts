import { beforeEach, describe, expect, it } from '@jest/globals';
import { promisesIn, type Audience } from '../../src/clinic/promises.ts';
import type { Clinic } from '../../src/clinic.ts';
import type { ChannelName, Entry } from '../../src/conversation/log.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Promised } from '../../src/store/store.ts';
import { aClinic } from '../support/clinic.ts';
import { contentWith } from '../support/content.ts';

const content = contentWith();
const ana = { id: 'ana', name: 'Ana Invented' };
const everyone: Audience = { patients: true, nurses: true };
let said = 0;
let steps: { promised: Promised[]; entries: string[] }[];
beforeEach(() => {
  steps = [];
});

/** A clinic that writes down what each step promises. */
function listening(audience: Audience): Clinic {
  const promises: NonNullable<Parameters<typeof aClinic>[0]>['promises'] = (happening) => {
    const promised = promisesIn(happening, audience);
    steps.push({ promised, entries: happening.rows.map(({ seq, entry }) => `${seq} ${kindOf(entry)}`) });
    return promised;
  };
  return aClinic({ content, store: openSqlite(':memory:').store, promises }).clinic;
}

function kindOf(entry: Entry): string {
  return entry.type === 'replied' ? entry.reply.type : entry.type;
}

async function visit(clinic: Clinic, channel: ChannelName, ...texts: string[]): Promise<void> {
  await clinic.open('visit', { user: 'invented', channel, language: 'en' });
  for (const text of texts) await say(clinic, text);
}

async function say(clinic: Clinic, text: string): Promise<void> {
  said += 1;
  await clinic.receive('visit', { id: `m-${said}`, at: '2026-11-22T09:00:00Z', text });
}

/** The last step: each promise beside the row it shows, and how far it must know. */
function last(): { entries: string[]; promised: string[] } {
  const step = steps.at(-1);
  return { entries: step?.entries ?? [], promised: step?.promised.map(({ key, of, seq }) => `${key} of ${of} at ${seq}`) ?? [] };
}

describe('to a patient in Teams', () => {
  it('every reply is promised', async () => {
    await visit(listening(everyone), 'teams');
    expect(last()).toEqual({ entries: ['1 opened', '2 tell', '3 ask'], promised: ['reply:visit:2 of 2 at 3', 'reply:visit:3 of 3 at 3'] });
  });

  it('an answered question is promised anew, so that its buttons go', async () => {
    await visit(listening(everyone), 'teams', 'yes');
    expect(last()).toEqual({ entries: ['4 said', '5 answered', '6 ask'], promised: ['reply:visit:3 of 3 at 6', 'reply:visit:6 of 6 at 6'] });
  });

  it('a question that is asked again leaves one card with buttons', async () => {
    await visit(listening(everyone), 'teams', 'something else entirely');
    expect(last()).toEqual({ entries: ['4 said', '5 tell', '6 ask'], promised: ['reply:visit:3 of 3 at 6', 'reply:visit:5 of 5 at 6', 'reply:visit:6 of 6 at 6'] });
  });

  it('the last question loses its buttons when a nurse takes over', async () => {
    await visit(listening({ patients: true, nurses: false }), 'teams', 'yes', 'no', 'talk to a person');
    expect(last().entries).toEqual(['10 said', '11 handed-over', '12 tell']);
    expect(last().promised).toEqual(['reply:visit:9 of 9 at 12', 'reply:visit:12 of 12 at 12']);
  });

  it('an alert keeps its buttons until it is acknowledged', async () => {
    const clinic = listening({ patients: true, nurses: false });
    await visit(clinic, 'teams', 'yes', 'yes');
    expect(last()).toMatchObject({ entries: ['7 said', '8 answered', '9 flagged', '10 handed-over', '11 alert'], promised: ['reply:visit:6 of 6 at 11', 'reply:visit:11 of 11 at 11'] });
    await say(clinic, 'what now?');
    expect(last().promised).toEqual(['reply:visit:13 of 13 at 13']);
    await say(clinic, 'I understand');
    expect(last()).toEqual({ entries: ['14 said', '15 acknowledged', '16 tell'], promised: ['reply:visit:11 of 11 at 16', 'reply:visit:16 of 16 at 16'] });
  });

  it("a nurse's words are promised", async () => {
    const clinic = listening({ patients: true, nurses: false });
    await visit(clinic, 'teams', 'yes', 'no', 'talk to a person');
    await clinic.nurseSays('visit', ana, 'Hello, this is Ana.');
    expect(last()).toEqual({ entries: ['13 nurse-said'], promised: ['reply:visit:13 of 13 at 13'] });
  });

  it('nothing is promised of what she does not see', async () => {
    const clinic = listening({ patients: true, nurses: false });
    await visit(clinic, 'teams', 'yes', 'no', 'talk to a person');
    await clinic.claim('visit', ana);
    expect(last()).toEqual({ entries: ['13 claimed'], promised: [] });
  });
});

describe('to a patient elsewhere', () => {
  it.each(['web', 'terminal'] as const)('nothing is promised (%s)', async (channel) => {
    await visit(listening({ patients: true, nurses: false }), channel, 'yes', 'yes', 'I understand');
    expect(steps.flatMap(({ promised }) => promised)).toEqual([]);
  });
});

describe("to the nurses' channel", () => {
  const nurses: Audience = { patients: false, nurses: true };

  it('the card of a case is promised when the case begins, from any channel', async () => {
    const clinic = listening(nurses);
    await visit(clinic, 'web', 'yes', 'no');
    expect(steps.flatMap(({ promised }) => promised)).toEqual([]);
    await say(clinic, 'talk to a person');
    expect(steps.at(-1)?.promised).toEqual([{ key: 'case:visit', kind: 'card', of: 11, seq: 12 }]);
  });

  it('the same card is promised anew when it is claimed, released and closed, and not for what is said', async () => {
    const clinic = listening(nurses);
    await visit(clinic, 'web', 'yes', 'no', 'talk to a person');
    for (const act of ['claim', 'nurseSays', 'release', 'close'] as const) await clinic[act]('visit', ana, 'Hello, this is Ana.');
    expect(steps.slice(-4).map(({ entries, promised }) => [entries[0], promised.map(({ key }) => key)])).toEqual([
      ['13 claimed', ['case:visit']],
      ['14 nurse-said', []],
      ['15 released', ['case:visit']],
      ['16 closed', ['case:visit']],
    ]);
  });

  it('the card is promised anew when the case becomes more urgent', async () => {
    const clinic = listening(nurses);
    await visit(clinic, 'web', 'yes', 'no', 'talk to a person');
    await say(clinic, 'I can not control my bladder any more since this morning, and I am numb between my legs');
    expect(last().entries).toContain('14 flagged');
    expect(last().promised.map((promised) => promised.split(' ')[0])).toEqual(['case:visit']);
  });
});

it('a clinic that promises nothing keeps no errands', async () => {
  const { clinic, store } = aClinic({ content });
  await visit(clinic, 'teams', 'yes', 'yes');
  expect(await store.errands(content.card.id)).toEqual([]);
});

it('what is promised is kept with the rows', async () => {
  const { clinic, store } = aClinic({ content, promises: (happening) => promisesIn(happening, everyone) });
  await visit(clinic, 'teams', 'yes', 'yes');
  const kept = await store.errands(content.card.id, 'visit');
  expect(kept.map(({ key }) => key).toSorted()).toEqual(['case:visit', 'reply:visit:11', 'reply:visit:2', 'reply:visit:3', 'reply:visit:6']);
});
