import type { Vault } from '../../bot/storage.ts';
import type { Database } from './database.ts';

const begins = (prefix: string): string => `substr(name, 1, length(CAST(${prefix} AS TEXT))) = CAST(${prefix} AS TEXT)`;

/** Returns the key-value store of the adapters in a database; claims are timed by the database's clock. */
export function vaultOf({ rows, change, time }: Database): Vault {
  const sql = {
    get: 'SELECT content FROM vault WHERE name = $1',
    set: `INSERT INTO vault (name, content, person, at) VALUES ($1, $2, $3, ${time})
      ON CONFLICT (name) DO UPDATE SET content = excluded.content, person = excluded.person, at = excluded.at`,
    delete: 'DELETE FROM vault WHERE name = $1',
    replace: 'UPDATE vault SET content = $3 WHERE name = $1 AND content = $2',
    keys: `SELECT name FROM vault WHERE ${begins('$1')} ORDER BY name`,
    claim: `UPDATE vault SET at = ${time} WHERE ${begins('$1')} AND at < ${time} - $2 RETURNING name, content`,
  };
  return {
    get: async (key) => (await rows(sql.get, [key])).map((row) => String(row['content']))[0],
    set: async (key, value, person) => {
      await change(sql.set, [key, value, person]);
    },
    delete: async (key) => {
      await change(sql.delete, [key]);
    },
    replace: async (key, before, value) => {
      await change(sql.replace, [key, before, value]);
    },
    keys: async (prefix) => (await rows(sql.keys, [prefix])).map((row) => String(row['name'])),
    claim: async (prefix, idle) =>
      (await rows(sql.claim, [prefix, idle])).map(({ name, content }) => ({
        key: String(name),
        value: String(content),
      })),
  };
}
