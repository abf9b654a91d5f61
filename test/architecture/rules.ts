import type { Import, Source } from './source.ts';

/** A rule of the tree that a machine can hold. `breaches` says in words what a file does against it. */
export interface Rule {
  readonly id: string;
  readonly why: string;
  readonly fix: string;
  readonly breaches: (file: Source, all: readonly Source[]) => string[];
  /** A file that breaks the rule: proof that it can be broken. */
  readonly example: { readonly path: string; readonly text: string };
}

const levels = [
  ['errors', 'learning'],
  ['dialog', 'faq', 'understanding', 'words', 'config', 'bundle'],
  ['conversation'],
  ['handoff'],
  ['store', 'content'],
  ['clinic', 'outbox'],
  ['channels', 'staff'],
  ['http'],
  ['main', 'talk', 'authoring'],
];
const pureFolders = new Set(['learning', 'dialog', 'understanding', 'faq', 'conversation', 'handoff']);
const purePackages = new Set(['zod', 'xstate', 'minisearch', 'libphonenumber-js', 'chrono-node', 'fastest-levenshtein', 'lru-cache', '@orama/stemmers', 'tinyld']);
/** Where the program starts: for the server, and for a conversation in a terminal. */
const starts = ['src/main.ts', 'src/talk.ts'];
/** What the other folders of its level may take from the dialog: shapes, and types of anything. */
const shapes = new Set(['src/dialog/schema.ts', 'src/dialog/value.ts']);
/** Where patients and nurses come through one door: what is said of it on the patient's side holds for the nurse's. */
const sharedDoor = { from: 'src/channels/teams/', to: 'src/staff/teams/' };
const cupboards = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'core', 'types', 'index', 'misc', 'shared']);

/** A package that may be loaded in a few places only. `typesToo`: its types must not spread either. */
const fences: { name: RegExp; places: string[]; typesToo: boolean }[] = [
  { name: /^xstate$/, places: ['src/dialog/machine.ts', 'src/dialog/walk.ts'], typesToo: true },
  { name: /^i18next$/, places: ['src/words.ts'], typesToo: true },
  { name: /^(botbuilder|botframework-|@microsoft\/)/, places: ['src/channels/teams/bot-framework.ts', 'src/channels/teams/agents.ts'], typesToo: true },
  { name: /^better-sqlite3$/, places: ['src/store/sqlite.ts'], typesToo: false },
  { name: /^pg$/, places: ['src/store/postgres.ts'], typesToo: false },
];

/** The folder or file right under src/: what the levels name. `browser` has rules of its own. */
function unitOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.tsx?$/, '');
}

function levelOf(path: string): number {
  return levels.findIndex((units) => units.includes(unitOf(path)));
}

function packageOf(name: string): string {
  return name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');
}

const isOurs = ({ from }: Import): boolean => from.startsWith('src/');
const isInBrowser = ({ path }: Source): boolean => path.startsWith('src/browser/');
const startsWithOne = (path: string, places: readonly string[]): boolean => places.some((place) => path.startsWith(place));
const namesOf = (imports: readonly Import[]): string[] => imports.map(({ from, how }) => `imports ${from} (${how})`);
const readsOf = (file: Source, wanted: (read: string) => boolean, places: readonly string[]): string[] =>
  startsWithOne(file.path, places) ? [] : file.reads.filter(wanted).map((read) => `reads ${read}`);

