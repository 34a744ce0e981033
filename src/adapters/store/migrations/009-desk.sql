-- When the case that stands open at a desk was handed over; NULL for all others. Earlier versions leave it as it is, so
-- the body decides whether a case is still open.
ALTER TABLE conversations ADD COLUMN handed_at BIGINT;
CREATE INDEX conversations_handed ON conversations (handed_at) WHERE handed_at IS NOT NULL;
