import { describe, expect, it } from '@jest/globals';
import { activityFrom } from '../../../src/channels/web/activity.ts';
import { type Entry, Row } from '../../../src/conversation/log.ts';
import type { Place, Reply } from '../../../src/conversation/reply.ts';
import type { WireActivity } from '../../../src/channels/web/wire.ts';
import { shipped } from '../../support/content.ts';

const at = '2026-11-22T09:00:00.000Z';
const place: Place = { question: 'tried', type: 'choices', progress: { at: 5, of: 9 }, status: 'open', language: 'en' };
const yesOrNo = [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }];

function drawn(entry: Entry): WireActivity | undefined {
  return activityFrom({ conversation: 'visit', user: 'dl_invented' }, Row.parse({ seq: 42, at, entry }), shipped);
}

function replied(reply: Reply): WireActivity | undefined {
  return drawn({ type: 'replied', line: { say: 'tell', key: 'invented' }, reply, place });
}

function asked(more: Partial<Reply & { type: 'ask' }>): WireActivity | undefined {
  return replied({ type: 'ask', question: 'tried', kind: 'choice', section: 'Treatments', text: 'What helps?', options: yesOrNo, several: false, canSkip: false, hasWhy: false, ...more });
}

describe('what the patient said', () => {
  it('comes back under its own id, from the user of the token', () => {
    expect(drawn({ type: 'said', text: 'Yes', message: 'c1', tapped: { question: 'tried', options: ['yes'] } })).toEqual({
      type: 'message',
      id: 'visit|0000042',
      timestamp: at,
      channelId: 'directline',
      conversation: { id: 'visit' },
      from: { id: 'dl_invented', role: 'user' },
      text: 'Yes',
      textFormat: 'plain',
      value: { question: 'tried', options: ['yes'] },
      channelData: { 'webchat:sequence-id': 42, clientActivityID: 'c1' },
    });
  });
});

describe('a reply', () => {
  it('is plain text from the clinic, in the order of the log, and says where the conversation stands', () => {
    const reply: Reply = { type: 'tell', text: 'Hello *there*' };
    expect(replied(reply)).toEqual({
      type: 'message',
      id: 'visit|0000042',
      timestamp: at,
      channelId: 'directline',
      conversation: { id: 'visit' },
      from: { id: 'clinic', name: shipped.card.name, role: 'bot' },
      text: 'Hello *there*',
      textFormat: 'plain',
      inputHint: 'acceptingInput',
      channelData: { 'webchat:sequence-id': 42, intake: { question: 'tried', type: 'choices', progress: { at: 5, of: 9 }, status: 'open', language: 'en', reply } },
    });
  });

  it('that asks has its options as numbered text and as buttons that say their label', () => {
    expect(asked({})).toMatchObject({
      text: 'What helps?\n\n1. Yes\n2. No',
      inputHint: 'expectingInput',
      suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'Yes', value: 'Yes' }, { type: 'imBack', title: 'No', value: 'No' }] },
    });
  });

  it('that takes several options says so', () => {
    expect(asked({ kind: 'choices', several: true })?.text).toBe('What helps?\n\n1. Yes\n2. No\n\nYou can choose more than one. Send their numbers, for example: 1, 3.');
  });

  it('that asks for a number of a scale does not give its numbers a second number', () => {
    const options = [...['0', '1', '2'].map((id) => ({ id, label: id })), { id: 'unsure', label: "I'm not sure" }];
    expect(asked({ kind: 'number', options, ends: { low: 'no pain', high: 'worst pain' } })?.text).toBe("What helps?\n\n0 = no pain\n2 = worst pain\nI'm not sure");
  });

  it('that is answered in free words has no buttons', () => {
    const activity = asked({ kind: 'text', options: [] });
    expect(activity?.text).toBe('What helps?');
    expect(activity).not.toHaveProperty('suggestedActions');
  });

  it('from the documents names its source', () => {
    expect(replied({ type: 'quote', text: 'Most people go home.', source: 'clinic document S2' })?.text).toBe('Most people go home.\n\n— clinic document S2');
  });

  it('that alerts can be confirmed', () => {
    const activity = replied({ type: 'alert', level: 'emergency', text: 'Call now.', options: [{ id: 'acknowledge', label: 'I understand' }] });
    expect(activity).toMatchObject({ text: 'Call now.\n\n1. I understand', suggestedActions: { actions: [{ value: 'I understand' }] } });
  });

  it('to be checked lists every answer by section', () => {
    const sections = [
      { title: 'Walking', rows: [{ question: 'walk', short: 'How far', answer: 'about 50 feet' }, { question: 'lean', short: 'Eases leaning', answer: 'Yes' }] },
      { title: 'You', rows: [{ question: 'full_name', short: 'Name', answer: 'Ana Invented' }] },
    ];
    expect(replied({ type: 'check', question: 'check_answers', text: 'Is this right?', sections, options: [{ id: 'send', label: 'Send' }] })?.text).toBe(
      'Is this right?\n\nWalking\nHow far: about 50 feet\nEases leaning: Yes\n\nYou\nName: Ana Invented\n\n1. Send',
    );
  });
});

describe('the log beyond that', () => {
  it("shows the nurse's words under her name", () => {
    expect(drawn({ type: 'nurse-said', staff: { id: 'n1', name: 'Nurse Invented' }, text: 'May I call you?' })).toMatchObject({
      from: { id: 'nurse', name: 'Nurse Invented', role: 'bot' },
      text: 'May I call you?',
    });
  });

  const staff = { id: 'n1', name: 'Nurse Invented' };
  const hidden: Entry[] = [
    { type: 'opened', clinic: 'invented', user: 'dl_invented', channel: 'web', language: 'en' },
    { type: 'answered', question: 'tried', value: 'yes', of: 'f', words: 'yes', how: 'exact', by: 'patient', asked: 'What helps?' },
    { type: 'retracted', questions: ['tried'], because: 'back' },
    { type: 'flagged', flag: 'ces_saddle', level: 'emergency', because: 'Numb', by: 'rule', certain: true, quote: 'yes' },
    { type: 'acknowledged' },
    { type: 'asked-faq', topic: null, answered: false, words: 'why' },
    { type: 'language-changed', language: 'es' },
    { type: 'stopped', question: 'consent' },
    { type: 'handed-over', urgency: 'routine', reason: 'finished' },
    { type: 'claimed', staff },
    { type: 'released', staff },
    { type: 'noted', staff, text: 'Called twice' },
    { type: 'closed', staff },
    { type: 'failed', code: 'turn-failed' },
  ];

  it.each(hidden)('keeps "$type" from the patient', (entry) => {
    expect(drawn(entry)).toBeUndefined();
  });
});
