-- What monitoring is told of a conversation, so that no body need be read for it. Earlier versions leave these columns as
-- they are. None but `closed` and `dead`, which seldom change, is in an index, so that most writes change none.
ALTER TABLE conversations ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN jobs INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN oldest_job BIGINT;
ALTER TABLE conversations ADD COLUMN dead INTEGER NOT NULL DEFAULT 0;
-- Bodies are searched as text, since a damaged one is no JSON. A quotation mark within a text is escaped, so neither
-- pattern is ever found in what somebody wrote; only dead letters have a `why`.
UPDATE conversations SET closed = 1 WHERE handed_at IS NULL AND (body = '' OR body LIKE '%"place":{"kind":"closed"%');
UPDATE conversations SET dead = (length(body) - length(replace(body, '"why":"', ''))) / 7 WHERE body LIKE '%"why":"%';
CREATE INDEX conversations_closed ON conversations (closed);
CREATE INDEX conversations_dead ON conversations (dead) WHERE dead > 0;
