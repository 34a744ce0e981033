import type { Notices } from '../../src/bot/notices.ts';

/** Notices for tests that look at none: there is none, and nothing is counted. */
export const noNotices: Notices = {
  active: async () => [],
  post: async () => {},
  end: async () => false,
  count: async () => 1,
  surge: async () => {},
  week: async () => {},
  claim: async () => [],
  told: async () => {},
  purge: async () => {},
};
