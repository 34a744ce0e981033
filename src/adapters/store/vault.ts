import type { Vault } from '../../bot/ports.ts';
import type { Database } from './database.ts';

const sql = {
  get: 'SELECT content FROM vault WHERE name = $1',
  set: 'INSERT INTO vault (name, content) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET content = excluded.content',
  delete: 'DELETE FROM vault WHERE name = $1',
};

/** Small secrets of adapters in a database. */
export const vaultOf = (database: Database): Vault => ({
  get: async (key) => (await database.rows(sql.get, [key])).map((row) => String(row['content']))[0],
  set: async (key, value) => {
    await database.change(sql.set, [key, value]);
  },
  delete: async (key) => {
    await database.change(sql.delete, [key]);
  },
});
