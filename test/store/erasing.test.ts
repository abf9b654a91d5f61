import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { openSqlite } from '../../src/store/sqlite.ts';
import { addressOf } from './outbox.contract.ts';
import { at, caseOf, clinic, said, step } from './steps.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lean-forward-erasing-'));
  file = join(folder, 'clinic.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Every byte the database has on the disk. */
const bytes = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

describe('erasing a conversation from a file', () => {
  it('leaves no trace of the words in any file, whatever else was said before and since', async () => {
    const { store, database } = openSqlite(file);
    database.pragma('synchronous = OFF');
    const marks = Array.from({ length: 60 }, (_, i) => `<mark ${i}>`);
    const seqs = new Map(marks.map((mark) => [mark, 0]));
    const say = async (mark: string, times: number) => {
      const after = seqs.get(mark) ?? 0;
      const next = step(mark.replace('mark', 'visit'), after, [said(mark.repeat(times))]);
      await store.append({ ...next, case: caseOf(next.conversation, { label: mark.repeat(1 + (times % 9)) }) });
      seqs.set(mark, after + 1);
    };

    // Enough, in enough sizes, for the pages of a table to be split and joined. The same on every run.
    const times = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 20 }) }, fc.integer({ min: 1, max: 900 }));
    const told = fc.sample(fc.tuple(fc.constantFrom(...marks), times), { seed: 7, numRuns: 1200 });
    for (const [mark, often] of told) await say(mark, often);

    for (const [i, mark] of marks.entries()) {
      expect(bytes().includes(mark)).toBe(true);
      await store.forget(clinic, mark.replace('mark', 'visit'));
      expect(bytes().includes(mark)).toBe(false);
      for (const other of marks.slice(i + 1, i + 4)) await say(other, i + 1);
    }
    await store.close();
  });

  it('leaves no trace of where the patient could be written to, the places before included', async () => {
    const { store } = openSqlite(file);
    await store.append(step('ada', 0, [said('one')]));
    for (const mark of ['<first place>', '<second place, and longer>']) {
      await store.keepAddress(addressOf('chat-1', { address: JSON.stringify(mark.repeat(20)), conversation: 'ada' }));
      expect(bytes().includes(mark)).toBe(true);
    }
    await store.forget(clinic, 'ada');
    expect(bytes().includes('place')).toBe(false);
    await store.close();
  });

  it('says so when another process keeps the words in the write-ahead log, and ends it when asked again', async () => {
    const [one, other] = [openSqlite(file), openSqlite(file)];
    one.database.pragma('busy_timeout = 1');
    await one.store.append(step('ada', 0, [said('the secret')]));
    other.database.exec('begin; select * from words');
    await expect(one.store.forget(clinic, 'ada')).rejects.toMatchObject({ code: 'store-unavailable' });
    other.database.exec('rollback');
    await one.store.forget(clinic, 'ada');
    expect(bytes().includes('the secret')).toBe(false);
    await Promise.all([one.store.close(), other.store.close()]);
  });

  it('leaves the audit', async () => {
    const { store, database } = openSqlite(file);
    await store.append(step('ada', 0, [said('one')]));
    await store.audit({ at: at(1), clinic, who: 'n-1', did: 'read-case', conversation: 'ada' });
    await store.audit({ at: at(2), clinic, who: 'n-1', did: 'signed-in' });
    await store.forget(clinic, 'ada');
    expect(database.prepare('select did, conversation from audit order by at').raw().all()).toEqual([
      ['read-case', 'ada'],
      ['signed-in', null],
    ]);
    await store.close();
  });
});
