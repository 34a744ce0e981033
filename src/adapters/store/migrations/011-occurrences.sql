-- What occurred in cases, for the operator's page: by the hour, without persons and conversations, kept longer than these.
CREATE TABLE occurrences (
  hour BIGINT NOT NULL,
  kind TEXT NOT NULL,
  -- What it is about, and where the case stood before; both are names from closed sets.
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  seconds BIGINT,
  channel TEXT NOT NULL,
  origin TEXT NOT NULL,
  code TEXT NOT NULL,
  situation TEXT NOT NULL
);
CREATE INDEX occurrences_hour ON occurrences (hour);
-- What occurred in the last write of a conversation, for the trigger that copies it. Earlier versions do not write it, and so
-- copy nothing twice.
ALTER TABLE conversations ADD COLUMN occurrences TEXT;
-- The figures of a week that desks are told of once.
CREATE TABLE weeks (
  desk TEXT NOT NULL,
  -- The first day of the week, YYYY-MM-DD.
  day TEXT NOT NULL,
  figures TEXT NOT NULL,
  at BIGINT NOT NULL,
  due_at BIGINT,
  PRIMARY KEY (desk, day)
);
