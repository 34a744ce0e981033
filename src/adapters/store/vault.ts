import type { Vault } from '../../bot/ports.ts';
import type { Database } from './database.ts';

const sql = {
  get: 'SELECT content FROM vault WHERE name = $1',
  set: `INSERT INTO vault (name, content, person, at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (name) DO UPDATE SET content = excluded.content, person = excluded.person, at = excluded.at`,
  delete: 'DELETE FROM vault WHERE name = $1',
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
});
