import { isDeepStrictEqual } from 'node:util';
import { exampleContacts, readContacts } from '../contacts.ts';
import { type Check, found } from './finding.ts';

/** Returns the check of the contacts file. */
export const contactsCheck =
  (file: string | undefined): Check =>
  async () => {
    const todo =
      'copy src/adapters/contacts.json, put in whom your people are to turn to, and name it in CONTACTS_FILE';
    if (file === undefined)
      return found('warning', `CONTACTS_FILE is not set, so people are sent to the example contacts; ${todo}`);
    try {
      if (!isDeepStrictEqual(readContacts(file), readContacts(exampleContacts))) return [];
      return found('warning', `CONTACTS_FILE holds the example contacts unchanged; ${todo}`);
    } catch (error) {
      return found('wrong', error instanceof Error ? error.message.replaceAll(/\s*\n\s*/g, ' ') : 'cannot be used');
    }
  };
