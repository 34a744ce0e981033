import { isPersonId, readPerson } from '../../bot/keys.ts';
import type { PersonId } from '../../bot/ports.ts';
import { services } from '../services.ts';
import { terminalId } from '../terminal/resume.ts';

/** The first parts of the ids of people. */
const homes = [terminalId, ...services.map(({ id }) => id)];

/** Returns the person whom the operator named as the command's argument; ends the process with exit code 2 and how to use it where that is none. */
export function personGiven(command: string): PersonId {
  const [person] = process.argv.slice(2);
  if (isPersonId(person) && homes.includes(readPerson(person)?.home ?? '')) return person;
  console.error(
    `Usage: npm run ${command} -- <person>   (as the log and the channel name them, for example slack:T0123ABCD:U0123ABCD)`,
  );
  process.exit(2);
}
