-- Rate limits that all processes share. Names are digests.
CREATE TABLE rate_limits (
  name TEXT PRIMARY KEY,
  version BIGINT NOT NULL,
  tail DOUBLE PRECISION NOT NULL,
  called DOUBLE PRECISION NOT NULL,
  called_at BIGINT NOT NULL,
  passed DOUBLE PRECISION NOT NULL,
  spacing DOUBLE PRECISION NOT NULL,
  at BIGINT NOT NULL
);
