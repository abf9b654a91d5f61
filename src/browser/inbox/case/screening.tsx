import type { ItemResult, RuleResult } from '../../../staff/inbox/wire.ts';
import { figure, listed, word } from '../words.ts';

/** What published rules say about the answers: the count first, then its published meaning, and how it came about on demand. */
export function Screening({ results }: { results: readonly RuleResult[] }) {
  if (results.length === 0) return null;
  return (
    <section class="screening" aria-labelledby="screening-title">
      <h3 id="screening-title">{word('screening.title')}</h3>
      <p class="hint">{word('screening.hint')}</p>
      <ul>{results.map((result) => <li key={result.ruleId}><Rule result={result} /></li>)}</ul>
    </section>
  );
}

function Rule({ result }: { result: RuleResult }) {
  const { name, note, items, caveat, population, citation } = result;
  return (
    <>
      <p class="rule"><strong>{name}</strong> <bdi class="score">{scoreOf(result)}</bdi></p>
      <p>{meaningOf(result)}</p>
      {note !== null && <p class="note">{note}</p>}
      {items.length > 0 && (
        <details>
          <summary>{word('screening.counted')}</summary>
          <dl>{items.map((item) => <Item key={item.id} item={item} />)}</dl>
          <p class="hint">{caveat} {population}</p>
          <p class="hint"><cite dir="auto">{citation}</cite></p>
        </details>
      )}
    </>
  );
}

function Item({ item: { says, state, value } }: { item: ItemResult }) {
  return (
    <div>
      <dt>{says}</dt>
      <dd class={state === 'unknown' ? 'missing' : undefined}>{state === 'given' ? value !== null && figure(value) : word(`screening.${state}`)}</dd>
    </div>
  );
}

function scoreOf(result: RuleResult): string {
  switch (result.outcome) {
    case 'band':
    case 'indeterminate':
      return result.counts.map(({ name, low, high, of }) => `${name} ${low === high ? figure(low) : `${figure(low)}–${figure(high)}`}/${figure(of)}`).join(', ');
    case 'mean':
      return figure(result.value, result.decimals);
    case 'not-scorable':
    case 'not-run':
      return '';
    default:
      return result satisfies never;
  }
}

function meaningOf(result: RuleResult): string {
  const dependsOn = 'dependsOn' in result ? word('screening.depends-on', { questions: listed(result.dependsOn) }) : '';
  const text = 'text' in result ? result.text : word(`screening.${result.reason}`);
  return `${text} ${dependsOn}`.trim();
}
