import { describe, expect, it } from '@jest/globals';
import type { Entry } from '../../src/conversation/log.ts';
import { standingAfter } from '../../src/conversation/status.ts';
import { farewell } from '../../src/conversation/turn.ts';
import { contentWith, shipped } from '../support/content.ts';
import { pagesFrom, smallPages } from '../support/pages.ts';
import { entriesOf, lines, open, say, shown, talk, type Talk } from '../support/talk.ts';

const content = contentWith();
const throughTried = ['yes', 'no', 'no', 'none of these'];

describe('a turn', () => {
  it('greets with who it is, that it is no person, and the first question', () => {
    const greeting = talk(content);
    expect(shown(greeting)[0]).toContain('a computer program');
    expect(open(greeting)).toBe('consent');
  });

  it('takes a word, a number or a label for the same answer', () => {
    for (const words of ['yes', '1', 'Yes', ' YES. ']) expect(open(talk(content, words))).toBe('numb');
  });

  it('keeps the answer with its words, its question as worded, and how it was understood', () => {
    const [answer] = entriesOf(talk(content, 'yes'), 'answered');
    expect(answer).toMatchObject({ question: 'consent', value: 'yes', words: 'yes', how: 'exact', by: 'patient', asked: 'May we ask you some questions?' });
  });

  it('shows every reply with where the conversation stands after it', () => {
    const replied = entriesOf(talk(content, 'yes'), 'replied');
    expect(replied.at(-1)?.place).toMatchObject({ question: 'numb', type: 'yes-no-unsure', status: 'open', progress: { at: 2 } });
  });

  it('asks again, kindly, when it does not understand, and the second time offers a person', () => {
    const once = talk(content, 'yes', 'purple elephants');
    expect(open(once)).toBe('numb');
    expect(lines(once)).not.toContain('offer-person');
    expect(lines(say(once, 'purple elephants', content))).toContain('offer-person');
    expect(entriesOf(once, 'answered').map(({ question }) => question)).toEqual(['consent']);
  });

  it('ends politely, and without a case, where there is no consent', () => {
    const ended = talk(content, 'no');
    expect(open(ended)).toBe('stopped');
    expect(shown(ended)).toEqual(['We stop here.']);
    expect(entriesOf(ended, 'handed-over')).toEqual([]);
  });

  it('begins after all when somebody who stopped says so', () => {
    for (const words of ['start again', 'back']) expect(open(say(talk(content, 'no'), words, content))).toBe('consent');
  });

  it('hands over with the urgency of the flags when everything is sent', () => {
    const sent = talk(content, ...throughTried, 'Ann Example', 'send to the clinic');
    expect(open(sent)).toBe('handed-over');
    expect(entriesOf(sent, 'handed-over')).toEqual([{ type: 'handed-over', urgency: 'routine', reason: 'finished' }]);
  });
});

