import { describe, expect, it } from '@jest/globals';
import type { Entry } from '../../src/conversation/log.ts';
import { standingOf } from '../../src/conversation/status.ts';
import { problemsIn } from '../../src/dialog/check.ts';
import type { Page, RedFlag } from '../../src/dialog/schema.ts';
import { aClinic } from '../support/clinic.ts';
import { contentWith } from '../support/content.ts';
import { withNew, withQuestion } from '../support/edit.ts';
import { smallPages } from '../support/pages.ts';

const visit = 'c-1';
const nurse = { id: 'n-1', name: 'Nora Example, RN' };
const pages = smallPages();
const atName = ['yes', 'no', 'yes', '4', 'injections', 'yes', '2'];
const fallen = { id: 'fallen', ask: 'Have you fallen?', short: 'Falls', type: 'yes-no' } as const;

/** A conversation under the pages as they were, then a start of the program under other pages; and what is to be seen of it. */
async function afterEdit(edit: (pages: readonly Page[]) => Page[], ...said: string[]) {
  const now = edit(pages);
  const begun = contentWith(now);
  expect(problemsIn(now, begun.safety)).toEqual([]);
  const { clinic: before, store } = aClinic({ content: contentWith(pages) });
  await before.open(visit, { user: 'invented', channel: 'web', language: 'en' });
  const { clinic, failures } = aClinic({ content: begun, store });
  let sent = 0;
  const write = async (words: string, to = clinic): Promise<void> => void (await to.receive(visit, { id: `m${sent++}`, at: '2026-11-22T09:00:00Z', text: words }));
  for (const words of said) await write(words, before);
  const { length } = await store.read(begun.card.id, visit);
  await clinic.reconsider();
  const since = async (): Promise<Entry[]> => (await clinic.log(visit, length)).map(({ entry }) => entry);
  const standing = async () => standingOf(await clinic.log(visit), begun);
  return {
    clinic,
    failures,
    write,
    since,
    standing,
    /** What the patient has been shown since the start. */
    shown: async (): Promise<string[]> => linesIn(await since()),
    /** The open question, or how the conversation ended. */
    at: async (): Promise<string> => {
      const { status, walk } = await standing();
      return status === 'open' && walk.rest.at === 'question' ? walk.rest.item.id : status;
    },
    held: async (): Promise<string[]> => [...(await standing()).held.keys()],
    summary: async () => (await clinic.caseFile(visit, nurse))?.summary,
    text: async () => (await clinic.caseFile(visit, nurse))?.text,
  };
}

const linesIn = (entries: readonly Entry[]): string[] => entries.flatMap((entry) => (entry.type === 'replied' ? ['key' in entry.line ? entry.line.key : entry.line.say] : []));

const reword = (was: readonly Page[]): Page[] => withQuestion(was, 'walking', { ask: 'Does it hurt to walk?' });
const askEverybody = (was: readonly Page[]): Page[] => withQuestion(was, 'blocks', { onlyIf: [{ walking: ['yes', 'no', 'unsure'] }] });
const raise = (level: RedFlag['level']) => (was: readonly Page[]): Page[] =>
  withQuestion(was, 'helped', { redFlags: [{ when: [{ helped: 'yes' }], level, flag: 'infection', because: 'Better after a shot' }] });

describe('pages that did not change', () => {
  it('leave every conversation as it is', async () => {
    const { since, at } = await afterEdit((same) => [...same], ...atName);
    expect(await since()).toEqual([]);
    expect(await at()).toBe('full_name');
  });
});

describe('a question added before the place', () => {
  it('is asked first, said to be new, and the place is found again', async () => {
    const { shown, at, write, held } = await afterEdit((was) => withNew(was, 'walking', fallen), ...atName);
    expect(await shown()).toEqual(['pages-changed', 'ask']);
    expect(await at()).toBe('fallen');
    await write('no');
    expect(await at()).toBe('full_name');
    expect(await held()).toEqual(['consent', 'numb', 'walking', 'blocks', 'tried', 'helped:esi', 'count:esi', 'fallen']);
  });
});

describe('a question added after the place', () => {
  it('is asked in its turn, and nothing is said before', async () => {
    const { since, at, write } = await afterEdit((was) => withNew(was, 'full_name', fallen), 'yes', 'no');
    expect(await since()).toEqual([]);
    expect(await at()).toBe('walking');
    for (const words of ['no', 'none of these']) await write(words);
    expect(await at()).toBe('fallen');
  });
});

