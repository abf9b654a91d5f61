-- What committed entries have promised to somebody outside, and how far each has got. What it shows is drawn from the log.
create table outbox (
  clinic text not null,
  conversation text not null,
  key text not null,
  kind text not null,
  of_seq integer not null,   -- the row it shows
  seq integer not null,      -- the newest row it must know of
  state text not null,
  tries integer not null,
  due text not null,
  posted text,               -- the channel's own id of what shows it
  primary key (clinic, conversation, key),
  foreign key (clinic, conversation) references conversations (clinic, conversation) on delete cascade
) strict, without rowid;

create index outbox_not_over on outbox (clinic, conversation, of_seq) where state in ('waiting', 'posting');

-- Where channels can be written to. A place may be known before its conversation is, hence no reference to one.
create table addresses (
  clinic text not null,
  key text not null,
  address integer not null references words (id),
  conversation text,
  at text not null,
  primary key (clinic, key)
) strict, without rowid;

-- With all that is looked for, or SQLite reads every address of the clinic instead.
create index addresses_of_a_conversation on addresses (clinic, conversation, at, address) where conversation is not null;
