-- A record is written over and over and grows beyond the 2 kB at which PostgreSQL moves long values elsewhere, which
-- costs several writes for one. It stays in its row, and its page keeps room for the next version, so that no index
-- changes: https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS
ALTER TABLE conversations SET (fillfactor = 40, toast_tuple_target = 8160);
