import { viewIdOf } from '../conversation/conversation.ts';
import type { MessageRef } from '../ports.ts';
import type { Post } from './lanes.ts';
import type { ConversationRecord, OpenMessage } from './record.ts';
import { type ConversationSnapshot, fromSnapshot } from './snapshot.ts';

/** Maximum number of open messages that a record keeps. */
const most = 3;

const viewOf = (talk: ConversationSnapshot): string => viewIdOf(fromSnapshot(talk));

/** Adds a message that was just posted to the open messages of the record. */
export const withOpenMessage = (
  record: ConversationRecord,
  { talk, notices }: Post,
  message: MessageRef,
): ConversationRecord => ({
  ...record,
  live: [...record.live, { message, view: viewOf(talk), lead: talk === record.talk ? null : talk.lead, notices }].slice(
    -most,
  ),
});

/** Returns the open messages that show the present view, each with the conversation's snapshot as that message shows it. */
export function answerableMessages({
  live,
  talk,
}: ConversationRecord): readonly (Pick<OpenMessage, 'message' | 'notices'> & { talk: ConversationSnapshot })[] {
  if (live.length === 0) return [];
  const view = viewOf(talk);
  return live
    .filter((one) => one.view === view)
    .map(({ message, lead, notices }) => ({
      message,
      notices,
      // The newest shows the present snapshot itself, whose conversation is cached and need not be restored.
      talk: lead === null ? talk : { ...talk, lead },
    }));
}
