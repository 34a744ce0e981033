import { withTimeout } from '../lib/async.ts';
import { describeError } from '../lib/describe-error.ts';
import type { Deps } from './deps.ts';
import { type ConversationRecord, printable } from './record.ts';
import { adapterFor } from './registry.ts';

/** Shows that a message goes to the desk where the bot keeps silent, best effort: a failure is logged, and nothing is tried again. Never rejects. */
export async function acknowledge(deps: Deps, record: ConversationRecord, delivery: string): Promise<void> {
  const { conversation, address, talk } = record;
  const adapter = adapterFor(deps, conversation);
  if (adapter === undefined) return;
  try {
    const to = { conversation, address, language: talk.language };
    await withTimeout(deps.policy.timeout, adapter.acknowledge(to, delivery));
  } catch (error) {
    const about = { conversation, delivery: printable(delivery), error: describeError(error) };
    deps.log.warn(about, 'message not acknowledged by a reaction');
  }
}