describe('an emergency', () => {
  it('interrupts at once when an answer raises it: the alert, the handover, and no further question', () => {
    const alarmed = talk(content, 'yes', 'yes');
    expect(open(alarmed)).toBe('emergency');
    expect(shown(alarmed)).toEqual(['Call now.']);
    expect(entriesOf(alarmed, 'flagged')).toMatchObject([{ flag: 'ces_saddle', level: 'emergency', by: 'rule', question: 'numb' }]);
    expect(entriesOf(alarmed, 'handed-over')).toMatchObject([{ urgency: 'emergency', reason: 'emergency' }]);
  });

  it('interrupts in the middle of another answer when a phrase raises it, in the words the patient used', () => {
    const alarmed = talk(content, 'yes', 'no', 'yes and I have crushing chest pain right now');
    expect(open(alarmed)).toBe('emergency');
    expect(entriesOf(alarmed, 'flagged')[0]).toMatchObject({ flag: 'chest_pain', level: 'emergency', by: 'phrase' });
    expect(entriesOf(alarmed, 'flagged')[0]?.quote).toContain('chest pain');
  });

  it('is watched for before consent, after a refusal, with a nurse and after the close', () => {
    const alarm = 'I have crushing chest pain right now';
    for (const before of [[], ['no'], ['person'], [...throughTried, 'Ann Example', '1']]) {
      const alarmed = say(talk(content, ...before), alarm, content);
      expect(open(alarmed)).toBe('emergency');
      expect(lines(alarmed)).toContain('alert');
      expect(entriesOf(alarmed, 'handed-over').at(-1)).toMatchObject({ urgency: 'emergency' });
    }
  });

  it('is acknowledged once, and the patient is asked for a number to call', () => {
    for (const words of ['I understand', '1']) {
      const understood = say(talk(content, 'yes', 'yes'), words, content);
      expect(entriesOf(understood, 'acknowledged')).toHaveLength(1);
      expect(entriesOf(understood, 'flagged')).toHaveLength(1);
      expect(lines(understood)).toEqual(['acknowledged']);
    }
  });

  it('is watched for beside an acknowledgement, too', () => {
    const more = say(talk(content, 'yes', 'yes'), 'I understand but now I have crushing chest pain', content);
    expect(entriesOf(more, 'flagged').map(({ flag }) => flag)).toEqual(['ces_saddle', 'chest_pain']);
  });

  it('is not said twice for the same words', () => {
    const again = say(talk(content, 'I have crushing chest pain right now'), 'crushing chest pain right now', content);
    expect(entriesOf(again, 'flagged')).toHaveLength(1);
    expect(lines(again)).toEqual(['passed-on.emergency']);
  });

  it('does not fall again when the answer is taken back', () => {
    const unsure = say(talk(content, 'yes', 'not sure', 'back'), 'no', content);
    expect(unsure.standing.urgency).toBe('same-day');
    const sent = ['no', 'none of these', 'Ann Example', '1'].reduce((sofar, words) => say(sofar, words, content), unsure);
    expect(entriesOf(sent, 'handed-over')).toEqual([{ type: 'handed-over', urgency: 'same-day', reason: 'finished' }]);
  });
});

describe('a same-day flag', () => {
  it('tells the patient at once and goes on with the questions', () => {
    const unsure = talk(content, 'yes', "I'm not sure");
    expect(shown(unsure)[0]).toBe('Speak with us today.');
    expect(open(unsure)).toBe('walking');
  });
});

describe('an alert', () => {
  it('that the patient has read is not shown again', () => {
    const pages = pagesFrom(
      ['id: one', 'title: One', 'questions:', ...['first', 'second'].map((id) => `  - { id: ${id}, ask: ${id}?, short: ${id}, type: yes-no, redFlags: [{ when: { ${id}: yes }, level: same-day, flag: ${id === 'first' ? 'infection' : 'fracture'}, because: Said so }] }`), '  - { id: check_answers, ask: Check., short: Check, type: check }'].join('\n'),
    );
    const both = contentWith(pages);
    expect(lines(talk(both, 'yes'))).toEqual(['alert', 'ask']);
    expect(lines(talk(both, 'yes', 'yes'))).toEqual(['check']);
    expect(entriesOf(talk(both, 'yes', 'yes'), 'flagged')).toHaveLength(2);
  });
});

describe('a tap', () => {
  it('answers the question its button stands under', () => {
    expect(open(say(talk(content), 'Yes', content, 'consent=yes'))).toBe('numb');
  });

  it('that belongs to an earlier question changes nothing, and is told so', () => {
    const late = say(talk(content, 'yes'), 'Yes', content, 'consent=yes');
    expect(lines(late)).toEqual(['stale-tap', 'ask']);
    expect(open(late)).toBe('numb');
    expect(entriesOf(late, 'answered')).toHaveLength(1);
  });

  it('with an option the question does not have changes nothing', () => {
    expect(lines(say(talk(content), 'Perhaps', content, 'consent=perhaps'))).toEqual(['stale-tap', 'ask']);
  });

  it('cannot choose "none of these" together with another', () => {
    const both = say(talk(content, 'yes', 'no', 'no'), '', content, 'tried=pt,none');
    expect(open(both)).toBe('tried');
  });

  it('is judged by the page, not by the emergency phrases in its label', () => {
    const pages = pagesFrom(
      'id: one\ntitle: One\nquestions:\n  - { id: any_of, ask: Any of these?, short: Any, type: choices, options: [{ id: chest, label: I have crushing chest pain right now }, { id: none, label: None, exclusive: true }] }\n  - { id: check_answers, ask: Check., short: Check, type: check }',
    );
    expect(open(say(talk(contentWith(pages)), 'I have crushing chest pain right now', contentWith(pages), 'any_of=chest'))).toBe('check_answers');
  });
});

