import type { AnswerLine, Summary } from '../../../staff/inbox/wire.ts';
import { when } from '../time.ts';
import { word } from '../words.ts';
import { OwnWords, type WrittenIn } from './own-words.tsx';

/** Every answer by section, with the patient's own words where they were typed. */
export function Answers({ sections, writtenIn }: { sections: Summary['sections']; writtenIn: WrittenIn }) {
  if (sections.length === 0) return null;
  return (
    <section class="answers" aria-labelledby="answers-title">
      <h3 id="answers-title">{word('case.answers')}</h3>
      <div class="columns">
        {sections.map(({ title, rows }) => (
          <section key={title} class="answer-section">
            <h4>{title}</h4>
            <dl>{rows.map((row) => <Answer key={row.question} row={row} writtenIn={writtenIn} />)}</dl>
          </section>
        ))}
      </div>
    </section>
  );
}

function Answer({ row: { short, answer, words: typed, how }, writtenIn }: { row: AnswerLine; writtenIn: WrittenIn }) {
  return (
    <div>
      <dt>{short}</dt>
      <dd>
        <span class={how === 'skipped' ? 'missing' : undefined}>{answer}</span>
        {typed !== null && typed !== answer && <span class="typed"><OwnWords text={typed} writtenIn={writtenIn} /></span>}
      </dd>
    </div>
  );
}

/** What the pages no longer ask, what the patient asked and nobody answered, and what they wrote beside the questions. */
export function Loose({ summary: { noLongerAsked, askedNotAnswered, otherWords }, writtenIn }: { summary: Summary; writtenIn: WrittenIn }) {
  return (
    <>
      {noLongerAsked.length > 0 && (
        <section class="loose">
          <h3>{word('case.no-longer-asked')}</h3>
          <ul>{noLongerAsked.map(({ question, asked, answer, words: said }) => <li key={question}>{asked} <strong>{answer}</strong> <OwnWords text={said} writtenIn={writtenIn} /></li>)}</ul>
        </section>
      )}
      {askedNotAnswered.length > 0 && (
        <section class="loose">
          <h3>{word('case.asked-not-answered')}</h3>
          <ul>{askedNotAnswered.map((question) => <li key={question}><OwnWords text={question} writtenIn={writtenIn} /></li>)}</ul>
        </section>
      )}
      {otherWords.length > 0 && (
        <section class="loose">
          <h3>{word('case.other-words')}</h3>
          <ul>{otherWords.map(({ at, text }) => <li key={at + text}><time dateTime={at}>{when(at)}</time> <OwnWords text={text} writtenIn={writtenIn} /></li>)}</ul>
        </section>
      )}
    </>
  );
}
