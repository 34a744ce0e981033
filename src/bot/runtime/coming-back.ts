import { afterword } from '../conversation/afterword.ts';
import { type Conversation, sendEvent, withLead } from '../conversation/conversation.ts';
import { heardAt } from '../conversation/on-text.ts';
import { isHandedOver, longestNote, relayed } from '../conversation/relay.ts';
import { advance } from '../conversation/step.ts';
import type { Incoming, PendingNote } from '../ports.ts';
import type { Input } from '../types.ts';
import { redact } from '../understanding/redact.ts';
import type { Lease } from './deps.ts';
import { type AboutTicket, aboutTicket } from './handed-over.ts';
import { chosenLabel } from './press.ts';
import { expectedOf } from './promised.ts';
import type { ConversationRecord } from './record.ts';
import { toSnapshot } from './snapshot.ts';
import { allDesks, enqueueShow, reopened } from './tickets.ts';
import { speaksIn } from './whose.ts';

/** A case that had ended at a desk and is open there again: its record, whose conversation is handed over, and what that means for its tickets. */
interface CameBack extends AboutTicket {
  readonly record: ConversationRecord;
}

/** Returns the case with its tickets open again, for somebody to take, where it had ended at a desk and its person writes that it is not over: whether staff or they themselves had ended it, and also once they have begun another. Undefined for anything else. */
export function comingBack(
  record: ConversationRecord,
  talk: Conversation,
  incoming: Incoming,
  lease: Lease,
): CameBack | undefined {
  const { id, person, input } = incoming;
  const desks = desksOf(record);
  if (desks.length === 0 || allDesks(record).length > 0 || !speaksIn(record, person)) return undefined;
  const endedByDesk = isHandedOver(talk) && record.handling.state === 'solved';
  const again = endedByDesk ? talk : backAtDesk(talk, input);
  if (again === undefined) return undefined;
  const opened = enqueueShow(openAgain({ ...record, talk: toSnapshot(again) }, id, lease), desks, lease.now);
  const about = endedByDesk ? aboutTicket(opened, talk, incoming, lease) : saidAgain(talk, again, input);
  const isNews = about?.note?.kind === 'words' || about?.note?.kind === 'file';
  if (about?.talk === undefined || !isNews) return undefined;
  const expected = expectedOf(opened, about.talk, lease);
  const said = expected === undefined ? about.talk : withLead(about.talk, expected);
  return { record: opened, note: about.note, desks, talk: said };
}

/** Returns the ids of the desks that had a case. */
const desksOf = ({ opened }: ConversationRecord): readonly string[] => [...new Set(opened.map(({ desk }) => desk))];

/** Returns the record with its tickets open again, and nobody who has it; whoever had it last is called. */
function openAgain(record: ConversationRecord, key: string, { now }: Lease): ConversationRecord {
  const at = Math.max(now, record.handling.at + 1);
  return { ...reopened(record, key, now), handling: { state: 'new', by: '', at } };
}

/** Returns the conversation with the desk again that had its case, where an input says that it is not over after its person had ended it. Undefined for any other input: whoever asks for people writes their letter first, and whoever wants to go on with the bot does so. */
function backAtDesk(talk: Conversation, input: Input): Conversation | undefined {
  if (!talk.snapshot.can({ type: 'desk-again' }) || (input.type !== 'text' && input.type !== 'choice'))
    return undefined;
  const wish = input.type === 'text' ? heardAt(talk, input.text).intent : input.choice;
  if (wish === 'human' || wish === 'continue' || afterword(talk, input) !== undefined) return undefined;
  const next = advance(talk, input);
  const isBack = next.lead.some((lead) => 'say' in lead && lead.say === 'reopened');
  return isBack ? sendEvent({ ...talk, language: next.language, lead: [] }, { type: 'desk-again' }) : undefined;
}

/** Returns what such an input tells the desk: the person's words, or the name of their button. */
function saidAgain(talk: Conversation, again: Conversation, input: Input): Omit<AboutTicket, 'desks'> {
  const passed = input.type === 'text' ? relayed(again, input, false) : undefined;
  if (passed?.note?.kind === 'words') return passed;
  const text = input.type === 'text' ? redact(input.text).text : (chosenLabel(talk, input) ?? '');
  const note: PendingNote = { kind: 'words', text: text.trim().slice(0, longestNote) };
  return { note, talk: withLead(again, { say: 'passed-on' }) };
}
