import { describe, expect, it } from '@jest/globals';
import { after, newVisit, openIn, standingOf, type Happening, type Outgoing, type Visit } from '../../../src/browser/widget/visit/visit.ts';
import { activityFrom } from '../../../src/channels/web/activity.ts';
import type { ActivityGroup } from '../../../src/channels/web/wire.ts';
import type { Entry } from '../../../src/conversation/log.ts';
import type { Reply, Status } from '../../../src/conversation/reply.ts';
import { shipped } from '../../support/content.ts';

const yesOrNo = [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }];
const question: Reply = { type: 'ask', question: 'lean', kind: 'yes-no', section: 'Walking', text: 'Does leaning help?', options: yesOrNo, several: false, canSkip: false, hasWhy: false };
const alert: Reply = { type: 'alert', level: 'emergency', text: 'Call now.', options: [{ id: 'acknowledge', label: 'I understand' }, { id: 'person', label: 'Talk to a person' }] };
const yes: Outgoing = { id: 'c1', text: 'Yes', tapped: { question: 'lean', options: ['yes'] } };

function replied(reply: Reply, status: Status = 'open'): Entry {
  return { type: 'replied', line: { say: 'tell', key: 'invented' }, reply, place: { question: status === 'open' ? 'lean' : null, type: null, progress: { at: 2, of: 9 }, status, language: 'en' } };
}

function said({ id, text, tapped }: Outgoing): Entry {
  return { type: 'said', text, message: id, ...(tapped && { tapped: { question: tapped.question, options: [...tapped.options] } }) };
}

/** What the server sends of these entries, the first of which has the given number in the log. */
function received(from: number, ...entries: Entry[]): Happening {
  const activities = entries.flatMap(
    (entry, index) => activityFrom({ conversation: 'visit', user: 'dl_invented' }, { seq: from + index, at: '2026-11-22T09:00:00.000Z', entry }, shipped) ?? [],
  );
  const group: ActivityGroup = { activities, watermark: String(from + entries.length - 1) };
  return { type: 'received', group };
}

function through(...happenings: Happening[]): Visit {
  return happenings.reduce(after, newVisit);
}

function texts({ activities }: Visit): string[] {
  return activities.map(({ text }) => text.split('\n')[0] ?? '');
}

describe('what was said', () => {
  it('stands in the order of the log, each once, however it arrives', () => {
    const visit = through(received(5, said(yes)), received(1, replied({ type: 'tell', text: 'Hello' }), replied(question)), received(2, replied(question)));
    expect(texts(visit)).toEqual(['Hello', 'Does leaning help?', 'Yes']);
  });

  it('is on its way until it comes back from the log', () => {
    const sending = through({ type: 'sending', message: yes });
    expect(sending.sending).toEqual([yes]);
    expect(after(sending, received(3, said(yes)))).toMatchObject({ sending: [], unsent: [], activities: [{ text: 'Yes' }] });
  });

  it('that did not get through can be sent again, and is one message', () => {
    const unsent = through({ type: 'sending', message: yes }, { type: 'unsent', message: yes });
    expect(unsent).toMatchObject({ sending: [], unsent: [yes] });
    expect(after(unsent, { type: 'sending', message: yes })).toMatchObject({ sending: [yes], unsent: [] });
  });

  it('did get through if the log has it, although the answer to it was lost', () => {
    expect(through({ type: 'sending', message: yes }, received(3, said(yes)), { type: 'unsent', message: yes })).toMatchObject({ sending: [], unsent: [] });
    expect(through({ type: 'sending', message: yes }, { type: 'unsent', message: yes }, received(3, said(yes)))).toMatchObject({ sending: [], unsent: [] });
    expect(through({ type: 'unsent', message: yes }, received(3, said(yes)), { type: 'sending', message: yes })).toMatchObject({ sending: [], unsent: [] });
  });
});

describe('what is open', () => {
  const asked = through(received(1, replied({ type: 'tell', text: 'Hello' }), replied(question)));

  it('is the last question', () => {
    expect(openIn(asked)).toMatchObject({ activity: 'visit|0000002', question: 'lean', options: yesOrNo });
    expect(standingOf(asked)).toMatchObject({ progress: { at: 2, of: 9 }, status: 'open' });
  });

  it('is nothing while an answer is on its way, and the question again if it did not get through', () => {
    const sending = after(asked, { type: 'sending', message: yes });
    expect(openIn(sending)).toBeUndefined();
    expect(openIn(after(sending, { type: 'unsent', message: yes }))).toMatchObject({ question: 'lean' });
  });

  it('is nothing once the clinic has said something after the question', () => {
    expect(openIn(after(asked, received(3, said(yes), replied({ type: 'tell', text: 'Thank you.' }, 'handed-over'))))).toBeUndefined();
  });

  it('stays the question while a nurse writes', () => {
    const nurse: Entry = { type: 'nurse-said', staff: { id: 'n1', name: 'Nurse Invented' }, text: 'Hello' };
    expect(openIn(after(asked, received(3, nurse)))).toMatchObject({ question: 'lean' });
  });

  it('is an alert until each of its buttons was tapped, whatever is said in between', () => {
    const alerted = after(asked, received(3, replied(alert, 'emergency'), said({ id: 'c2', text: 'why?' }), replied({ type: 'tell', text: 'Call now.' }, 'emergency')));
    const { question: name } = openIn(alerted) ?? { question: '' };
    expect(openIn(alerted)?.options).toEqual(alert.options);
    const acknowledged = after(alerted, received(6, said({ id: 'c3', text: 'I understand', tapped: { question: name, options: ['acknowledge'] } })));
    expect(openIn(acknowledged)?.options).toEqual([{ id: 'person', label: 'Talk to a person' }]);
  });

  it('is nothing in a new conversation', () => {
    expect(openIn(after(asked, { type: 'started-anew' }))).toBeUndefined();
  });
});
