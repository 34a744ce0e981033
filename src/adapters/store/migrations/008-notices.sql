-- What desks say to all people with a matching case. It belongs to no conversation. These tables stay small and need no
-- index of their own.
CREATE TABLE notices (
  id TEXT PRIMARY KEY,
  desk TEXT NOT NULL,
  words TEXT NOT NULL,
  matching TEXT NOT NULL,
  zone TEXT NOT NULL,
  posted_at BIGINT NOT NULL,
  -- Null: the person was erased.
  posted_by TEXT,
  until_at BIGINT NOT NULL,
  -- Null: it ends by itself.
  ended_at BIGINT,
  ended_by TEXT,
  -- How often its desk was told of it: that it was posted, then that it ended; and when it is to be told next.
  told INTEGER NOT NULL,
  due_at BIGINT
);
-- The cases of the last half hour by their error code. A witness is a digest, so that a person's cases count once.
CREATE TABLE case_counts (
  code TEXT NOT NULL,
  witness TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (code, witness)
);
-- That many cases of one code came at once, once for each desk and code.
CREATE TABLE surges (
  desk TEXT NOT NULL,
  code TEXT NOT NULL,
  cases INTEGER NOT NULL,
  at BIGINT NOT NULL,
  due_at BIGINT,
  PRIMARY KEY (desk, code)
);