describe('a question that is gone', () => {
  it('leaves its answer in the log and with the nurse, as no longer asked', async () => {
    const { since, at, write, held, summary, text } = await afterEdit((was) => withQuestion(was, 'blocks', null), 'yes', 'no', 'yes', '4');
    expect(await since()).toEqual([]);
    expect(await at()).toBe('tried');
    expect(await held()).toContain('blocks');
    await write('person');
    expect((await summary())?.noLongerAsked).toEqual([{ question: 'blocks', asked: 'How many blocks can you walk?', answer: '4', words: '4' }]);
    expect(await text()).toContain('no longer asked\n  How many blocks can you walk? 4');
  });

  it('while it is being asked gives way to the next one', async () => {
    const { shown, at } = await afterEdit((was) => withQuestion(was, 'blocks', null), 'yes', 'no', 'yes');
    expect(await shown()).toEqual(['pages-changed', 'ask']);
    expect(await at()).toBe('tried');
  });
});

describe('a reworded question', () => {
  it('is asked again with a kind sentence, and every later answer is kept', async () => {
    const { shown, at, write } = await afterEdit(reword, ...atName);
    expect(await shown()).toEqual(['asked-again', 'ask']);
    expect(await at()).toBe('walking');
    await write('yes');
    expect(await at()).toBe('full_name');
  });

  it('is shown in its new words to whoever has not answered it yet', async () => {
    const { shown, at } = await afterEdit(reword, 'yes', 'no');
    expect(await shown()).toEqual(['pages-changed', 'ask']);
    expect(await at()).toBe('walking');
  });

  it('is asked again when only the words for a helper changed', async () => {
    const { shown } = await afterEdit((was) => withQuestion(was, 'walking', { askCarer: 'Does it hurt them to walk?' }), ...atName);
    expect(await shown()).toEqual(['asked-again', 'ask']);
  });

  it('hides nothing of what was said after it from the nurse', async () => {
    const { summary, since, clinic } = await afterEdit(reword, ...atName, 'Ann Example', 'send to the clinic');
    expect(await since()).toEqual([]);
    expect((await clinic.queue(nurse))[0]?.label).toBe('Ann Example');
    const read = await summary();
    expect(read?.who.name).toBe('Ann Example');
    expect(read?.sections.flatMap(({ rows }) => rows.map(({ question }) => question))).toEqual(['consent', 'numb', 'tried', 'helped:esi', 'count:esi', 'full_name']);
    expect(read?.noLongerAsked.map(({ question, asked }) => [question, asked])).toEqual([['walking', 'Does walking hurt?'], ['blocks', 'How many blocks can you walk?']]);
  });
});

describe('an option that is no longer offered', () => {
  const options = [{ id: 'pt', label: 'Physical therapy' }, { id: 'none', label: 'None of these', exclusive: true }];

  it('makes the question be asked again, and what hung on it is no longer asked', async () => {
    const { shown, at, write, summary } = await afterEdit((was) => withQuestion(withQuestion(was, 'tried', { options }), 'count', { onlyIf: [{ each: 'pt', helped: 'yes' }] }), ...atName);
    expect(await shown()).toEqual(['asked-again', 'ask']);
    expect(await at()).toBe('tried');
    await write('none of these');
    expect(await at()).toBe('full_name');
    await write('person');
    expect((await summary())?.noLongerAsked.map(({ asked, answer }) => [asked, answer])).toEqual([['Did it help: Injections?', 'yes'], ['How often: Injections?', '2']]);
  });
});

describe('a skip rule that changed', () => {
  it('asks whoever it had skipped, and only them', async () => {
    const skipped = await afterEdit(askEverybody, 'yes', 'no', 'no', 'none of these');
    expect(await skipped.at()).toBe('blocks');
    const asked = await afterEdit(askEverybody, ...atName);
    expect(await asked.since()).toEqual([]);
  });

  it('keeps an answer that it would now skip, for the nurse', async () => {
    const { at, write, summary } = await afterEdit((was) => withQuestion(was, 'blocks', { onlyIf: [{ walking: ['unsure'] }] }), ...atName);
    expect(await at()).toBe('full_name');
    await write('person');
    expect((await summary())?.noLongerAsked).toMatchObject([{ question: 'blocks', answer: '4' }]);
  });
});

