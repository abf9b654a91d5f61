import type { Database } from 'better-sqlite3';
import { blank } from './sqlite-statements.ts';
import type { Address, Step, Store } from './store.ts';
import { addressFrom, errandFrom } from './stored.ts';

type Kept = Pick<Store, 'errands' | 'refusedCards' | 'moveErrand' | 'keepAddress' | 'address' | 'addressOf'>;

/** How the store reaches its database: reading at once, writing when nobody else has a transaction open. */
interface Hand {
  readonly reach: <T>(work: () => T) => T;
  readonly write: <T>(work: () => T) => Promise<T>;
  /** Adds to the table `words`, and gives the id. */
  readonly keep: (words: string) => number | bigint;
}

const anErrand = 'select clinic, key, conversation, kind, of_seq, seq, state, tries, due, posted from outbox';
const notOver = "state in ('waiting', 'posting')";
const anAddress = 'select clinic, key, sealed as address, conversation, at from addresses join words on words.id = addresses.address';

/** What is done with errands and addresses within a transaction of the store. */
interface Within {
  readonly promise: (step: Step) => void;
  readonly erase: (clinic: string, conversation: string) => void;
}

/** The store's part for errands and addresses. */
export function outboxOn(database: Database, { reach, write, keep }: Hand): { within: Within; kept: Kept } {
  const sql = {
    // What has ended without being shown is not begun again; what is being posted is brought up to date after it.
    promise: database.prepare<[string, string, string, string, number, number, string]>(
      `insert into outbox (clinic, key, conversation, kind, of_seq, seq, state, tries, due, posted) values (?, ?, ?, ?, ?, ?, 'waiting', 0, ?, null)
       on conflict (clinic, conversation, key) do update set seq = excluded.seq,
         tries = case when ${notOver} then tries else 0 end,
         due = case when ${notOver} then due else excluded.due end,
         state = case state when 'posting' then 'posting' else 'waiting' end
       where posted is not null or ${notOver}`,
    ),
    errands: database.prepare<[string]>(`${anErrand} where clinic = ? and ${notOver} order by conversation, of_seq`),
    errandsOf: database.prepare<[string, string]>(`${anErrand} where clinic = ? and conversation = ? and ${notOver} order by of_seq`),
    refusedCards: database.prepare<[string]>(
      `${anErrand} where clinic = ? and kind = 'card' and state = 'refused' and posted is null and exists
       (select 1 from cases where cases.clinic = outbox.clinic and cases.conversation = outbox.conversation and closed_at is null) order by conversation`,
    ),
    move: database.prepare<[string | null, number, string, number, string, string | null, string, string, string, string]>(
      `update outbox set state = case when ? is not null and seq <> ? then 'waiting' else ? end, tries = ?, due = ?, posted = ?
       where clinic = ? and conversation = ? and key = ? and state = ?`,
    ),
    keep: database.prepare<[string, string, number | bigint, string | null, string]>(
      `insert into addresses (clinic, key, address, conversation, at) values (?, ?, ?, ?, ?)
       on conflict (clinic, key) do update set address = excluded.address, conversation = excluded.conversation, at = excluded.at`,
    ),
    address: database.prepare<[string, string]>(`${anAddress} where clinic = ? and key = ?`),
    addressOf: database.prepare<[string, string]>(`${anAddress} where clinic = ? and conversation = ? order by at desc limit 1`),
    blank: database.prepare<[string, string]>(`${blank} (select address from addresses where clinic = ? and key = ?)`),
    blankAll: database.prepare<[string, string]>(`${blank} (select address from addresses where clinic = ? and conversation = ?)`),
    remove: database.prepare<[string, string]>('delete from addresses where clinic = ? and conversation = ?'),
  };

  const keepOver = database.transaction(({ clinic, key, address, conversation, at }: Address) => {
    sql.blank.run(clinic, key);
    sql.keep.run(clinic, key, keep(address), conversation, at);
  });

  return {
    within: {
      promise({ clinic, conversation, rows, errands = [] }) {
        const due = rows.at(-1)?.at ?? '';
        for (const { key, kind, of, seq } of errands) sql.promise.run(clinic, key, conversation, kind, of, seq, due);
      },
      erase(clinic, conversation) {
        sql.blankAll.run(clinic, conversation);
        sql.remove.run(clinic, conversation);
      },
    },
    kept: {
      errands: async (clinic, conversation) => reach(() => (conversation === undefined ? sql.errands.all(clinic) : sql.errandsOf.all(clinic, conversation))).map(errandFrom),
      refusedCards: async (clinic) => reach(() => sql.refusedCards.all(clinic)).map(errandFrom),
      moveErrand: ({ clinic, conversation, key, seq, state: before }, { state, tries, due, posted }) =>
        write(() => sql.move.run(posted, seq, state, tries, due, posted, clinic, conversation, key, before).changes > 0),
      keepAddress: (address) => write(() => keepOver.immediate(address)),
      address: async (clinic, key) => reach(() => sql.address.all(clinic, key)).map(addressFrom).at(0),
      addressOf: async (clinic, conversation) => reach(() => sql.addressOf.all(clinic, conversation)).map(addressFrom).at(0),
    },
  };
}
