import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One import, re-export or `import()`: `from` is a path from the repository's root, or a package's or builtin's name. */
export interface Import {
  readonly from: string;
  readonly how: 'value' | 'type' | 'dynamic';
}

/** A file as the rules see it. */
export interface Source {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** What it reads from its surroundings, each as it is written: `Date.now`, `new Date()`, `process.env`, `console`, `randomUUID` and the like. */
  readonly reads: readonly string[];
}

const surroundings = new Set(['Date.now', 'Math.random', 'process.env', 'performance.now', 'crypto.getRandomValues']);
const makers = new Set(['randomUUID', 'randomBytes', 'randomInt']);

/** Every file under src/. */
export function sourceFiles(): Source[] {
  return readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => sourceFrom(relative(root, file), readFileSync(file, 'utf8')));
}

/** Reads one file's text; only TypeScript is looked into. Throws if it cannot be parsed. */
export function sourceFrom(path: string, text: string): Source {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (!/\.tsx?$/.test(path)) return { path, lines, imports: [], reads: [] };
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: Import[] = [
    ...module.staticImports.map(({ moduleRequest, entries }): Import => ({ from: moduleRequest.value, how: allTypes(entries) ? 'type' : 'value' })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }): Import[] => (moduleRequest ? [{ from: moduleRequest.value, how: isType ? 'type' : 'value' }] : [])),
    ),
  ];
  const reads: string[] = [];
  new Visitor({
    ImportExpression: ({ source }) => void imports.push({ from: source.type === 'Literal' ? String(source.value) : 'a computed path', how: 'dynamic' }),
    TSImportType: ({ source }) => void imports.push({ from: source.value, how: 'type' }),
    ImportSpecifier: ({ imported }) => void reads.push(...(imported.type === 'Identifier' && makers.has(imported.name) ? [imported.name] : [])),
    MemberExpression: (member) => {
      if (member.computed || member.property.type !== 'Identifier') return;
      const name = `${member.object.type === 'Identifier' ? member.object.name : ''}.${member.property.name}`;
      if (surroundings.has(name)) reads.push(name);
      if (makers.has(member.property.name)) reads.push(member.property.name);
      if (name.startsWith('console.')) reads.push('console');
    },
    NewExpression: ({ callee, arguments: given }) => void reads.push(...(callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0 ? ['new Date()'] : [])),
  }).visit(program);
  return { path, lines, imports: imports.map(({ from, how }) => ({ from: from.startsWith('.') ? join(dirname(path), from) : from, how })), reads };
}

function allTypes(entries: readonly { isType: boolean }[]): boolean {
  return entries.length > 0 && entries.every(({ isType }) => isType);
}