describe('a question that may no longer be skipped', () => {
  it('is asked again of whoever skipped it', async () => {
    const { shown, at } = await afterEdit((was) => withQuestion(was, 'blocks', { optional: false }), 'yes', 'no', 'yes', 'skip', 'none of these');
    expect(await shown()).toEqual(['asked-again', 'ask']);
    expect(await at()).toBe('blocks');
  });
});

describe('a rule to stop that is new', () => {
  it('stops an open conversation politely', async () => {
    const { shown, at } = await afterEdit((was) => withQuestion(was, 'walking', { stopIf: { when: [{ walking: 'no' }], say: 'We stop here.' } }), 'yes', 'no', 'no');
    expect(await shown()).toEqual(['stop']);
    expect(await at()).toBe('stopped');
  });
});

describe('a new red flag', () => {
  it('of level emergency reaches an open conversation at start: the nurse has it, and the patient sees it on return', async () => {
    const { shown, since, at, clinic, summary } = await afterEdit(raise('emergency'), ...atName);
    expect(await shown()).toEqual(['alert']);
    expect((await since()).map(({ type }) => type)).toEqual(['flagged', 'handed-over', 'replied']);
    expect(await at()).toBe('emergency');
    expect(await clinic.queue(nurse)).toMatchObject([{ conversation: visit, urgency: 'emergency' }]);
    expect((await summary())?.redFlags.positive).toMatchObject([{ flag: 'infection', level: 'emergency', because: 'Better after a shot' }]);
  });

  it('of level same-day is told to the patient, who goes on where the questions were', async () => {
    const { shown, at, standing } = await afterEdit(raise('same-day'), ...atName);
    expect(await shown()).toEqual(['alert', 'ask']);
    expect(await at()).toBe('full_name');
    expect((await standing()).urgency).toBe('same-day');
  });

  it('that is a note only is kept for the nurse, without a word to the patient', async () => {
    const { since } = await afterEdit(raise('note'), ...atName);
    expect(await since()).toMatchObject([{ type: 'flagged', level: 'note' }]);
  });

  it('moves a case that already waits for a nurse up the queue', async () => {
    const { shown, clinic, at } = await afterEdit(raise('emergency'), ...atName, 'Ann Example', 'send to the clinic');
    expect(await shown()).toEqual(['alert']);
    expect(await at()).toBe('emergency');
    expect(await clinic.queue(nurse)).toMatchObject([{ urgency: 'emergency', label: 'Ann Example' }]);
  });

  it('is found beyond a question that has to be asked again', async () => {
    const { at } = await afterEdit((was) => withQuestion(raise('emergency')(was), 'consent', { ask: 'May we ask you something?' }), ...atName);
    expect(await at()).toBe('emergency');
  });

  it('is raised once, however often the program starts', async () => {
    const { clinic, since } = await afterEdit(raise('emergency'), ...atName);
    const once = await since();
    await clinic.reconsider();
    expect(await since()).toEqual(once);
  });

  it.each([['stopped', ['no']], ['closed', [...atName, 'person']]] as const)('does not open a conversation again that is %s', async (status, said) => {
    const { clinic, since, at } = await afterEdit((was) => [...was], ...said);
    if (status === 'closed') await clinic.close(visit, nurse);
    const before = await since();
    await clinic.reconsider();
    expect([await at(), await since()]).toEqual([status, before]);
  });
});

describe('a conversation that can not be read', () => {
  it('is reported, and keeps no other from being reconsidered', async () => {
    const { store, clinic, failures } = aClinic({ content: contentWith(pages) });
    for (const id of ['a', 'b', 'c']) await clinic.open(id, { user: 'invented', channel: 'web', language: 'en' });
    const broken = { ...store, read: async (of: string, id: string) => (id === 'b' ? Promise.reject(new Error('unreadable')) : store.read(of, id)) };
    const next = aClinic({ content: contentWith(withNew(pages, 'consent', fallen)), store: broken });
    await next.clinic.reconsider();
    expect([failures, next.failures]).toEqual([[], [new Error('unreadable')]]);
    for (const id of ['a', 'c']) expect((await clinic.log(id)).at(-1)?.entry).toMatchObject({ type: 'replied', line: { question: 'fallen' } });
  });
});
