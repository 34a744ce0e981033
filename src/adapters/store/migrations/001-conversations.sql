CREATE TABLE conversations (
  conversation TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  person TEXT NOT NULL,
  version BIGINT NOT NULL,
  born BIGINT NOT NULL,
  work_at BIGINT,
  alarm_at BIGINT,
  body TEXT NOT NULL
);
CREATE INDEX conversations_person ON conversations (person);
CREATE INDEX conversations_work ON conversations (work_at) WHERE work_at IS NOT NULL;
CREATE INDEX conversations_alarm ON conversations (alarm_at) WHERE alarm_at IS NOT NULL;
-- Records that could not be read, for the operator.
CREATE TABLE asides (
  conversation TEXT NOT NULL,
  person TEXT NOT NULL,
  version BIGINT NOT NULL,
  at BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (conversation, version, at)
);
-- Small secrets of adapters.
CREATE TABLE vault (
  name TEXT PRIMARY KEY,
  content TEXT NOT NULL
);
