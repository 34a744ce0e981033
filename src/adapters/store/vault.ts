import type { Vault } from '../../bot/ports.ts';
import type { Database } from './database.ts';

const sql = {
  get: 'SELECT content FROM vault WHERE name = $1',
  set: `INSERT INTO vault (name, content, person, at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (name) DO UPDATE SET content = excluded.content, person = excluded.person, at = excluded.at`,
  delete: 'DELETE FROM vault WHERE name = $1',
  replace: 'UPDATE vault SET content = $3 WHERE name = $1 AND content = $2',
  keys: 'SELECT name FROM vault WHERE substr(name, 1, length(CAST($1 AS TEXT))) = $1 ORDER BY name',
  claim: `UPDATE vault SET at = $1
    WHERE substr(name, 1, length(CAST($2 AS TEXT))) = CAST($2 AS TEXT) AND at < $3 RETURNING name, content`,
};

/** Small things that adapters keep, in a database. */
export const vaultOf = (database: Database): Vault => ({
  get: async (key) => (await database.rows(sql.get, [key])).map((row) => String(row['content']))[0],
  set: async (key, value, person) => {
    await database.change(sql.set, [key, value, person, Date.now()]);
  },
  delete: async (key) => {
    await database.change(sql.delete, [key]);
  },
  replace: async (key, before, value) => {
    await database.change(sql.replace, [key, before, value]);
  },
  keys: async (prefix) => (await database.rows(sql.keys, [prefix])).map((row) => String(row['name'])),
  claim: async (prefix, before) =>
    (await database.rows(sql.claim, [Date.now(), prefix, before])).map(({ name, content }) => ({
      key: String(name),
      value: String(content),
    })),
});
