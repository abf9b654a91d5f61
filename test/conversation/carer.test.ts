import { describe, expect, it } from '@jest/globals';
import { answerText } from '../../src/conversation/answer.ts';
import { voiceOf } from '../../src/conversation/content.ts';
import type { EntryOf } from '../../src/conversation/log.ts';
import { summarise } from '../../src/handoff/summary.ts';
import { summaryText } from '../../src/handoff/text.ts';
import { shipped } from '../support/content.ts';
import { entriesOf, lines, say, shown, talk } from '../support/talk.ts';
import { goOn } from '../support/visitor.ts';

const voice = voiceOf(shipped, 'en');
const carer = talk(shipped, 'I am here for someone else');

/** What the daughter writes, where a tap on what changes least is not it. */
const daughter: Readonly<Record<string, string>> = {
  safety_back: 'cancer, now or in the past',
  treatments_tried: 'physical therapy, gabapentin, epidural steroid shot',
  carer_name: 'Ruth Example',
  carer_relation: 'son or daughter',
  full_name: 'Henry Example',
};

describe('somebody who answers for the patient', () => {
  const visit = goOn(carer, 'the end', daughter);

  it('is asked every question in the words for them, the consent first', () => {
    const asked = entriesOf(visit, 'replied').filter(({ line }) => line.say === 'ask' || line.say === 'check');
    expect(visit.standing.status).toBe('handed-over');
    expect(asked.length).toBeGreaterThan(35);
    for (const { line, reply } of asked.slice(1)) {
      const item = 'question' in line ? shipped.dialog.byId.get(line.question) : undefined;
      expect(reply.text).toBe(voice.fill(item?.question.askCarer ?? '', { each: item?.each?.option.label ?? '' }));
    }
    expect(asked[1]?.reply.text).toContain('OK with the patient that you answer for them');
  });

  it('is told of a warning sign in words about the patient', () => {
    const alert = entriesOf(visit, 'replied').find(({ reply }) => reply.type === 'alert');
    expect(alert?.reply.text).toContain('take them to an emergency room');
  });

  it('is named in the log with each answer, and on the nurse’s page with name and relation', () => {
    const [first, ...others] = entriesOf(visit, 'answered').map(({ question, by }) => `${question} ${by}`);
    expect(first).toBe('respondent patient');
    expect(others.filter((answer) => !answer.endsWith(' carer'))).toEqual([]);
    const log = visit.entries.map((entry, index) => ({ seq: index + 1, at: '2026-11-22T09:00:00Z', entry }));
    const summary = summarise({ conversation: 'invented', log, content: shipped, voice, today: '2026-11-22' });
    expect(summary.who).toMatchObject({ name: 'Henry Example', answeredBy: 'carer', carer: { name: 'Ruth Example', relation: 'Son or daughter' } });
    expect(summaryText(summary, voice)).toContain('Answered for the patient by Ruth Example (relation: Son or daughter).');
  });

  it('is not taken for the patient when the chat has ended', () => {
    expect(shown(visit).at(-1)).toContain('speak with you or the patient today');
    expect(shown(say(carer, 'person', shipped)).join(' ')).toContain("the patient's name");
    const alarmed = say(carer, 'he has crushing chest pain right now', shipped);
    expect(shown(alarmed)[0]).toContain('take them to the nearest emergency room');
    const understood = say(alarmed, 'I understand', shipped);
    expect(lines(understood)).toEqual(['acknowledged']);
    expect(shown(understood)[0]).toContain("the patient's name");
  });

  it('reads the usual words again after saying that it is about themselves after all', () => {
    const self = say(say(carer, 'back', shipped), 'It is about me', shipped);
    const asked: EntryOf<'replied'> | undefined = entriesOf(self, 'replied').at(-1);
    expect(asked?.line).toMatchObject({ say: 'ask', question: 'consent', carer: false });
  });
});

describe('what a helper reads', () => {
  it('has no option that speaks as the patient', () => {
    const speaking = shipped.dialog.pages
      .filter(({ id }) => id !== 'welcome')
      .flatMap((page) => page.questions.flatMap(({ options = [] }) => options.map(({ label }) => label)))
      .filter((label) => /\b(I|me|my|am|you|your)\b/.test(label) && !/^I('m not sure| do not remember| don't remember)$/.test(label));
    expect(speaking).toEqual([]);
  });

  it('has no reason, title or row name that speaks to the patient', () => {
    const speaking = shipped.dialog.pages
      .flatMap(({ title, questions }) => [title, ...questions.flatMap(({ short, why = '' }) => [short, why])])
      .filter((text) => /\b(you|your)\b/i.test(text) && !/^(How to reach you|.*You may skip this\.)$/.test(text));
    expect(speaking).toEqual([]);
  });

  it('shows an answer in the same words to both', () => {
    const part = shipped.dialog.byId.get('worse_part');
    expect(part && answerText('leg', part, voice)).toBe('The legs or buttocks');
  });
});
