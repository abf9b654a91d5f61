import type { Voice } from '../conversation/voice.ts';
import type { RuleResult } from '../dialog/screening.ts';
import type { FlagLine } from './flag-lines.ts';
import type { Summary } from './summary.ts';

/** The nurse's page as plain text, to paste into a record: red flags first, then the situation, then the answers. */
export function summaryText(summary: Summary, voice: Voice): string {
  const say = (key: string, parameters = {}): string => voice.t(`handoff:${key}`, parameters);
  const { who, redFlags, told } = summary;
  // Names hold commas of their own.
  const named = (flags: readonly FlagLine[]): string => flags.map(({ name }) => name).join('; ') || say('none');
  return [
    say('heading', { reference: summary.reference, urgency: say(`urgency.${summary.urgency}`), reason: summary.reasonText, at: moment(summary.handedOverAt, voice) }),
    // Whoever calls back has to know before the phone is answered.
    ...(who.language === voice.language ? [] : [say('held-in', { language: new Intl.DisplayNames(voice.locale, { type: 'language' }).of(who.language) ?? who.language })]),
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
    ...summary.screening.map((result) => `  ${ruleText(result, voice)}`),
    ...(summary.noLongerAsked.length > 0 ? ['', say('no-longer-asked'), ...summary.noLongerAsked.map(({ asked, answer, words: said }) => `  ${asked} ${answer} ("${said}")`)] : []),
    ...listed(say('asked-not-answered'), summary.askedNotAnswered),
    ...listed(say('other-words'), summary.otherWords.map(({ text }) => text)),
    '',
    say('decision'),
  ].join('\n');
}

/** Day and time by the clinic's own clock, named, because a record is read later and elsewhere. With plain spaces: records mangle the narrow ones. */
function moment(iso: string, voice: Voice): string {
  const { timeZone } = voice.card;
  return new Intl.DateTimeFormat(localeOf(voice), { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone, timeZoneName: 'short' }).format(new Date(iso)).replaceAll(/\s/g, ' ');
}

function listOf(texts: readonly string[], voice: Voice): string {
  return new Intl.ListFormat(localeOf(voice), { type: 'unit' }).format(texts);
}

/** The language as it is written in the clinic's country. */
function localeOf({ language, card: { country } }: Voice): string {
  return `${language}-${country}`;
}

/** One published rule in one line: what was counted, what that means in its paper, and its limits. */
function ruleText(result: RuleResult, voice: Voice): string {
  const said = outcomeText(result, voice);
  return [`${result.name}: ${said}`, result.note, result.caveat].filter((part) => part !== null).join(' ');
}

function outcomeText(result: RuleResult, voice: Voice): string {
  switch (result.outcome) {
    case 'band': return `${countsText(result.counts)}. ${result.text}`;
    case 'indeterminate': return `${countsText(result.counts)}. ${result.text} ${voice.t('handoff:screening.depends-on', { questions: listOf(result.dependsOn, voice) })}`;
    case 'mean': return `${new Intl.NumberFormat(localeOf(voice), { minimumFractionDigits: result.decimals }).format(result.value)}. ${result.text}`;
    case 'not-scorable': return `${result.text} ${voice.t('handoff:screening.depends-on', { questions: listOf(result.dependsOn, voice) })}`;
    case 'not-run': return result.reason === 'outside-population' ? result.text : voice.t(`handoff:screening.${result.reason}`);
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
