import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrate, openSqlite } from '../../src/store/sqlite.ts';
import { keepsItsPromises } from './contract.ts';
import { caseOf, clinic, insistOn, said, step, wordsOf } from './steps.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lean-forward-store-'));
  file = join(folder, 'clinic.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const unavailable = { name: 'ClinicError', code: 'store-unavailable' };

describe('the store in a file', () => {
  keepsItsPromises(async () => openSqlite(file).store);
});

describe('the store in memory', () => {
  it('works without a file', async () => {
    const { store } = openSqlite(':memory:');
    await store.append(step('ada', 0, [said('one')]));
    await store.forget(clinic, 'ada');
    expect(await store.read(clinic, 'ada')).toEqual([]);
    await store.close();
  });
});

describe('opening', () => {
  it('finds everything again after a restart', async () => {
    const before = openSqlite(file).store;
    await before.append(step('ada', 0, [said('one', 'm-1')], { message: 'm-1', case: caseOf('ada') }));
    await before.close();

    const after = openSqlite(file).store;
    expect(await wordsOf(after, 'ada')).toEqual(['one']);
    expect(await after.openCases(clinic)).toEqual([caseOf('ada')]);
    expect(await after.append(step('ada', 1, [said('one', 'm-1')], { message: 'm-1' }))).toMatchObject({ why: 'repeated' });
    await after.close();
  });

  it('syncs every commit to the disk, and overwrites what is erased', async () => {
    const { store, database } = openSqlite(file);
    const setting = (name: string) => database.pragma(name, { simple: true });
    expect(setting('journal_mode')).toBe('wal');
    expect(setting('synchronous')).toBe(2);
    expect(setting('foreign_keys')).toBe(1);
    expect(setting('secure_delete')).toBe(1);
    await store.close();
  });

  it('applies each change of the tables once', async () => {
    await openSqlite(file).store.close();
    const { store, database } = openSqlite(file);
    const applied = database.prepare('select name from migrations order by number').pluck().all();
    expect(applied).toEqual(readdirSync(new URL('../../src/store/migrations/sqlite', import.meta.url)).toSorted());
    await store.close();
  });

  it('applies all new changes or none', async () => {
    const { store, database } = openSqlite(':memory:');
    const known = database.prepare<[], number>('select max(number) from migrations').pluck().get() ?? 0;
    const good = { number: known + 1, name: 'good', sql: 'create table visits (id integer); insert into visits values (1)' };
    const bad = { number: known + 2, name: 'bad', sql: 'create table nonsense' };
    expect(() => migrate(database, [good, bad])).toThrow(/incomplete input/);
    expect(() => database.prepare('select * from visits')).toThrow(/no such table/);

    migrate(database, [good]);
    migrate(database, [good]);
    expect(database.prepare('select count(*) from visits').pluck().get()).toBe(1);
    await store.close();
  });

  it('refuses a database of a newer version', async () => {
    const { store, database } = openSqlite(file);
    database.exec("insert into migrations (number, name) values (9999, 'from tomorrow')");
    await store.close();
    expect(() => openSqlite(file)).toThrow(expect.objectContaining({ ...unavailable, message: expect.stringContaining('9999') }));
  });

  it('fails as store-unavailable where no file can be', () => {
    expect(() => openSqlite(join(folder, 'nowhere', 'clinic.db'))).toThrow(expect.objectContaining(unavailable));
  });
});

describe('trouble', () => {
  it('leaves nothing of a step for which the disk is too small', async () => {
    const { store, database } = openSqlite(file);
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages + 2}`);
    const tooMuch = step('ada', 0, [said('one', 'm-1'), said('x'.repeat(50_000))], { message: 'm-1', case: caseOf('ada') });
    await expect(store.append(tooMuch)).rejects.toMatchObject(unavailable);

    database.pragma('max_page_count = 100000');
    expect(await store.read(clinic, 'ada')).toEqual([]);
    expect(await store.case(clinic, 'ada')).toBeUndefined();
    expect(await store.append(tooMuch)).toEqual({ ok: true });
    await store.close();
  });

  it('does not wait for ever for another process', async () => {
    const [one, other] = [openSqlite(file), openSqlite(file)];
    one.database.pragma('busy_timeout = 1');
    other.database.exec('begin immediate');
    await expect(one.store.append(step('ada', 0, [said('one')]))).rejects.toMatchObject(unavailable);
    other.database.exec('rollback');
    expect(await one.store.append(step('ada', 0, [said('one')]))).toEqual({ ok: true });
    await Promise.all([one.store.close(), other.store.close()]);
  });

  it('keeps a step out of a transaction that somebody else has open on the handle', async () => {
    const { store, database } = openSqlite(file);
    database.exec('begin');
    const appended = store.append(step('ada', 0, [said('one')]));
    database.exec('rollback');
    expect(await appended).toEqual({ ok: true });
    expect(await wordsOf(store, 'ada')).toEqual(['one']);
    await store.close();
  });

  it('names an unreadable row without quoting it', async () => {
    const { store, database } = openSqlite(file);
    await store.append(step('ada', 0, [said('one'), said('the secret'), said('three')]));
    for (const sealed of ['{"type":"said","text":"the secret', '{"type":"of old","text":"the secret"}']) {
      database.prepare('update words set sealed = ? where id = 2').run(sealed);
      const error: unknown = await store.read(clinic, 'ada').catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ ...unavailable, message: 'table entries, seq 2: this row cannot be read' });
      expect(inspect(error)).not.toContain('secret');
    }
    expect((await store.read(clinic, 'ada', 2)).map((row) => row.seq)).toEqual([3]);
    await store.close();
  });
});

describe('two processes on one file', () => {
  it('give each place in the log to exactly one, and lose nothing when one is killed', async () => {
    const { store } = openSqlite(file);
    const rival = fork(new URL('rival.ts', import.meta.url), [file], { execArgv: [] });
    await once(rival, 'message');
    const exited = once(rival, 'exit');
    rival.send('go');
    await once(rival, 'message');
    for (let turn = 0; turn < 150; turn += 1) await insistOn(store, 'race', 'ours');
    expect(await exited).toEqual([null, 'SIGKILL']);

    const log = await store.read(clinic, 'race');
    expect(log.map((row) => row.seq)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
    const words = await wordsOf(store, 'race');
    expect(words.filter((text) => text === 'rival')).toHaveLength(150);
    await store.close();
  });
});
