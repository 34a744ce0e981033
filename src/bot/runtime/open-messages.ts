import { placeOf } from '../conversation/conversation.ts';
import type { MessageRef } from '../ports.ts';
import type { Post } from './lanes.ts';
import type { Live, Saved } from './record.ts';
import { type FrozenTalk, thawTalk } from './snapshot.ts';

/** So many are remembered. */
const most = 3;

const viewOf = (talk: FrozenTalk): string => placeOf(thawTalk(talk).snapshot);

/** The record with a message that was just shown. */
export const nowLive = (saved: Saved, { talk, notices }: Post, message: MessageRef): Saved => ({
  ...saved,
  live: [...saved.live, { message, view: viewOf(talk), lead: talk === saved.talk ? null : talk.lead, notices }].slice(
    -most,
  ),
});

/** The record with a conversation that went on: without those that show what it has left, and without the words of the desk, which are kept for one turn only. */
export function goOn(saved: Saved, talk: FrozenTalk): Saved {
  if (saved.live.length === 0) return { ...saved, talk };
  const view = viewOf(talk);
  const live = saved.live
    .filter((one) => one.view === view)
    .map((one) => ({ ...one, lead: leadOf(one, saved) }))
    .filter(({ lead }) => !lead.some((said) => 'desk' in said));
  return { ...saved, talk, live };
}

const leadOf = ({ lead }: Live, { talk }: Saved): FrozenTalk['lead'] => lead ?? talk.lead;

/** The messages that show the present view, each with the conversation as it stood there. */
export function answerable({
  live,
  talk,
}: Saved): readonly (Pick<Live, 'message' | 'notices'> & { talk: FrozenTalk })[] {
  if (live.length === 0) return [];
  const view = viewOf(talk);
  return live
    .filter((one) => one.view === view)
    .map(({ message, lead, notices }) => ({
      message,
      notices,
      // The newest shows the conversation as it stands, which need not be restored.
      talk: lead === null ? talk : { ...talk, lead },
    }));
}
