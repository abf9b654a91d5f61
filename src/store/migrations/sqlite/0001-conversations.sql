-- Every row belongs to a clinic. What belongs to a conversation goes with it, except for its words, which are blanked.

create table conversations (
  clinic text not null,
  conversation text not null,
  seq integer not null,      -- the last one in entries
  status text not null,
  urgency text not null,     -- the highest a red flag has raised
  last_at integer not null,  -- milliseconds since 1970, as ISO times with and without fractions do not sort
  primary key (clinic, conversation)
) strict, without rowid;

create index conversations_under_a_flag on conversations (clinic, last_at) where status = 'open' and urgency <> 'routine';

-- What a patient said, wherever it is needed. A row is only ever added at the end, or overwritten in its place by blanks of
-- the same length; never deleted, resized or inserted between others. SQLite moves rows between pages to balance a table,
-- and leaves unseen copies where they were, even with secure_delete: in this table nothing has a reason to move.
create table words (
  id integer primary key,
  sealed text not null       -- see seal.ts
) strict;

create table entries (
  clinic text not null,
  conversation text not null,
  seq integer not null,
  at text not null,
  words integer not null references words (id),
  primary key (clinic, conversation, seq),
  foreign key (clinic, conversation) references conversations (clinic, conversation) on delete cascade
) strict, without rowid;

create table messages (
  clinic text not null,
  conversation text not null,
  message text not null,     -- the channel's own id
  seq integer not null,      -- where it stands in entries
  primary key (clinic, conversation, message),
  foreign key (clinic, conversation) references conversations (clinic, conversation) on delete cascade
) strict, without rowid;

create table cases (
  clinic text not null,
  conversation text not null,
  channel text not null,
  urgency text not null,
  label integer not null references words (id),
  handed_over_at text not null,
  claimed_by_id text,
  claimed_by_name text,
  closed_at text,
  primary key (clinic, conversation),
  foreign key (clinic, conversation) references conversations (clinic, conversation) on delete cascade
) strict, without rowid;

create index cases_open on cases (clinic) where closed_at is null;

-- Outlives the conversation it speaks of, hence no reference to it.
create table audit (
  at text not null,
  clinic text not null,
  who text not null,
  did text not null,
  conversation text
) strict;

create index audit_in_time on audit (clinic, at);
