import { withTimeout } from '../../../bot/lib/async.ts';
import type { SlackContext } from '../context.ts';
import { profileOf } from '../people/contact.ts';

/** Milliseconds to wait for a name: the click of staff has to be acknowledged soon. */
const patience = 1_000;

/** Returns the name of somebody of the desk; empty if Slack does not tell it in time. */
export const nameOf = ({ workspaces }: Pick<SlackContext, 'workspaces'>, team: string, user: string): Promise<string> =>
  withTimeout(patience, profileOf(workspaces, { team, user }, team)).then(
    ({ name }) => name,
    () => '',
  );
