-- One row, written to see whether the database takes writes.
CREATE TABLE probe (
  id BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  padding TEXT NOT NULL
);
