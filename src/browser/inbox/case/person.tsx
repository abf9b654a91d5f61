import type { ComponentChildren, Ref } from 'preact';
import type { Summary } from '../../../staff/inbox/wire.ts';
import { nameOf, word } from '../words.ts';

interface PersonProps {
  readonly summary: Summary;
  /** The page's heading, which takes the focus when the page changes. */
  readonly title: Ref<HTMLHeadingElement>;
  readonly children: ComponentChildren;
}

/** Who it is and how to call them, beside what the nurse can do. */
export function Person({ summary: { who }, title, children }: PersonProps) {
  const missing = <span class="missing">{word('case.not-given')}</span>;
  return (
    <section class="person">
      <h2 ref={title} tabIndex={-1} class={who.name === null ? 'missing' : undefined}>{who.name ?? word('queue.no-name')}</h2>
      <dl>
        <div>
          <dt>{word('case.born')}</dt>
          <dd>{who.dateOfBirth ? `${who.dateOfBirth}${who.age === null ? '' : ` (${word('case.age', { age: who.age })})`}` : missing}</dd>
        </div>
        <div>
          <dt>{word('case.phone')}</dt>
          <dd>{who.phone && who.dial ? <a href={`tel:${who.dial}`} dir="ltr">{who.phone}</a> : missing}</dd>
        </div>
        <div>
          <dt>{word('case.answered-by')}</dt>
          <dd>{answeredBy(who) ?? missing}</dd>
        </div>
        <div>
          <dt>{word('case.language')}</dt>
          <dd>{nameOf(who.language)}</dd>
        </div>
      </dl>
      {children}
    </section>
  );
}

function answeredBy({ answeredBy: by, carer }: Summary['who']): string | undefined {
  if (!carer?.name) return by ? word(`case.${by}`) : undefined;
  return carer.relation ? word('case.carer-related', { name: carer.name, relation: carer.relation }) : word('case.carer-named', { name: carer.name });
}
