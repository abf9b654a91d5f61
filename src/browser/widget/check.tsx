import type { JSX } from 'preact';
import type { Reply } from '../../channels/web/wire.ts';
import { word } from './words.ts';

interface CheckProps {
  readonly sections: (Reply & { type: 'check' })['sections'];
  /** Left out once the answers were sent, or the page has been asked again further down. */
  readonly change: ((question: string, short: string) => void) | undefined;
}

/** Every answer by section, each with its own button. */
export function CheckList({ sections, change }: CheckProps): JSX.Element {
  return (
    <div class="check">
      {sections.map(({ title, rows }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {rows.map(({ question, short, answer }) => (
              <li key={question}>
                <span class="short">{short}</span>
                <span class="answer" dir="auto">{answer}</span>
                {change && (
                  <button type="button" onClick={() => change(question, short)}>
                    {word('change')}<span class="unseen"> {short}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
