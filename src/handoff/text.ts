import type { RuleResult } from '../dialog/screening.ts';
import type { Words } from '../words.ts';
import type { FlagLine } from './flag-lines.ts';
import type { Summary } from './summary.ts';

/** The nurse's page as plain text, to paste into a record: red flags first, then the situation, then the answers. */
export function summaryText(summary: Summary, words: Words): string {
  const say = (key: string, parameters = {}): string => words.t(`handoff:${key}`, parameters);
  const { who, redFlags, told } = summary;
  const named = (flags: readonly FlagLine[]): string => flags.map(({ name }) => name).join(', ') || say('none');
  return [
    say('heading', { reference: summary.reference, urgency: say(`urgency.${summary.urgency}`), reason: summary.reasonText, at: summary.handedOverAt }),
    ...(told ? [say(told.lost ? `told-${told.lost}` : told.acknowledgedAt === null ? 'told' : 'told-and-understood', { text: told.text })] : []),
    '',
    say('flags.positive'),
    ...(redFlags.positive.length > 0 ? redFlags.positive.map((flag) => `  ! ${flagText(flag, say)}`) : [`  ${say('none')}`]),
    say('flags.unsure'),
    ...(redFlags.unsure.length > 0 ? redFlags.unsure.map((flag) => `  ? ${flagText(flag, say)}`) : [`  ${say('none')}`]),
    `${say('flags.denied')} ${named(redFlags.denied)}`,
    `${say('flags.not-asked')} ${named(redFlags.notAsked)}`,
    '',
    say('situation', { situation: summary.situation || say('nothing-answered') }),
    say('who', { name: who.name ?? say('not-given'), born: who.dateOfBirth ?? say('not-given'), age: who.age ?? '?', phone: who.phone ?? say('not-given') }),
    ...(who.carer ? [who.carer.name === null ? say('by-carer-unnamed') : say('by-carer', { name: who.carer.name, relation: who.carer.relation ?? say('not-given') })] : []),
    ...summary.sections.flatMap(({ title, rows }) => ['', title, ...rows.map((row) => `  ${row.short}: ${row.answer}${row.words === null ? '' : ` ("${row.words}")`}`)]),
    '',
    say('screening.title'),
    ...summary.screening.map((result) => `  ${ruleText(result, words)}`),
    ...(summary.noLongerAsked.length > 0 ? ['', say('no-longer-asked'), ...summary.noLongerAsked.map(({ asked, answer, words: said }) => `  ${asked} ${answer} ("${said}")`)] : []),
    ...listed(say('asked-not-answered'), summary.askedNotAnswered),
    ...listed(say('other-words'), summary.otherWords.map(({ text }) => text)),
    '',
    say('decision'),
  ].join('\n');
}

/** One published rule in one line: what was counted, what that means in its paper, and its limits. */
function ruleText(result: RuleResult, words: Words): string {
  const said = outcomeText(result, words);
  return [`${result.name}: ${said}`, result.note, result.caveat].filter((part) => part !== null).join(' ');
}

function outcomeText(result: RuleResult, words: Words): string {
  switch (result.outcome) {
    case 'band': return `${countsText(result.counts)}. ${result.text}`;
    case 'indeterminate': return `${countsText(result.counts)}. ${result.text} ${words.t('handoff:screening.depends-on', { questions: result.dependsOn.join(', ') })}`;
    case 'mean': return `${result.value.toFixed(result.decimals)}. ${result.text}`;
    case 'not-scorable': return `${result.text} ${words.t('handoff:screening.depends-on', { questions: result.dependsOn.join(', ') })}`;
    case 'not-run': return result.reason === 'outside-population' ? result.text : words.t(`handoff:screening.${result.reason}`);
    default: return result satisfies never;
  }
}

function countsText(counts: readonly { name: string; low: number; high: number; of: number }[]): string {
  return counts.map(({ name, low, high, of }) => `${name} ${low === high ? low : `${low}-${high}`}/${of}`).join(', ');
}

function flagText({ name, level, because, quote }: FlagLine, say: (key: string) => string): string {
  return [level === null ? name : `${name} [${say(`level.${level}`)}]`, because, quote ? `"${quote}"` : null].filter((part) => part !== null).join(' · ');
}

function listed(title: string, texts: readonly string[]): string[] {
  return texts.length > 0 ? ['', title, ...texts.map((text) => `  "${text}"`)] : [];
}
