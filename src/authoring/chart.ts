import type { Content } from '../conversation/content.ts';
import { voiceOf } from '../conversation/content.ts';
import type { Dialog, Item } from '../dialog/dialog.ts';
import type { Facts, Page, Question } from '../dialog/schema.ts';
import { answersInWords, factsInWords, sourceOf, type Told } from './condition-words.ts';

const legend = `Drawn from the files in \`dialogs/intake\` by \`npm run dialogs:chart\`; do not edit it by hand.

The questions are numbered in the order in which they are asked. A **solid** box is asked of everybody, a **dashed** one only of those to whom the
words on an arrow into it apply; then the page goes on. A **grey** box stands on an earlier page. An **orange** border marks a question with an
answer that puts the case before a nurse the same day. A **red** end stops the questions at once and shows the emergency text.`;

const looks = [
  '  classDef sometimes stroke-dasharray:5 4',
  '  classDef sameday stroke:#c60,stroke-width:3px',
  '  classDef elsewhere fill:#eee,stroke:#999,color:#333',
  '  classDef emergency fill:#c00,stroke:#900,color:#fff',
  '  classDef ending fill:#fff,stroke:#333,color:#000',
];

/** The page docs/chart.md: an overview, and a Mermaid picture of each page. */
export function chartPage(content: Content): string {
  const told: Told = { dialog: content.dialog, voice: voiceOf(content, content.card.languages[0] ?? '') };
  const pictures = content.dialog.pages.map((page) => `## ${page.title}\n\n${picture(['flowchart LR', ...pageLines(page, told), ...looks])}`);
  return ['# What is asked, and when', legend, picture(overview(content.dialog)), ...pictures].join('\n\n') + '\n';
}

function picture(lines: readonly string[]): string {
  return ['```mermaid', ...lines, '```'].join('\n');
}

/** The pages in their order, with the ends that each can lead to. */
function overview({ pages }: Dialog): string[] {
  const inOrder = pages.slice(1).map((page, at) => `  ${pages[at]?.id}_page ==> ${page.id}_page`);
  const ended = pages.flatMap(({ id, questions }) => [
    ...(questions.some(isEmergency) ? [`  ${id}_page --> emergency`] : []),
    ...(questions.some(({ stopIf }) => stopIf) ? [`  ${id}_page --> stopped`] : []),
    ...(questions.some(({ type }) => type === 'check') ? [`  ${id}_page ==> finished`] : []),
  ]);
  return ['flowchart LR', ...pages.map(({ id, title }) => `  ${id}_page["${plain(title)}"]`), '  emergency(["Emergency"])', '  stopped(["Stopped"])', '  finished(["With the nurse"])', ...inOrder, ...ended, ...looks.slice(-2), '  class emergency emergency', '  class stopped,finished ending'];
}

function pageLines(page: Page, told: Told): string[] {
  const items = page.questions.flatMap((question) => told.dialog.items.find((item) => item.question === question) ?? []);
  const over = page.forEach === undefined ? undefined : told.dialog.byId.get(page.forEach);
  const title = over ? `${page.title}: once for each of "${over.question.short}"` : page.title;
  const arrows = [...items.flatMap((item) => waysInto(item, told)), ...items.flatMap((item) => waysOut(item, told))];
  const elsewhere = [...new Map(items.flatMap((item) => (item.question.onlyIf ?? []).map((facts) => sourceOf(facts, item, told))).filter((from) => from.page !== page).map((from) => [from.question.id, from])).values()];
  const ends = (['emergency', 'stopped', 'finished'] as const).filter((end) => arrows.some((arrow) => arrow.endsWith(` ${end}`)));
  return [
    `  subgraph ${page.id}_page ["${plain(title)}"]`,
    ...items.map((item) => `    ${boxOf(item, told)}`),
    '  end',
    ...elsewhere.map((item) => `  ${boxOf(item, told)}`),
    ...ends.map((end) => `  ${end}(["${{ emergency: 'Emergency', stopped: 'Stopped', finished: 'With the nurse' }[end]}"])`),
    ...arrows,
    ...inClass('sometimes', page.questions.filter(({ onlyIf }) => onlyIf).map(({ id }) => id)),
    ...inClass('sameday', page.questions.filter(({ redFlags = [] }) => redFlags.some(({ level }) => level === 'same-day')).map(({ id }) => id)),
    ...inClass('elsewhere', elsewhere.map(({ question: { id } }) => id)),
    ...inClass('emergency', ends.filter((end) => end === 'emergency')),
    ...inClass('ending', ends.filter((end) => end !== 'emergency')),
  ];
}

function inClass(name: string, ids: readonly string[]): string[] {
  return ids.length > 0 ? [`  class ${ids.join(',')} ${name}`] : [];
}

function boxOf({ question }: Item, { dialog: { pages } }: Told): string {
  const number = pages.flatMap((page) => page.questions).indexOf(question) + 1;
  return `${question.id}["${number}. ${plain(question.short)}"]`;
}

/** One arrow for each alternative of `onlyIf`, from the question of it that is asked last. */
function waysInto(item: Item, told: Told): string[] {
  return (item.question.onlyIf ?? []).map((facts) => {
    const from = sourceOf(facts, item, told).question.id;
    return `  ${from} -->|"${listed([factsInWords(facts, item, from, told)])}"| ${item.question.id}`;
  });
}

/** The arrows to the ends: an emergency, a polite stop, the nurse. */
function waysOut(item: Item, told: Told): string[] {
  const { id, type, redFlags = [], stopIf } = item.question;
  const arrow = (conditions: readonly Facts[], end: string): string[] =>
    conditions.length > 0 ? [`  ${id} -->|"${listed(conditions.map((facts) => factsInWords(facts, item, id, told)))}"| ${end}`] : [];
  return [
    ...arrow(redFlags.filter(({ level }) => level === 'emergency').flatMap(({ when }) => when), 'emergency'),
    ...arrow(stopIf?.when ?? [], 'stopped'),
    ...(type === 'check' ? [`  ${id} -->|"${listed([answersInWords('send', item, told)])}"| finished`] : []),
  ];
}

function isEmergency({ redFlags = [] }: Question): boolean {
  return redFlags.some(({ level }) => level === 'emergency');
}

/** Several labels under each other; Mermaid breaks long lines by itself. */
function listed(labels: readonly string[]): string {
  return labels.length === 1 ? plain(labels.join('')) : labels.map((label) => `• ${plain(label)}`).join('<br>');
}

/** Words without what Mermaid would read as its own signs. */
function plain(text: string): string {
  return text.replaceAll('{{each}}', '…').replaceAll('"', '#quot;');
}
