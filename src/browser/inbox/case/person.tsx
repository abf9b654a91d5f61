import type { ComponentChildren, Ref } from 'preact';
import type { Summary } from '../../../staff/inbox/wire.ts';
import { fill, words } from '../words.ts';

interface PersonProps {
  readonly summary: Summary;
  /** The page's heading, which takes the focus when the page changes. */
  readonly title: Ref<HTMLHeadingElement>;
  readonly children: ComponentChildren;
}

/** Who it is and how to call them, beside what the nurse can do. */
export function Person({ summary: { who }, title, children }: PersonProps) {
  const missing = <span class="missing">{words.case['not-given']}</span>;
  return (
    <section class="person">
      <h2 ref={title} tabIndex={-1} class={who.name === null ? 'missing' : undefined}>{who.name ?? words.queue['no-name']}</h2>
      <dl>
        <div>
          <dt>{words.case.born}</dt>
          <dd>{who.dateOfBirth ? `${who.dateOfBirth}${who.age === null ? '' : ` (${fill(words.case.age, { age: who.age })})`}` : missing}</dd>
        </div>
        <div>
          <dt>{words.case.phone}</dt>
          <dd>{who.phone && who.dial ? <a href={`tel:${who.dial}`}>{who.phone}</a> : missing}</dd>
        </div>
        <div>
          <dt>{words.case['answered-by']}</dt>
          <dd>{answeredBy(who) ?? missing}</dd>
        </div>
        <div>
          <dt>{words.case.language}</dt>
          <dd>{new Intl.DisplayNames('en', { type: 'language' }).of(who.language)}</dd>
        </div>
      </dl>
      {children}
    </section>
  );
}

function answeredBy({ answeredBy: by, carer }: Summary['who']): string | undefined {
  if (!carer?.name) return by ? words.case[by] : undefined;
  return carer.relation ? fill(words.case['carer-related'], { name: carer.name, relation: carer.relation }) : fill(words.case['carer-named'], { name: carer.name });
}
