-- Counted in the same statement as the write of the turn: neither without the other.
CREATE FUNCTION keep_occurrences() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  made jsonb := NEW.occurrences::jsonb;
BEGIN
  INSERT INTO occurrences (hour, kind, name, place, seconds, channel, origin, code, situation)
  SELECT (made->>'hour')::bigint, one->>0, one->>1, one->>2, (one->>3)::bigint,
    made->>'channel', made->>'origin', made->>'code', made->>'situation'
  FROM jsonb_array_elements(made->'all') one;
  RETURN NULL;
END
$$;
CREATE TRIGGER occurrences_begun AFTER INSERT ON conversations
  FOR EACH ROW WHEN (NEW.occurrences IS NOT NULL) EXECUTE FUNCTION keep_occurrences();
CREATE TRIGGER occurrences_made AFTER UPDATE OF occurrences ON conversations
  FOR EACH ROW WHEN (NEW.occurrences IS NOT NULL) EXECUTE FUNCTION keep_occurrences();
