import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleContacts } from '../../src/adapters/contacts.ts';

/** Writes contacts that are not quite those of the example, so that nobody is warned of these; returns their file. */
export function ownContacts(folder: string): string {
  const file = join(folder, 'own-contacts.json');
  writeFileSync(
    file,
    readFileSync(exampleContacts, 'utf8').replace('"diagnosis": "free"', '"diagnosis": "without charge"'),
  );
  return file;
}
