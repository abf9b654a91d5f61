/**
 * Completes package-lock.json after a change of the dependencies: `npm run lockfile`. Another lockfile can be named, for example
 * `npm run lockfile -- test/playground/package-lock.json`.
 *
 * Some registries serve only the binaries of one platform, and npm then leaves the other platforms' optional packages
 * out of the lockfile; `npm ci` refuses such a file. This adds the missing entries with what their names say.
 * With `--check` it writes nothing and exits 1 if an entry is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import semver from 'semver';

const named = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 'package-lock.json';
const file = new URL(`../${named}`, import.meta.url);
const systems = { darwin: 'darwin', win32: 'win32', linux: 'linux', linuxmusl: 'linux', android: 'android', freebsd: 'freebsd', openbsd: 'openbsd', netbsd: 'netbsd', sunos: 'sunos', aix: 'aix', openharmony: 'openharmony' };
const processors = { x64: 'x64', arm64: 'arm64', arm: 'arm', ia32: 'ia32', s390x: 's390x', ppc64: 'ppc64', ppc64le: 'ppc64', riscv64: 'riscv64', loong64: 'loong64', mips64el: 'mips64el', wasm32: 'wasm32', armv7: 'arm' };

/** Where Node would find `name` when `parent` asks for it, or undefined if the lockfile has it nowhere. */
function placeOf(packages, parent, name) {
  for (let from = parent; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    const place = `${from ? `${from}/` : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (from === '') return undefined;
  }
}

function entryFor(name, range) {
  const words = name.split(/[/-]/);
  const os = words.flatMap((word) => systems[word] ?? []);
  const cpu = words.flatMap((word) => processors[word] ?? []);
  const libc = words.some((word) => word.includes('musl')) ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  return {
    version: range.replace(/^[^\d]*/, ''),
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

const { satisfies } = semver;
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;
const wanted = Object.entries(packages).flatMap(([parent, found]) =>
  Object.entries(found.optionalDependencies ?? {}).map(([name, range]) => ({ parent, name, range })),
);

function isThere({ parent, name, range }) {
  const place = placeOf(packages, parent, name);
  return place !== undefined && satisfies(packages[place].version, range);
}

/** At the top, unless somebody else needs another version there. */
function placeFor(one) {
  const top = `node_modules/${one.name}`;
  const taken = wanted.some((other) => other !== one && other.name === one.name && placeOf(packages, other.parent, other.name) === top && isThere(other));
  return taken ? `${one.parent}/node_modules/${one.name}` : top;
}

const missing = wanted.filter((one) => !isThere(one));
if (process.argv.includes('--check')) {
  if (missing.length > 0) console.error(`${named} lacks ${missing.length} optional packages, for example ${missing[0].name} ${missing[0].range}. Run: npm run lockfile -- ${named}`);
  process.exit(missing.length > 0 ? 1 : 0);
}
for (const one of missing) packages[placeFor(one)] = entryFor(one.name, one.range);
const [root, ...rest] = Object.entries(packages);
lock.packages = Object.fromEntries([root, ...rest.toSorted(([a], [b]) => a.localeCompare(b, 'en'))]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${named}: ${missing.length} entries added`);
