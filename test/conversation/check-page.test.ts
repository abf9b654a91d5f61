import { describe, expect, it } from '@jest/globals';
import { voiceOf } from '../../src/conversation/content.ts';
import { summarise } from '../../src/handoff/summary.ts';
import { shipped } from '../support/content.ts';
import { entriesOf, open, say, talk, type Talk } from '../support/talk.ts';
import { goOn } from '../support/visitor.ts';

const check = 'check_answers';
const thinner = { blood_thinner: 'yes', blood_thinner_names: 'Eliquis', blood_thinner_reason: 'heart rhythm', blood_thinner_doctor: 'skip', goals: 'skip' };
const atCheck = goOn(talk(shipped), check, thinner);

/** The rows of the check page as last shown: the answer by question. */
function rows(visit: Talk): Record<string, string> {
  const reply = entriesOf(visit, 'replied').at(-1)?.reply;
  if (reply?.type !== 'check') throw new Error('The check page is shown.');
  return Object.fromEntries(reply.sections.flatMap((section) => section.rows.map(({ question, answer }) => [question, answer])));
}

/** Taps "Change" beside an answer. */
function change(visit: Talk, question: string): Talk {
  return say(visit, 'Change', shipped, `${question}=change`);
}

describe('the check page', () => {
  it('shows every question that was asked, once, by section', () => {
    const asked = new Set(entriesOf(atCheck, 'answered').map(({ question }) => question));
    expect(new Set(Object.keys(rows(atCheck)))).toEqual(asked);
  });

  it('reads "Not provided" where an optional question was left out, and so does the nurse’s page', () => {
    expect(rows(atCheck)).toMatchObject({ blood_thinner_doctor: 'Not provided', goals: 'Not provided' });
    const sent = say(atCheck, 'Send to the clinic', shipped);
    const log = sent.entries.map((entry, index) => ({ seq: index + 1, at: '2026-11-22T09:00:00Z', entry }));
    const summary = summarise({ conversation: 'invented', log, content: shipped, voice: voiceOf(shipped, 'en'), today: '2026-11-22' });
    const goals = summary.sections.flatMap((section) => section.rows).find(({ question }) => question === 'goals');
    expect(goals).toMatchObject({ answer: 'Not provided', how: 'skipped' });
  });

  it('has a button that says what it does, and sends only with it', () => {
    const reply = entriesOf(atCheck, 'replied').at(-1)?.reply;
    expect(reply?.type === 'check' && reply.options.map(({ label }) => label)).toEqual(['Send to the clinic', 'Change an answer']);
    expect(entriesOf(atCheck, 'handed-over')).toEqual([]);
    expect(entriesOf(say(atCheck, 'Send to the clinic', shipped), 'handed-over')).toHaveLength(1);
  });

  it('comes back at once after a change that asks for nothing more, without what is no longer needed', () => {
    const changed = say(change(atCheck, 'blood_thinner'), 'no', shipped);
    expect(open(changed)).toBe(check);
    expect(Object.keys(rows(atCheck)).filter((question) => !(question in rows(changed)))).toEqual(['blood_thinner_names', 'blood_thinner_reason', 'blood_thinner_doctor', 'medications']);
    expect(changed.standing.walk.answers).not.toHaveProperty('blood_thinner_names');
  });

  it('takes up answers given before when a change makes them necessary again', () => {
    const no = say(change(atCheck, 'blood_thinner'), 'no', shipped);
    const yes = say(change(no, 'blood_thinner'), 'yes', shipped);
    expect(open(yes)).toBe(check);
    expect(rows(yes)).toEqual(rows(atCheck));
  });

  it('asks only what a change has made necessary, in order, and comes back', () => {
    const changing = change(atCheck, 'worse_standing_walking');
    const asked: string[] = [];
    let visit = say(changing, 'yes', shipped);
    while (open(visit) !== check && asked.length < 10) {
      asked.push(open(visit));
      visit = say(visit, open(visit) === 'stand_tolerance' ? '10 minutes' : 'yes', shipped);
    }
    expect(asked).toEqual(['worse_standing', 'shopping_cart', 'relief_standing_still', 'stand_tolerance', 'smoker']);
    expect(rows(visit)).toMatchObject({ worse_standing_walking: 'Yes', stand_tolerance: 'about 10 minutes' });
  });

  it('lets a change raise a warning sign, and then asks no more', () => {
    const listed = say(change(atCheck, 'safety_cauda'), 'Leaking urine, or can not tell if the bladder is full', shipped);
    expect(open(listed)).toBe('rf_bladder');
    expect(open(say(listed, 'yes', shipped))).toBe('emergency');
  });

  it('asks back whether to send, where the words say more than that', () => {
    for (const text of ['looks good, send it', 'all correct, please send it']) {
      const asked = say(atCheck, text, shipped);
      expect([text, entriesOf(asked, 'handed-over')]).toEqual([text, []]);
      expect([text, entriesOf(say(asked, 'yes', shipped), 'handed-over')]).toEqual([text, [expect.objectContaining({ reason: 'finished' })]]);
    }
  });

  it('takes the new answer at once where the message tells it, and shows the page again', () => {
    const visit = say(atCheck, 'change my phone number to 608-555-0199', shipped);
    expect(open(visit)).toBe(check);
    expect(rows(visit)['phone']).toContain('555-0199');
    expect(entriesOf(visit, 'retracted').at(-1)).toMatchObject({ questions: ['phone'], because: 'change' });
  });

  it('replaces nothing with what is only told beside the answers', () => {
    for (const text of ['my neighbor has had it 10 years', 'I hope to walk a mile again']) expect([text, entriesOf(say(atCheck, text, shipped), 'answered').length]).toEqual([text, entriesOf(atCheck, 'answered').length]);
  });

  it('takes back the answer that is named in plain words, and asks which one where the words fit several', () => {
    for (const text of ['my name is Anne not Ann', 'the name should be Robert Smith', 'it is Robert, the name']) expect([text, open(say(atCheck, text, shipped))]).toEqual([text, 'full_name']);
    expect(open(say(atCheck, 'change the name of the blood thinner', shipped))).toBe('blood_thinner_names');
    for (const text of ['change my pain', 'it should be Robert Smith']) expect([text, open(say(atCheck, text, shipped))]).toEqual([text, check]);
    const spanish = say(atCheck, 'español', shipped);
    for (const [text, question] of Object.entries({ 'mi nombre es Ana, no Ann': 'full_name', 'el telefono esta mal': 'phone' })) expect([text, open(say(spanish, text, shipped))]).toEqual([text, question]);
  });
});
