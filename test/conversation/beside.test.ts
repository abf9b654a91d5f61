import { describe, expect, it } from '@jest/globals';
import { shipped } from '../support/content.ts';
import { entriesOf, open, say, talk, type Talk } from '../support/talk.ts';
import { goOn } from '../support/visitor.ts';

const at = (question: string): Talk => goOn(talk(shipped), question, {});

/** What the message answers, by question, that was not answered before. */
function answeredBy(visit: Talk, text: string): Record<string, unknown> {
  const before = entriesOf(visit, 'answered').length;
  return Object.fromEntries(entriesOf(say(visit, text, shipped), 'answered').slice(before).map(({ question, value }) => [question, value]));
}

describe('an answer', () => {
  it.each([
    ['side', 'both, you asked me that already', { side: 'both' }],
    ['side', 'left I think, can you repeat that?', { side: 'left' }],
    ['worse_part', 'legs, and by the way can I bring my wife?', { worse_part: 'leg' }],
    ['walk_tolerance', 'i already told you, 2 blocks', { walk_tolerance: { feet: [400, 1200] } }],
    ['walk_tolerance', 'I go back and forth to the barn, 200 feet', { walk_tolerance: { feet: [180, 220] } }],
  ])('to %s is kept beside a wish, a question, or words that only look like one: %s', (question, text, answers) => {
    expect(answeredBy(at(question), text)).toEqual(answers);
  });

  it('is no question where it says the question again first', () => {
    const visit = say(at('duration'), 'how long? ages. since my wife died in 2019', shipped);
    expect(entriesOf(visit, 'asked-faq')).toEqual([]);
    expect(entriesOf(visit, 'answered').at(-1)).toMatchObject({ question: 'duration', value: { months: [82, 95] } });
  });
});

describe('a correction', () => {
  it('replaces the earlier answer where it tells the new one, and the open question comes again', () => {
    const visit = at('walk_tolerance');
    const after = say(visit, 'change it, it has been 5 years', shipped);
    expect(entriesOf(after, 'answered').at(-1)).toMatchObject({ question: 'duration', value: { months: [58, 63] } });
    expect(open(after)).toBe('walk_tolerance');
  });

  it('asks the named question again where it tells no new answer', () => {
    expect(open(say(at('walk_tolerance'), 'actually, change how long', shipped))).toBe('duration');
  });

  it('never replaces an answer that raises a warning sign', () => {
    const visit = goOn(talk(shipped), 'walk_tolerance', {});
    const flagged = new Set(shipped.dialog.items.filter(({ question }) => question.redFlags).map(({ id }) => id));
    const replaced = entriesOf(say(visit, 'change it, no fever and no falls', shipped), 'retracted').flatMap(({ questions }) => questions);
    expect(replaced.filter((question) => flagged.has(question))).toEqual([]);
  });
});

describe('a question that need not be answered', () => {
  it('may be skipped by whoever does not know', () => {
    expect(open(say(at('walking_aid'), 'skip', shipped))).not.toBe('walking_aid');
  });
});
