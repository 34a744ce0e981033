-- Counted in the same statement as the write of the turn: neither without the other.
CREATE TRIGGER occurrences_begun AFTER INSERT ON conversations WHEN NEW.occurrences IS NOT NULL
BEGIN
  INSERT INTO occurrences (hour, kind, name, place, seconds, channel, origin, code, situation)
  SELECT NEW.occurrences->>'hour', value->>0, value->>1, value->>2, value->>3,
    NEW.occurrences->>'channel', NEW.occurrences->>'origin', NEW.occurrences->>'code', NEW.occurrences->>'situation'
  FROM json_each(NEW.occurrences, '$.all');
END;
CREATE TRIGGER occurrences_made AFTER UPDATE OF occurrences ON conversations WHEN NEW.occurrences IS NOT NULL
BEGIN
  INSERT INTO occurrences (hour, kind, name, place, seconds, channel, origin, code, situation)
  SELECT NEW.occurrences->>'hour', value->>0, value->>1, value->>2, value->>3,
    NEW.occurrences->>'channel', NEW.occurrences->>'origin', NEW.occurrences->>'code', NEW.occurrences->>'situation'
  FROM json_each(NEW.occurrences, '$.all');
END;
