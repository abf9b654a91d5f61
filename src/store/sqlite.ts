import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { ClinicError } from '../errors.ts';
import { readMigrations } from './migrations.ts';
import type { Migration } from './migrations.ts';
import { seal } from './seal.ts';
import { reached } from './sqlite-failure.ts';
import { outboxOn } from './sqlite-outbox.ts';
import { statementsOn } from './sqlite-statements.ts';
import { extentOf } from './step.ts';
import type { Step, Store } from './store.ts';
import { caseFrom, logFrom } from './stored.ts';

type Appended = Awaited<ReturnType<Store['append']>>;

/** How long a write waits for another one, in milliseconds. A wait for another process holds up every patient of this one. */
const patience = 2000;

/**
 * Opens a store in a file, made if it is not there, or in memory for `:memory:`. Brings older tables up to date.
 * @returns the store, and the handle underneath for the staff sign-in; closing the store closes both.
 * Throws ClinicError `store-unavailable` if the file cannot be opened or was last written by a newer version of this program.
 */
export function openSqlite(file: string): { store: Store; database: Database } {
  try {
    const database = new Sqlite(file, { timeout: patience });
    try {
      prepare(database);
      migrate(database, readMigrations('sqlite'));
      return { store: storeOn(database), database };
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof ClinicError) throw error;
    throw new ClinicError('store-unavailable', `the database ${file} cannot be opened`, { cause: error });
  }
}

function prepare(database: Database): void {
  database.pragma('journal_mode = WAL');
  // After WAL, for which the library was built to lower it: a reply must never outlive its entry.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // The words of an erased conversation are overwritten, and never reach a temporary file.
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
}

/**
 * Applies what is new of `migrations`, in order: all or, if one fails, none.
 * Throws ClinicError `store-unavailable` if the database has had more than these.
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const bringUpToDate = database.transaction(() => {
    database.exec('create table if not exists migrations (number integer primary key, name text not null)');
    const applied = database.prepare<[], number>('select coalesce(max(number), 0) from migrations').pluck().get() ?? 0;
    const known = migrations.at(-1)?.number ?? 0;
    if (applied > known) {
      throw new ClinicError('store-unavailable', `the database is at change ${applied}, this version of the program only knows ${known}: start the newer version`);
    }
    const note = database.prepare<[number, string]>('insert into migrations (number, name) values (?, ?)');
    for (const { number, name, sql } of migrations.filter((one) => one.number > applied)) {
      database.exec(sql);
      note.run(number, name);
    }
  });
  // Immediate, so that of two processes starting together the second finds the work done.
  bringUpToDate.immediate();
}

function storeOn(database: Database): Store {
  const sql = statementsOn(database);

  /** Runs `work` to its end without a pause, so that within this process nothing can come between. */
  const reach = <T>(work: () => T): T => {
    if (!database.open) throw new ClinicError('store-unavailable', 'the database is closed');
    try {
      return work();
    } catch (error) {
      throw reached(error);
    }
  };

  const write = async <T>(work: () => T): Promise<T> => {
    // The staff sign-in may hold a transaction open on this handle; what is written inside it could be rolled back with it.
    for (let waited = 0; database.inTransaction && waited < patience; waited += 5) await setTimeout(5);
    if (database.inTransaction) throw new ClinicError('store-unavailable', 'another transaction does not end');
    return reach(work);
  };

  const keep = (words: string): number | bigint => sql.keep.run(words).lastInsertRowid;
  const outbox = outboxOn(database, { reach, write, keep });

  const appendWhole = database.transaction((step: Step): Appended => {
    const { clinic, conversation, after, rows, pulse, message } = step;
    const { seq, lastAt, heardAt } = extentOf(step);

    const heardBefore = message === undefined ? undefined : sql.heard.get(clinic, conversation, message);
    if (heardBefore !== undefined) return { ok: false, why: 'repeated', seq: heardBefore };

    const { changes } =
      after === 0
        ? sql.begin.run(clinic, conversation, seq, pulse.status, pulse.urgency, lastAt)
        : sql.goOn.run(seq, pulse.status, pulse.urgency, lastAt, clinic, conversation, after);
    if (changes === 0) return { ok: false, why: 'moved-on' };

    for (const row of rows) sql.add.run(clinic, conversation, row.seq, row.at, keep(seal(row.entry)));
    if (message !== undefined) sql.hear.run(clinic, conversation, message, heardAt);
    if (step.case !== undefined) {
      const { channel, urgency, label, handedOverAt, claimedBy, closedAt } = step.case;
      sql.blankCase.run(clinic, conversation);
      sql.show.run(clinic, conversation, channel, urgency, keep(label), handedOverAt, claimedBy?.id ?? null, claimedBy?.name ?? null, closedAt);
    }
    outbox.within.promise(step);
    return { ok: true };
  });

  /** Each step whole or not at all, whatever becomes of the others. */
  const appendTogether = database.transaction((steps: readonly Step[]): (Appended | { failed: unknown })[] =>
    steps.map((step) => {
      try {
        return appendWhole(step);
      } catch (failed) {
        // Some failures, a full disk for one, end the transaction with everything in it.
        if (!database.inTransaction) throw failed;
        return { failed };
      }
    }),
  );

  const erase = database.transaction((clinic: string, conversation: string) => {
    sql.blankCase.run(clinic, conversation);
    sql.blankLog.run(clinic, conversation);
    outbox.within.erase(clinic, conversation);
    sql.remove.run(clinic, conversation);
  });

  /** Steps that arrive together share one transaction, and with it the wait for the disk. */
  let waiting: { step: Step; answer: PromiseWithResolvers<Appended> }[] = [];
  const appendWaiting = async (): Promise<void> => {
    const taken = waiting;
    waiting = [];
    try {
      const results = await write(() => appendTogether.immediate(taken.map(({ step }) => step)));
      results.forEach((result, index) => {
        if ('failed' in result) taken[index]?.answer.reject(reached(result.failed));
        else taken[index]?.answer.resolve(result);
      });
    } catch (failure) {
      for (const { answer } of taken) answer.reject(failure);
    }
  };

  return {
    read: async (clinic, conversation, after = 0) => logFrom(reach(() => sql.read.all(clinic, conversation, after))),

    append: (step) => {
      const answer = Promise.withResolvers<Appended>();
      if (waiting.push({ step, answer }) === 1) setImmediate(() => void appendWaiting());
      return answer.promise;
    },

    openCases: async (clinic) => reach(() => sql.openCases.all(clinic)).map(caseFrom),

    case: async (clinic, conversation) => {
      const stored = reach(() => sql.case.get(clinic, conversation));
      return stored === undefined ? undefined : caseFrom(stored);
    },

    ongoing: async (clinic) => reach(() => sql.ongoing.all(clinic)),
    silent: async (clinic, before) => reach(() => sql.silent.all(clinic, Date.parse(before))),

    forget: (clinic, conversation) =>
      write(() => {
        erase.immediate(clinic, conversation);
        // Until the write-ahead log is emptied, it still holds the words.
        const busy = database.pragma('wal_checkpoint(TRUNCATE)', { simple: true });
        if (busy !== 0) throw new ClinicError('store-unavailable', 'erased, but another process keeps the write-ahead log from being emptied: erase again');
      }),

    ...outbox.kept,

    audit: ({ at, clinic, who, did, conversation }) =>
      write(() => {
        sql.audit.run(at, clinic, who, did, conversation ?? null);
      }),

    close: async () => {
      database.close();
    },
  };
}
