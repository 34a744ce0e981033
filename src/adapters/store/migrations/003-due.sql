-- When somebody has to look at a conversation, or earlier: it stays where it is as long as it is early enough, so that
-- most writes change no index.
ALTER TABLE conversations ADD COLUMN due_at BIGINT;
UPDATE conversations SET due_at = CASE WHEN alarm_at IS NULL OR work_at <= alarm_at THEN work_at ELSE alarm_at END;
DROP INDEX conversations_work;
DROP INDEX conversations_alarm;
CREATE INDEX conversations_due ON conversations (due_at) WHERE due_at IS NOT NULL;