export const rules: readonly Rule[] = [
  {
    id: 'every-part-has-a-level',
    why: 'A part without a level may import anything, and be imported from anywhere.',
    fix: 'Give the new folder or file under src/ a level in test/architecture/rules.ts and in docs/architecture.md.',
    breaches: (file) => (isInBrowser(file) || levelOf(file.path) >= 0 ? [] : [`"${unitOf(file.path)}" has no level`]),
    example: { path: 'src/cupboard/box.ts', text: '' },
  },
  {
    id: 'arrows-point-down',
    why: 'What is below can be understood, tested and changed without what is above it.',
    fix: 'Pass the value in as an argument, or move the function to the level that knows both sides.',
    breaches: (file) =>
      isInBrowser(file)
        ? []
        : namesOf(
            file.imports.filter((one) => {
              const shapeOfTheDialog = levelOf(file.path) === levelOf(one.from) && unitOf(one.from) === 'dialog' && (one.how === 'type' || shapes.has(one.from));
              const throughTheDoor = file.path.startsWith(sharedDoor.to) && one.from.startsWith(sharedDoor.from);
              return isOurs(one) && !shapeOfTheDialog && !throughTheDoor && unitOf(one.from) !== unitOf(file.path) && !(levelOf(one.from) >= 0 && levelOf(one.from) < levelOf(file.path));
            }),
          ),
    example: { path: 'src/dialog/walk.ts', text: "import type { Log } from '../conversation/log.ts';" },
  },
  {
    id: 'the-middle-is-pure',
    why: "A clinician's rule must be testable without a clock, a database or a network, and must not change with one.",
    fix: 'Pass the value in, or move the function to clinic.ts. A package that reads nothing of its surroundings may join the list in test/architecture/rules.ts.',
    breaches: (file) =>
      pureFolders.has(unitOf(file.path))
        ? namesOf(
            file.imports.filter((one) => !isOurs(one) && !purePackages.has(packageOf(one.from)) && !(one.from === 'node:crypto' && file.path === 'src/dialog/fingerprint.ts')),
          )
        : [],
    example: { path: 'src/faq/search.ts', text: "import { readFileSync } from 'node:fs';" },
  },
  {
    id: 'a-package-has-one-door',
    why: 'A package that leaks cannot be replaced, and the Teams packages cost every clinic a second and 150 MB if they are loaded without need.',
    fix: 'Use the file that owns the package, or add to it what you need in our own words.',
    breaches: (file) =>
      namesOf(
        file.imports.filter(({ from, how }) => fences.some(({ name, places, typesToo }) => name.test(from) && !startsWithOne(file.path, places) && (typesToo || how !== 'type'))),
      ),
    example: { path: 'src/conversation/turn.ts', text: "import { createActor } from 'xstate';" },
  },
  {
    id: 'teams-is-loaded-late',
    why: 'A clinic without Teams should not wait for its packages, nor trust them.',
    fix: 'Use `await import(…)` where the configuration says that Teams is wanted.',
    breaches: (file) => {
      const teams = ['src/channels/teams/', 'src/staff/teams/'];
      return startsWithOne(file.path, teams) ? [] : namesOf(file.imports.filter(({ from, how }) => how === 'value' && startsWithOne(from, teams)));
    },
    example: { path: 'src/main.ts', text: "import { serveTeams } from './channels/teams/serve.ts';" },
  },
  {
    id: 'the-store-has-one-face',
    why: 'Two engines keep one promise only if nobody looks behind it.',
    fix: 'Use the interface of store/store.ts; only main.ts and talk.ts open an engine.',
    breaches: (file) =>
      unitOf(file.path) === 'store' || startsWithOne(file.path, starts) ? [] : namesOf(file.imports.filter(({ from }) => unitOf(from) === 'store' && isOurs({ from, how: 'type' }) && from !== 'src/store/store.ts')),
    example: { path: 'src/clinic.ts', text: "import { openSqlite } from './store/sqlite.ts';" },
  },
  {
    id: 'the-browser-knows-the-wire',
    why: 'Whatever a page imports is sent to every patient, and a page that knows the server breaks with it.',
    fix: 'Put what both sides say to each other into the wire.ts of the channel or of the inbox.',
    breaches: (file) =>
      isInBrowser(file)
        ? namesOf(file.imports.filter(({ from }) => (from.startsWith('src/') && !from.startsWith('src/browser/') && !from.endsWith('/wire.ts')) || from.startsWith('node:')))
        : [],
    example: { path: 'src/browser/widget/chat.ts', text: "import type { Log } from '../../conversation/log.ts';" },
  },
  {
    id: 'the-wire-carries-nothing',
    why: 'The browser bundles the wire: what it loads, every patient downloads.',
    fix: 'Let wire.ts import types only, and define its shapes and constants there.',
    breaches: (file) => (file.path.endsWith('/wire.ts') ? namesOf(file.imports.filter(({ how }) => how !== 'type')) : []),
    example: { path: 'src/channels/web/wire.ts', text: "import { takeTurn } from '../../conversation/turn.ts';" },
  },
  {
    id: 'settings-come-from-one-place',
    why: 'A setting read elsewhere is neither checked at start-up nor listed for the person who runs the server.',
    fix: 'Add it to config.ts, and pass the value in.',
    breaches: (file) => readsOf(file, (read) => read === 'process.env', ['src/config.ts']),
    example: { path: 'src/http.ts', text: 'const port = process.env.PORT;' },
  },
  {
    id: 'time-and-chance-come-from-the-edge',
    why: 'A turn taken again must come out the same, and a test must not wait for a clock.',
    fix: 'Take `now` or `newId` as an argument; main.ts and talk.ts make them.',
    breaches: (file) => readsOf(file, (read) => read !== 'process.env' && read !== 'console', [...starts, 'src/browser/', 'src/channels/terminal/']),
    example: { path: 'src/clinic.ts', text: 'const at = new Date();' },
  },
  {
    id: 'nothing-is-printed',
    why: 'What is printed lands in a log, and patient data must not.',
    fix: "Use the server's logger with a code, or throw.",
    breaches: (file) => readsOf(file, (read) => read === 'console', [...starts, 'src/channels/terminal/']),
    example: { path: 'src/clinic.ts', text: 'console.log(message);' },
  },
  {
    id: 'a-file-fits-on-a-few-screens',
    why: 'A file over 200 lines holds two thoughts.',
    fix: 'Find the second noun, and give it a file.',
    breaches: ({ lines }) => (lines < 200 ? [] : [`has ${lines} lines`]),
    example: { path: 'src/clinic.ts', text: '\n'.repeat(200) },
  },
  {
    id: 'a-folder-fits-in-one-look',
    why: 'A folder with more than a dozen files is read by nobody.',
    fix: 'Find the noun that some of the files share, and give it a folder.',
    breaches: ({ path }, all) => {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      const files = all.filter((one) => one.path.startsWith(folder) && !one.path.slice(folder.length).includes('/')).map((one) => one.path);
      return files.length < 13 || files[0] !== path ? [] : [`stands in a folder of ${files.length} files`];
    },
    example: { path: 'src/full/01.ts', text: '' },
  },
  {
    id: 'no-cupboards',
    why: 'A cupboard says nothing about what is inside, so everything ends there.',
    fix: 'Name the file after the noun it is about, or after the one act it does.',
    breaches: ({ path }) =>
      path
        .split('/')
        .map((part) => part.replace(/\.tsx?$/, ''))
        .filter((part) => cupboards.has(part))
        .map((part) => `has "${part}" in its path`),
    example: { path: 'src/dialog/utils.ts', text: '' },
  },
];
