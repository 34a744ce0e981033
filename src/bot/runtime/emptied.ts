import type { Row } from '../storage.ts';

/** Returns the empty row that replaces a damaged record once it was set aside, until the row is deleted or the person writes again. `deleteAt`: epoch milliseconds. */
export const emptied = (row: Row, deleteAt: number): Row => ({
  ...row,
  version: row.version + 1,
  workAt: null,
  alarmAt: deleteAt,
  handedAt: null,
  format: 1,
  figures: { closed: true, jobs: 0, oldestJob: null, dead: 0 },
  occurrences: null,
  body: '',
});

/** Returns true if a row is the empty replacement of a damaged record. */
export const isEmptied = ({ body }: Row): boolean => body === '';
