-- What the vault keeps of a person goes with them.
ALTER TABLE vault ADD COLUMN person TEXT;
ALTER TABLE vault ADD COLUMN at BIGINT;
CREATE INDEX vault_person ON vault (person) WHERE person IS NOT NULL;
