import type { CoreValues } from '../config/core.ts';
import type { ConfiguredService } from '../config/settings.ts';
import type { ModelSettings } from '../proposer/config.ts';
import type { Service } from '../service.ts';
import type { WatchedDatabase } from '../store/watch.ts';
import { contactsCheck } from './contacts.ts';
import { newerFindings } from './database.ts';
import { type Check, type CheckedPart, found, inTime } from './finding.ts';
import { wordsCheck } from './words.ts';

const quiet = () => undefined;

/** Returns the parts of the running program; `running` are the services in the order of their settings. */
export const partsOf = (
  core: CoreValues,
  database: WatchedDatabase,
  services: readonly Pick<ConfiguredService, 'name'>[],
  running: readonly Service[],
): readonly CheckedPart[] => [
  contactsPart(core),
  { name: 'database', check: () => inTime('the database', () => findingsIn(database)), trouble: quiet },
  ...running.map((service, n) => servicePart(services[n]?.name ?? '', service)),
];

/** Returns the contacts file as a part. */
export const contactsPart = ({ CONTACTS_FILE }: CoreValues): CheckedPart => ({
  name: 'contacts',
  check: contactsCheck(CONTACTS_FILE),
  trouble: quiet,
});

/** Returns the operator's page as a part; nothing if it is not served. */
export const insightParts = (page: { readonly check: Check } | undefined): readonly CheckedPart[] =>
  page === undefined ? [] : [{ name: 'insight', check: page.check, trouble: quiet }];

/** Returns a language model as a part; nothing if none is set up. */
export const modelParts = async (model: ModelSettings | undefined): Promise<readonly CheckedPart[]> =>
  model === undefined
    ? []
    : [{ name: 'model', check: (await import('../proposer/index.ts')).modelCheck(model), trouble: quiet }];

/** Returns the words directory as a part; nothing if there is none. */
export const wordsParts = ({ WORDS_DIR }: CoreValues): readonly CheckedPart[] =>
  WORDS_DIR === undefined ? [] : [{ name: 'words', check: wordsCheck(WORDS_DIR), trouble: quiet }];

/** Returns a service as a part. */
export const servicePart = (name: string, { check, trouble }: Service): CheckedPart => ({ name, check, trouble });

/** Looks at a database that is in use: its clock and its writes are watched all the time, so here its writes, and who made its tables. */
async function findingsIn(database: WatchedDatabase) {
  const trouble = await database.trouble();
  if (trouble !== undefined) return found('away', trouble);
  const done = await database.rows('SELECT name FROM migrations', []);
  return newerFindings(done.map(({ name }) => String(name)));
}
