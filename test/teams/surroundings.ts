import type { Surroundings } from '../../src/adapters/service.ts';
import type { Log } from '../../src/bot/ports.ts';
import { noNotices } from '../store/no-notices.ts';
import { forgetful } from './forgetful.ts';

/** What surrounds an adapter that is tested alone: no conversations, no notices, and a vault that forgets. */
export const surrounding = (log: Log): Surroundings => ({
  log,
  vault: forgetful(),
  conversations: {
    model: '',
    present: async () => undefined,
    openConversations: async () => [],
    openCases: async () => [],
    askerOf: async () => '',
    desksBehind: async () => [],
    resume: async () => undefined,
  },
  notices: noNotices,
});
