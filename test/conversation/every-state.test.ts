import { describe, expect, it } from '@jest/globals';
import type { Item } from '../../src/dialog/dialog.ts';
import type { Entry } from '../../src/conversation/log.ts';
import { standingAfter } from '../../src/conversation/status.ts';
import { reconsider } from '../../src/conversation/turn.ts';
import { visit, waysTo } from '../dialog/ways.ts';
import { shipped } from '../support/content.ts';
import { entriesOf, lines, open, say, talk, type Talk } from '../support/talk.ts';

const { dialog, chart } = shipped;
const alarm = 'I have crushing chest pain right now';
const question = 'what are the risks of the mild procedure?';
const first = dialog.items[0]?.id;
const asked = dialog.items.flatMap((item) => waysTo(item, [{}], dialog).slice(0, 1).map((way) => ({ item, at: talkAt(item, way) })));

/** A conversation at a question, its answers given as a patient's taps. */
function talkAt({ id }: Item, way: ReturnType<typeof waysTo>[number]): Talk {
  const { held } = visit(way, dialog, chart, id);
  const answered = [...held].map(([asks, { value, of }]): Entry => ({ type: 'answered', question: asks, value, of, words: '', how: 'tapped', by: 'patient', asked: '' }));
  const opened = talk(shipped);
  const standing = standingAfter(opened.standing, answered, shipped);
  const told = reconsider(standing, shipped);
  return { standing: standingAfter(standing, told, shipped), entries: [...opened.entries, ...answered, ...told], last: told };
}

/** The questions at which something promised does not come about. */
function broken(from: (at: Talk) => Talk, keeps: (after: Talk, before: Talk) => boolean): string[] {
  return asked.filter(({ at }) => !keeps(from(at), at)).map(({ item }) => item.id);
}

const afterFaq = (at: Talk): Talk => say(at, question, shipped);
const writes = (words: string) => (at: Talk): Talk => say(at, words, shipped);

function alarmed(after: Talk): boolean {
  const flagged = entriesOf(after, 'flagged').some(({ flag, level, by }) => flag === 'chest_pain' && level === 'emergency' && by === 'phrase');
  return open(after) === 'emergency' && flagged && entriesOf(after, 'handed-over').at(-1)?.urgency === 'emergency' && lines(after).includes('alert');
}

function withPerson(after: Talk): boolean {
  return open(after) === 'handed-over' && entriesOf(after, 'handed-over').at(-1)?.reason === 'person' && lines(after).some((line) => line.startsWith('handed-over.person'));
}

function wentBack(after: Talk, { standing: { walk } }: Talk): boolean {
  const last = walk.path.at(-1)?.item.id;
  return last === undefined ? lines(after).includes('back.nothing') : open(after) === last && !after.standing.held.has(last);
}

function beganAgain(after: Talk, before: Talk): boolean {
  return open(after) === first && after.standing.held.size === 0 && after.standing.urgency === before.standing.urgency;
}

describe('at every question', () => {
  it('a conversation stands, the check of the answers included', () => {
    expect(asked.filter(({ item, at }) => open(at) !== item.id).map(({ item }) => item.id)).toEqual([]);
    expect(asked.map(({ item }) => item.question.type)).toContain('check');
  });

  it('an emergency phrase brings the alert and a nurse', () => {
    expect(broken(writes(alarm), alarmed)).toEqual([]);
  });

  it('"person" brings a person', () => {
    expect(broken(writes('person'), withPerson)).toEqual([]);
  });

  it('"go back" leads to the question before, which is asked again', () => {
    expect(broken(writes('go back'), wentBack)).toEqual([]);
  });

  it('"back" does the same, but where it names an answer', () => {
    expect(broken(writes('back'), wentBack)).toEqual(['worse_part']);
  });

  it('"start again" leads to the first question, and forgets no warning sign', () => {
    expect(broken(writes('start again'), beganAgain)).toEqual([]);
  });

  it('a question of the patient is answered, and the place is kept', () => {
    expect(broken(afterFaq, (after, before) => open(after) === open(before) && lines(after).includes('quote'))).toEqual([]);
  });

  it('all of this holds after an answer from the documents', () => {
    const promises = { [alarm]: alarmed, person: withPerson, 'go back': wentBack, 'start again': beganAgain };
    for (const [words, keeps] of Object.entries(promises)) expect(broken((at) => say(afterFaq(at), words, shipped), keeps)).toEqual([]);
  });

  it('the same pages change nothing, however often they are considered again', () => {
    expect(broken((at) => ({ ...at, last: reconsider(at.standing, shipped) }), ({ last }) => last.length === 0)).toEqual([]);
  });
});

const commands = ['person', 'go back', 'start again'];
const sent = say(atItem('check_answers'), 'send to the clinic', shipped);
const refused = say(atItem('consent'), 'no', shipped);
const closed = ((): Talk => {
  const entries: Entry[] = [{ type: 'closed', staff: { id: 'n-1', name: 'Nora Example, RN' } }];
  return { standing: standingAfter(sent.standing, entries, shipped), entries: [...sent.entries, ...entries], last: entries };
})();

function atItem(id: string): Talk {
  const found = asked.find(({ item }) => item.id === id);
  if (!found) throw new Error(`No way leads to "${id}".`);
  return found.at;
}

describe.each([
  ['after the handover', sent, 'handed-over'],
  ['after "person"', say(atItem('symptoms'), 'person', shipped), 'handed-over'],
  ['after the close', closed, 'closed'],
])('%s', (_, at, status) => {
  it('an emergency phrase brings the alert, and the case before a nurse again', () => {
    expect(alarmed(say(at, alarm, shipped))).toBe(true);
  });

  it.each(commands)('"%s" is passed on or answered kindly, and takes nothing back', (words) => {
    const after = say(at, words, shipped);
    expect(open(after)).toBe(status);
    expect(lines(after)).toEqual([status === 'closed' ? 'closed' : 'passed-on.routine']);
    expect(after.standing.held).toBe(at.standing.held);
  });
});

describe('after the alert of an emergency', () => {
  const at = say(atItem('goals'), alarm, shipped);

  it('another emergency phrase is kept for the nurse, and the patient is told again to call', () => {
    const after = say(at, 'and now I can not feel it when I wipe', shipped);
    expect(entriesOf(after, 'flagged').map(({ flag }) => flag)).toEqual(['chest_pain', 'ces_saddle']);
    expect(lines(after)).toEqual(['passed-on.emergency']);
  });

  it.each(commands)('"%s" leads nowhere but to the nurse', (words) => {
    const after = say(at, words, shipped);
    expect(open(after)).toBe('emergency');
    expect(lines(after)).toEqual(['passed-on.emergency']);
    expect(after.standing.held).toBe(at.standing.held);
  });
});

describe('after "no" to the first consent', () => {
  it('has stopped, and no nurse is told', () => {
    expect(open(refused)).toBe('stopped');
    expect(entriesOf(refused, 'handed-over')).toEqual([]);
  });

  it('an emergency phrase brings the alert and a nurse', () => {
    expect(alarmed(say(refused, alarm, shipped))).toBe(true);
  });

  it('"person" brings a person, "back" asks once more, and "start again" begins anew', () => {
    expect(withPerson(say(refused, 'person', shipped))).toBe(true);
    expect(open(say(refused, 'back', shipped))).toBe('consent');
    expect(beganAgain(say(refused, 'start again', shipped), refused)).toBe(true);
  });

  it('a question of the patient changes nothing of that', () => {
    const after = say(refused, question, shipped);
    expect(open(after)).toBe('stopped');
    expect(withPerson(say(after, 'person', shipped))).toBe(true);
  });
});
