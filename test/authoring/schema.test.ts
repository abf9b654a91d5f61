import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { z } from 'zod';
import { schemaFiles } from '../../src/authoring/schema.ts';

const dialogs = join(import.meta.dirname, '../../dialogs');
const files = [...readdirSync(join(dialogs, 'intake')).map((file) => `intake/${file}`), 'safety.yaml', 'clinic.yaml'];
const shapes = new Map(schemaFiles().map(({ path, text }) => [join(dialogs, path), z.fromJSONSchema(JSON.parse(text))]));

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(dialogs, file), 'utf8');
  const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
  const path = join(dialogs, dirname(file), named);

  it('names its schema in the first line, for the editor', () => {
    expect(existsSync(path) && shapes.has(path)).toBe(true);
  });

  it('fits its schema, which underlines a word that does not belong there', () => {
    const page = load(text);
    expect(shapes.get(path)?.safeParse(page).success).toBe(true);
    expect(shapes.get(path)?.safeParse(Object.assign({}, page, { tittle: 'A slip' })).success).toBe(false);
  });
});

const page = (question: object): unknown => ({ id: 'one', title: 'One', reviewed: { by: 'Nobody', on: '2026-01-01', source: 'Invented' }, questions: [{ id: 'first', ask: 'First?', short: 'First', type: 'yes-no', ...question }] });

describe('the schema of a page', () => {
  const shape = shapes.get(join(dialogs, 'page.schema.json'));

  it.each([
    ['a type that is none', { type: 'yes-or-no' }],
    ['a level that is none', { redFlags: [{ when: { first: 'yes' }, level: 'urgent', flag: 'infection', because: 'Why' }] }],
    ['an id with a space', { id: 'first one' }],
    ['a question without a short name', { short: undefined }],
  ])('underlines %s', (_, slip) => {
    expect(shape?.safeParse(page({})).success).toBe(true);
    expect(shape?.safeParse(JSON.parse(JSON.stringify(page(slip)))).success).toBe(false);
  });
});