describe('a command', () => {
  it('goes back one question at a time, to the very first', () => {
    const twice = talk(content, 'yes', 'no', 'back', 'back');
    expect(open(twice)).toBe('consent');
    expect(lines(say(twice, 'back', content))).toEqual(['back.nothing', 'ask']);
  });

  it('shows what was said before when it goes back, and keeps the later answers', () => {
    const back = talk(content, 'yes', 'no', 'yes', '4', 'back', 'back');
    expect(shown(back)[0]).toContain('Yes');
    expect(open(say(back, 'yes', content))).toBe('blocks');
  });

  it('says why a question is asked and asks it again', () => {
    const why = talk(content, 'yes', 'no', 'why');
    expect(shown(why)).toEqual(['It tells the nurse when it hurts.', 'Does walking hurt?']);
  });

  it('skips only what may be skipped', () => {
    expect(open(talk(content, 'yes', 'no', 'yes', 'skip'))).toBe('tried');
    expect(lines(talk(content, 'skip'))).toEqual(['skip.not-this-one', 'ask']);
  });

  it('says that "I am not sure" is an answer to what can not be skipped', () => {
    const skipped = talk(content, 'yes', 'no', 'skip');
    expect(lines(skipped)).toEqual(['skip.say-unsure', 'ask']);
    expect(shown(skipped)[0]).toContain("I'm not sure");
    expect(open(say(skipped, "I'm not sure", content))).not.toBe(open(skipped));
  });

  it('repeats, and helps', () => {
    expect(lines(talk(content, 'repeat'))).toEqual(['ask']);
    expect(lines(talk(content, 'help'))).toEqual(['help', 'ask']);
  });

  it('reaches a person from the very first message', () => {
    const person = talk(content, 'can I talk to a person');
    expect(open(person)).toBe('handed-over');
    expect(entriesOf(person, 'handed-over')).toEqual([{ type: 'handed-over', urgency: 'routine', reason: 'person' }]);
  });

  it('starts again with nothing but the warning signs remembered', () => {
    const again = talk(content, 'yes', 'not sure', 'start again');
    expect(open(again)).toBe('consent');
    expect(again.standing.held.size).toBe(0);
    expect(again.standing.urgency).toBe('same-day');
  });

  it('changes an answer from the check page and comes back to it', () => {
    const atCheck = talk(content, ...throughTried, 'Ann Example');
    const changing = say(atCheck, 'change walking', content);
    expect(open(changing)).toBe('walking');
    const changed = say(changing, 'no', content);
    expect(open(changed)).toBe('check_answers');
    expect(open(say(atCheck, 'Change', content, 'full_name=change'))).toBe('full_name');
  });

  it('asks back before it sends what was only called right', () => {
    const atCheck = talk(content, ...throughTried, 'Ann Example');
    const called = say(atCheck, 'yes, they are all correct', content);
    expect(lines(called)).toContain('perhaps');
    expect(open(called)).toBe('check_answers');
    expect(open(say(called, 'yes', content))).not.toBe('check_answers');
  });

  it('asks only what a changed answer has made necessary', () => {
    const atCheck = talk(content, ...throughTried, 'Ann Example');
    const changed = say(say(atCheck, 'change walking', content), 'yes', content);
    expect(open(changed)).toBe('blocks');
    expect(open(say(changed, '3', content))).toBe('check_answers');
  });
});

