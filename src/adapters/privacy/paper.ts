import type { TextKey, Words } from '../../bot/i18n.ts';
import type { Settings } from '../config/settings.ts';
import type { Database } from '../store/database.ts';

/** A table of the database with the names of its columns. */
export interface TableColumns {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Returns the tables of a SQLite database, in the order in which they were made, those of people first. */
export async function tablesIn({ rows }: Pick<Database, 'rows'>): Promise<readonly TableColumns[]> {
  const all = await rows(
    `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m JOIN pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name = 'migrations', m.rowid, c.cid`,
    [],
  );
  const tables = Map.groupBy(all, (row) => String(row['table']));
  return [...tables].map(([table, of]) => ({ table, columns: of.map((row) => String(row['column'])) }));
}

/** The parts of the settings that the paper tells. */
type Told = Pick<Settings, 'core' | 'insight' | 'model'> & {
  readonly services: readonly { readonly id: string; readonly name: string }[];
};

/** Writes the privacy paper of a deployment in Markdown: every table and column with its purpose, how long it is kept by the settings in force, what goes elsewhere, and how it is deleted. Throws an Error where a table or column has no words. */
export function privacyPaper(
  tables: readonly TableColumns[],
  { core, insight, model, services }: Told,
  words: Words,
  made: { readonly at: string; readonly version: string },
): string {
  const values = { idle: core.IDLE_DAYS, retention: core.RETENTION_DAYS, insight: insight?.days ?? 0 };
  const say = (key: string, more: Readonly<Record<string, string | number>> = {}) => {
    const text = words.text(`privacy:${key}` as TextKey, { ...values, ...more });
    if (text === key) throw new Error(`The privacy paper has no words for ${key}`);
    return text;
  };
  const chats = ['slack', 'teams'].filter((id) => services.some((service) => service.id === id));
  const desks = services.filter(({ id }) => !chats.includes(id)).map(({ name }) => name);
  const elsewhere = [
    ...chats.map((id) => say(`elsewhere.${id}`)),
    ...(desks.length === 0 ? [] : [say('elsewhere.desks', { desks: desks.join(', ') })]),
    ...(services.length === 0 ? [say('elsewhere.none')] : []),
    ...(model === undefined ? [] : [say('elsewhere.model', { place: model.place })]),
    say(core.PICTURES === 'on' ? 'elsewhere.pictures' : 'elsewhere.pictures-off'),
  ];
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
  const parts = [
    `# ${say('title')}`,
    say('intro'),
    say('made', made),
    ...tables.map((table) => tablePart(table, say)),
    `## ${say('elsewhere.title')}`,
    list(elsewhere),
    `## ${say('not-kept.title')}`,
    list(words.lines('privacy:not-kept.lines')),
    `## ${say('rights.title')}`,
    list(words.lines('privacy:rights.lines')),
  ];
  return `${parts.join('\n\n')}\n`;
}

function tablePart({ table, columns }: TableColumns, say: (key: string) => string): string {
  const at = `tables.${table}`;
  return [
    `## ${say(`${at}.title`)} (\`${table}\`)`,
    '',
    say(`${at}.about`),
    '',
    `- **${say('heads.whose')}** ${say(`${at}.whose`)}`,
    `- **${say('heads.kept')}** ${say(`${at}.kept`)}`,
    '',
    `| ${say('heads.column')} | ${say('heads.purpose')} |`,
    '| --- | --- |',
    ...columns.map((column) => `| \`${column}\` | ${say(`${at}.columns.${column}`)} |`),
  ].join('\n');
}
