import { basename, join } from 'node:path';
import { documentsIn, sourceLanguage, type Document } from './content/documents.ts';
import { dataIn, filesIn, foldersIn, shaped, type Folders } from './content/files.ts';
import { inTheirWords, type Source } from './content/translated.ts';
import type { Content } from './conversation/content.ts';
import type { Faq, Voice } from './conversation/voice.ts';
import { problemsIn } from './dialog/check.ts';
import { dialogFrom } from './dialog/dialog.ts';
import { chartFrom } from './dialog/machine.ts';
import { problemsInRules, Rule } from './dialog/rule.ts';
import { ClinicCard, Page, Safety, Situation } from './dialog/schema.ts';
import { ClinicError } from './errors.ts';
import { Questions, Tuning } from './faq/questions.ts';
import { buildIndex, type Index } from './faq/search.ts';
import { Sources } from './faq/topic.ts';
import { examplesIn, wishExamplesIn } from './content/examples.ts';
import { inTodaysWords, staleAmong, topicsIn } from './content/topics.ts';
import { wishesFrom, Wishing, type Wishes } from './understanding/command.ts';
import { EmergencySpeech, likenessFrom, Watch, type Emergencies, type Likeness } from './understanding/emergency.ts';
import { borrowing, Language } from './understanding/language.ts';
import { wordsFrom } from './words.ts';

/**
 * Reads dialogs/ and locales/ and checks every page, alone and with the others.
 * @param languages what to speak and understand; the clinic's own languages if left out
 * Throws ClinicError `page-invalid` with one sentence for each thing that is wrong, naming file and place.
 */
export function readContent(folders: Folders, languages?: readonly string[]): Content {
  const documents = documentsIn(folders);
  const source = sourceFrom(documents);
  const { card, safety, pages, rules } = source;
  const watch = shaped(Watch, dataIn(join(folders.dialogs, 'emergency.yaml')), 'dialogs/emergency.yaml');
  const problems = [...problemsIn(pages, safety, [...watch.signs, ...watch.likeness.because].map(({ flag }) => flag)), ...problemsInRules(rules, pages)];
  if (problems.length > 0) throw new ClinicError('page-invalid', problems.join('\n'));

  const dialog = dialogFrom(pages);
  const known = foldersIn(join(folders.dialogs, 'language')).map((language) => [language, speechFilesIn(folders, language)] as const);
  const lender = known.find(([language]) => language === card.languages[0])?.[1] ?? {};
  const spoken = (languages ?? card.languages).map((language) => inTheirWords(language, documents, source, dialog, folders));
  const own = inTheirWords(sourceLanguage, documents, source, dialog, folders);
  const words = wordsFrom(sourceLanguage, [own, ...spoken].map(({ translated, files }) => ({ language: translated.language, country: card.country, files, parameters: parametersOf(translated.card) })));
  const emergencies = emergenciesFrom(watch, known, folders);
  const wishing = shaped(Wishing, dataIn(join(folders.dialogs, 'commands.yaml')), 'dialogs/commands.yaml');
  const wished = known.flatMap(([language]) => wishExamplesIn(folders.dialogs, language));
  let wishes: Wishes | undefined;
  return {
    card,
    safety,
    dialog,
    chart: chartFrom(dialog),
    voices: new Map(
      spoken.map(({ translated }): [string, Voice] => {
        const { language } = translated;
        const written = known.find(([one]) => one === language)?.[1];
        const speaker = words.get(language);
        if (!written || !speaker) throw new ClinicError('page-invalid', `dialogs/language/${language}: there is nothing on how people speak this language.`);
        // Where two languages are spoken side by side, people mix them; words of the clinic's first one are known in every other.
        const files = written === lender ? written : borrowing(written, lender);
        const speech = shaped(Language, files, `dialogs/language/${language}`);
        return [language, { ...speaker, ...translated, speech, faq: faqIn(folders, language, files['questions']) }];
      }),
    ),
    // In every language we know, whatever the clinic speaks: an emergency is written in the language that comes first.
    emergencies,
    // Learned when they are first asked for, as the topics are.
    get wishes() {
      return (wishes ??= wishesFrom(wished, emergencies.speeches.map(({ shorthand }) => shorthand), wishing));
    },
  };
}