describe('an answer that may mean something else', () => {
  const doubtful = contentWith(
    pagesFrom('id: one\ntitle: One\nquestions:\n  - { id: duration, ask: How long?, short: How long, type: duration }\n  - { id: check_answers, ask: Check., short: Check, type: check }'),
  );
  const asked = talk(doubtful);
  const guessing = {
    ...asked,
    standing: standingAfter(asked.standing, [{ type: 'replied', line: { say: 'perhaps', question: 'duration', guesses: [{ months: [36, 36] }] }, reply: { type: 'tell', text: 'Did you mean about 3 years?' }, place: { question: 'duration', type: 'duration', progress: { at: 1, of: 2 }, status: 'open', language: 'en' } }], doubtful),
  };

  it('is stored once the patient has said yes to it', () => {
    const confirmed = say(guessing, 'yes, that is right', doubtful);
    expect(entriesOf(confirmed, 'answered')).toMatchObject([{ question: 'duration', value: { months: [36, 36] }, how: 'confirmed' }]);
  });

  it('is watched for an emergency beside the yes', () => {
    expect(open(say(guessing, 'yes, and I have crushing chest pain right now', doubtful))).toBe('emergency');
  });

  it('is named by its place where there were two', () => {
    const two = { ...guessing, standing: { ...guessing.standing, guesses: [{ months: [3, 3] as [number, number] }, { months: [36, 36] as [number, number] }] } };
    expect(entriesOf(say(two, 'the second one', doubtful), 'answered')).toMatchObject([{ value: { months: [36, 36] }, how: 'confirmed' }]);
    expect(entriesOf(say(two, 'the third', doubtful), 'answered')).toEqual([]);
  });

  it('is forgotten when the patient says something else', () => {
    const other = say(guessing, 'no', doubtful);
    expect(entriesOf(other, 'answered')).toEqual([]);
    expect(entriesOf(say(other, 'yes', doubtful), 'answered')).toEqual([]);
  });
});

describe('what is said in the same breath', () => {
  it('fills its own questions, is confirmed in one line, and is not asked again', () => {
    const told = talk(shipped, '1', 'yes', 'none of these', '8', '5', '8', 'low back and both legs, since 2019, and leaning on the cart helps');
    const also = entriesOf(told, 'answered').filter(({ words }) => words.includes('cart')).map(({ question }) => question);
    expect(also).toEqual(expect.arrayContaining(['side', 'duration', 'relief_leaning']));
    expect(lines(told)).toContain('noted-also');
  });

  it('never closes a list: what was named in passing need not be all', () => {
    const told = talk(shipped, '1', 'yes', 'none of these', '8', '5', '8', 'numb feet, and leaning on the cart helps');
    expect(told.standing.held.get('symptoms')).toBeUndefined();
  });

  it('with the answer to a warning sign is about that sign and nothing else', () => {
    const told = talk(shipped, '1', 'yes', 'none of these', '3', 'no, not since last year');
    expect(told.standing.held.has('duration')).toBe(false);
  });

  it('never stands in for a question with a red flag', () => {
    const told = talk(shipped, 'No trouble with my bladder, no fever, never had cancer, and leaning forward helps');
    expect(entriesOf(told, 'answered').map(({ question }) => question)).not.toEqual(expect.arrayContaining(['rf_bladder']));
    expect(entriesOf(told, 'answered').filter(({ question }) => shipped.dialog.byId.get(question)?.question.redFlags)).toEqual([]);
  });

  it('may be a whole story at the very first question', () => {
    const told = talk(shipped, "I'm 74, both legs go numb when I walk, about three years now. Sitting down helps right away and so does leaning on a cart. Had two epidurals, helped a month.");
    expect(lines(told)).toEqual(['noted-also', 'mentioned', 'ask']);
    expect(open(told)).toBe('respondent');
    expect(told.standing.held.get('relief_sitting')?.value).toBe('yes');
  });
});

describe('a question of the patient', () => {
  it('is answered from the documents with its source, and the same question comes again', () => {
    const asked = talk(content, 'yes', 'what are the risks of the mild procedure?');
    const quote = entriesOf(asked, 'replied').find(({ reply }) => reply.type === 'quote')?.reply;
    expect(quote).toMatchObject({ type: 'quote', source: expect.stringContaining('Emory') });
    expect(lines(asked)).toEqual(['quote', 'ask']);
    expect(open(asked)).toBe('numb');
  });

  it('that the documents do not answer is answered honestly and kept for the nurse', () => {
    const asked = talk(content, 'yes', 'how much does it cost?');
    expect(entriesOf(asked, 'asked-faq')).toEqual([{ type: 'asked-faq', topic: 'cost', answered: false, words: 'how much does it cost?' }]);
    expect(open(asked)).toBe('numb');
  });

  it('does not lose the place after five digressions', () => {
    const asked = talk(content, 'yes', 'no', 'what is mild?', 'does it hurt?', 'how long does it take?', 'what are the risks?', 'will there be a scar?');
    expect(open(asked)).toBe('walking');
    expect(entriesOf(asked, 'answered')).toHaveLength(2);
  });
});

