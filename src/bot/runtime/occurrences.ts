import { catalogue } from '../../flows/codes.ts';
import { situationsIn } from '../../flows/situations.ts';
import { channelOf } from '../keys.ts';
import type { Occurrence, Occurrences } from '../storage.ts';
import type { Change } from './changes.ts';
import type { Policy } from './policy.ts';
import type { ConversationRecord } from './record.ts';

const hour = 60 * 60 * 1_000;

/** Returns the changes of a case as they are kept for the operator; null: there are none, or none are kept. What the person typed is not among them: an error code that is in no catalogue is `other`. */
export function occurrencesOf(
  { policy, now }: { readonly policy: Pick<Policy, 'keepOccurrences'>; readonly now: () => number },
  { conversation, talk }: ConversationRecord,
  changes: readonly Change[],
): Occurrences | null {
  if (changes.length === 0 || policy.keepOccurrences === 0) return null;
  const at = now();
  const { facts } = talk.flow.keep;
  const channel = channelOf(conversation);
  const [code] = facts.errorCodes ?? [];
  return {
    hour: at - (at % hour),
    channel,
    origin: facts.origin ?? '',
    code: code === undefined || catalogue.has(code) ? (code ?? '') : 'other',
    situation: situationsIn(facts)[0] ?? '',
    all: changes.map((change) => occurrence(change, channel)),
  };
}

function occurrence(change: Change, channel: string): Occurrence {
  const { kind } = change;
  const none = { from: '', seconds: null };
  switch (kind) {
    case 'begun':
      return { kind, name: channel, ...none };
    case 'moved':
      return { kind, name: change.to, from: change.from, seconds: null };
    case 'given':
    case 'fixed':
      return { kind, name: change.list, ...none };
    case 'ended':
      return { kind, name: change.outcome, from: change.from, seconds: null };
    case 'heard':
      return { kind, name: change.result, from: change.from, seconds: null };
    case 'asked':
      return { kind, name: change.reading, from: change.from, seconds: null };
    case 'handed':
      return { kind, name: change.to, ...none };
    case 'answered':
      return { kind, name: change.desk, from: '', seconds: change.seconds };
    case 'rated':
      return { kind, name: change.rating, ...none };
  }
}