function emergenciesFrom(watch: Watch, known: readonly (readonly [string, Record<string, unknown>])[], { dialogs }: Folders): Emergencies {
  const speeches = known.map(([language, files]) => shaped(EmergencySpeech, files, `dialogs/language/${language}`));
  const examples = known.flatMap(([language]) => examplesIn(dialogs, language));
  const explained = new Set(watch.likeness.because.map(({ flag }) => flag));
  const unexplained = new Set(examples.filter(({ means }) => means.level !== null && !explained.has(means.name)).map(({ means }) => means.name));
  if (unexplained.size > 0) throw new ClinicError('page-invalid', [...unexplained].map((flag) => `dialogs/language has examples of "${flag}", for which likeness.because in dialogs/emergency.yaml has no line.`).join('\n'));
  let likeness: Likeness | undefined;
  return {
    watch,
    speeches,
    // Learned when it is first asked for, as the topics are.
    get likeness() {
      return (likeness ??= likenessFrom(examples, speeches.map(({ shorthand }) => shorthand), watch.likeness));
    },
  };
}

function sourceFrom(documents: readonly Document[]): Source {
  const named = <T>(schema: { parse(raw: unknown): T } & Parameters<typeof shaped<T>>[0], folder: string): T[] =>
    documents.filter(({ name }) => name.startsWith(folder)).map(({ name, raw }) => shaped(schema, raw, `${name}.yaml`));
  const [card] = named(ClinicCard, 'dialogs/clinic');
  const [safety] = named(Safety, 'dialogs/safety');
  const [situation] = named(Situation, 'dialogs/situation');
  if (!card || !safety || !situation) throw new ClinicError('page-invalid', 'dialogs: clinic.yaml, safety.yaml and situation.yaml must all be there.');
  return { card, safety, situation, pages: named(Page, 'dialogs/intake/'), rules: named(Rule, 'dialogs/screening/') };
}

/** What sentences may name of the clinic. */
function parametersOf({ name, phone, hours, emergencyNumber, crisisLine }: ClinicCard): Record<string, string> {
  return { clinic: name, phone, hours, emergency: emergencyNumber, crisis: crisisLine.number };
}

function speechFilesIn({ dialogs }: Folders, language: string): Record<string, unknown> {
  return Object.fromEntries(filesIn(join(dialogs, 'language', language), '.yaml').map((file) => [basename(file, '.yaml'), dataIn(file)]));
}

function faqIn({ dialogs }: Folders, language: string, howPeopleAsk: unknown): Faq {
  const folder = join(dialogs, 'faq');
  const source = new Map(topicsIn(dialogs, sourceLanguage).map((topic) => [topic.id, topic]));
  const written = language === sourceLanguage ? [...source.values()] : topicsIn(dialogs, language);
  const topics = language === sourceLanguage ? written : inTodaysWords(written, source);
  const questions = shaped(Questions, howPeopleAsk, `dialogs/language/${language}/questions.yaml`);
  const tuning = shaped(Tuning, dataIn(join(folder, 'search.yaml')), 'dialogs/faq/search.yaml');
  let index: Index | undefined;
  return {
    topics: new Map(topics.map((topic) => [topic.id, topic])),
    borrowed: new Set(language === sourceLanguage ? [] : staleAmong(written, source)),
    // Learned when it is first asked for: that takes longer than all the rest of a start.
    get index() {
      return (index ??= buildIndex(topics, questions, tuning));
    },
    sources: shaped(Sources, dataIn(join(folder, 'sources.yaml')), 'dialogs/faq/sources.yaml'),
  };
}