describe('the check page', () => {
  it('shows every answer by section, and says what was left out', () => {
    const atCheck = talk(content, 'yes', 'no', 'yes', 'skip', '3', 'Ann Example');
    const reply = entriesOf(atCheck, 'replied').at(-1)?.reply;
    if (reply?.type !== 'check') throw new Error('The check page is shown.');
    expect(reply.sections.map(({ title }) => title)).toEqual(['Start', 'End']);
    expect(reply.sections[0]?.rows).toContainEqual({ question: 'blocks', short: 'Blocks', answer: 'Not provided' });
    expect(reply.options.map(({ id }) => id)).toEqual(['send', 'change']);
  });
});

describe('with a nurse already', () => {
  it('answers every message until a nurse has taken the case, and then leaves the two to each other', () => {
    const once = say(talk(content, 'person'), 'my number is 555-0100', content);
    expect(lines(once)).toEqual(['passed-on.routine']);
    expect(lines(say(once, 'thank you', content))).toEqual(['passed-on.routine']);
    const claimed = { ...once, standing: standingAfter(once.standing, [{ type: 'claimed', staff: { id: 'nora', name: 'Nora Example' } }], content) };
    expect(lines(say(claimed, 'thank you', content))).toEqual([]);
  });
});

describe('a page edited in mid-conversation', () => {
  const reworded = pagesFrom(
    'id: start\ntitle: Start\nquestions:\n  - { id: consent, ask: May we ask you something else?, short: Consent, type: yes-no }\n  - { id: check_answers, ask: Check., short: Check, type: check }',
  );

  it('asks a reworded question again with a kind sentence', () => {
    const before = talk(content, 'yes');
    const edited = contentWith(reworded);
    const { standing } = talk(edited);
    expect(standing.walk.rest).toMatchObject({ item: { id: 'consent' } });
    const resumed = say({ ...before, standing: { ...before.standing, walk: standing.walk } }, 'repeat', edited);
    expect(lines(resumed)).toEqual(['asked-again', 'ask']);
  });

  it('takes nothing from those who write on as before', () => {
    expect(open(talk(contentWith(smallPages()), 'yes', 'no'))).toBe('walking');
  });
});

describe('after the case was closed', () => {
  const nora = { id: 'n', name: 'Nora Example, RN' };
  const claimed: Entry = { type: 'claimed', staff: nora };
  function afterClosing(told: Talk): Talk {
    const closed = [claimed, ...farewell(standingAfter(told.standing, [claimed], content), { type: 'closed', staff: nora }, content)];
    return { standing: standingAfter(told.standing, closed, content), entries: [...told.entries, ...closed], last: closed };
  }

  it('a word of thanks opens nothing again, and is answered', () => {
    const thanks = say(afterClosing(talk(content, 'yes', 'yes')), 'thank you', content);
    expect({ status: thanks.standing.status, said: lines(thanks), types: thanks.last.map(({ type }) => type) }).toEqual({ status: 'closed', said: ['closed'], types: ['said', 'replied'] });
  });

  it('a new emergency is shown its text, comes before the nurses again, and belongs to nobody yet', () => {
    for (const before of [talk(content, 'yes', 'no', 'talk to a person'), talk(content, 'yes', 'I have crushing chest pain right now')]) {
      const again = say(afterClosing(before), 'I have crushing chest pain right now', content);
      expect({ status: again.standing.status, claimedBy: again.standing.claimedBy, said: lines(again) }).toEqual({ status: 'emergency', claimedBy: null, said: ['alert'] });
    }
  });
});
