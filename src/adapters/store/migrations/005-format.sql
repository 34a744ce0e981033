-- A process leaves records of a newer format than its own to newer processes.
ALTER TABLE conversations ADD COLUMN format INTEGER NOT NULL DEFAULT 1;
-- What the vault keeps of people is looked for by its age.
CREATE INDEX vault_at ON vault (at) WHERE person IS NOT NULL;
CREATE INDEX asides_at ON asides (at);
