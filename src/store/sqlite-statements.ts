import type { Database } from 'better-sqlite3';

/** Overwrites the words whose ids stand in the query that follows. */
export const blank = "update words set sealed = printf('%*s', octet_length(sealed), '') where id in";
const aCase = `select clinic, conversation, channel, urgency, sealed as label, handed_over_at, claimed_by_id, claimed_by_name, closed_at
  from cases join words on words.id = cases.label`;

/** Every statement the store runs, prepared once. */
export function statementsOn(database: Database) {
  return {
    read: database.prepare<[string, string, number]>(
      'select seq, at, sealed as entry from entries join words on words.id = entries.words where clinic = ? and conversation = ? and seq > ? order by seq',
    ),
    heard: database.prepare<[string, string, string], number>('select seq from messages where clinic = ? and conversation = ? and message = ?').pluck(),
    begin: database.prepare<[string, string, number, string, string, number]>(
      'insert into conversations (clinic, conversation, seq, status, urgency, last_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
    ),
    goOn: database.prepare<[number, string, string, number, string, string, number]>(
      'update conversations set seq = ?, status = ?, urgency = ?, last_at = ? where clinic = ? and conversation = ? and seq = ?',
    ),
    keep: database.prepare<[string]>('insert into words (sealed) values (?)'),
    add: database.prepare<[string, string, number, string, number | bigint]>('insert into entries (clinic, conversation, seq, at, words) values (?, ?, ?, ?, ?)'),
    hear: database.prepare<[string, string, string, number]>('insert into messages (clinic, conversation, message, seq) values (?, ?, ?, ?)'),
    show: database.prepare<[string, string, string, string, number | bigint, string, string | null, string | null, string | null]>(
      `insert into cases (clinic, conversation, channel, urgency, label, handed_over_at, claimed_by_id, claimed_by_name, closed_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (clinic, conversation) do update set channel = excluded.channel, urgency = excluded.urgency, label = excluded.label,
         handed_over_at = excluded.handed_over_at, claimed_by_id = excluded.claimed_by_id, claimed_by_name = excluded.claimed_by_name,
         closed_at = excluded.closed_at`,
    ),
    openCases: database.prepare<[string]>(`${aCase} where clinic = ? and closed_at is null`),
    case: database.prepare<[string, string]>(`${aCase} where clinic = ? and conversation = ?`),
    silent: database
      .prepare<[string, number], string>("select conversation from conversations where clinic = ? and status = 'open' and urgency <> 'routine' and last_at < ?")
      .pluck(),
    ongoing: database.prepare<[string], string>("select conversation from conversations where clinic = ? and status not in ('stopped', 'closed')").pluck(),
    blankLog: database.prepare<[string, string]>(`${blank} (select words from entries where clinic = ? and conversation = ?)`),
    blankCase: database.prepare<[string, string]>(`${blank} (select label from cases where clinic = ? and conversation = ?)`),
    remove: database.prepare<[string, string]>('delete from conversations where clinic = ? and conversation = ?'),
    audit: database.prepare<[string, string, string, string, string | null]>('insert into audit (at, clinic, who, did, conversation) values (?, ?, ?, ?, ?)'),
  };
}
