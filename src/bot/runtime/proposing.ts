import { heardAt, placeAt } from '../conversation/on-text.ts';
import { withTimeout } from '../lib/async.ts';
import { describeError } from '../lib/describe-error.ts';
import type { MessageRef } from '../ports.ts';
import type { ModelAnswer, ModelQuestion } from '../proposals.ts';
import { modelLabels } from '../understanding/learnt.ts';
import { type Borne, borneBy } from '../understanding/proposed.ts';
import { backoffOf } from './delivery.ts';
import type { Deps } from './deps.ts';
import { laneOf, type Propose, type Result } from './lanes.ts';
import type { ConversationRecord } from './record.ts';
import { fromSnapshot } from './snapshot.ts';

/** Milliseconds after which a message that waits is answered without the model, whatever became of the attempts. */
const patience = 20_000;

/** Returns what a model is asked about a message: the message, what the person is looking at, what is known, and the scheme. */
export function questionOf(
  { talk }: Pick<ConversationRecord, 'talk'>,
  { message }: Pick<Propose, 'message'>,
): ModelQuestion {
  const conversation = fromSnapshot(talk);
  const heard = heardAt(conversation, message.text);
  const { facts } = conversation.snapshot.context;
  const labelsOf = (told: object) =>
    Object.entries(told).flatMap(([slot, value]) =>
      slot === 'errorCodes' || value === 'unknown' ? [] : `${slot}=${value}`,
    );
  return {
    text: heard.text,
    language: message.language,
    place: message.isFirst ? 'none' : placeAt(conversation),
    known: labelsOf(facts),
    possible: heard.candidates.flatMap((one) =>
      'intent' in one ? `intent=${one.intent}` : 'topic' in one ? `topic=${one.topic}` : labelsOf(one.facts),
    ),
    labels: modelLabels,
  };
}

/** Asks the model about a message, once, and has the conversation go on with what it proposes, or without. Never rejects. */
export async function proposeFor(deps: Deps, record: ConversationRecord, job: Propose): Promise<Result> {
  const { proposer, metrics, policy } = deps;
  const isLate = deps.now() - job.since >= patience;
  const began = performance.now();
  const question = questionOf(record, job);
  const answered: ModelAnswer =
    proposer === null || isLate
      ? { outcome: 'timeout' }
      : await withTimeout(policy.timeout, proposer.propose(question, record.person)).catch(() => ({
          outcome: 'timeout',
        }));
  const borne: readonly Borne[] = answered.outcome === 'answered' ? borneBy(question.text, answered.proposed) : [];
  const isDropped = answered.outcome === 'answered' && answered.proposed.length > 0 && borne.length === 0;
  const result =
    answered.outcome !== 'answered' ? answered.outcome : isDropped ? 'dropped' : borne.length > 0 ? 'borne' : 'nothing';
  metrics.add('ninsho_proposals_total', { result });
  metrics.observe('ninsho_proposal_duration_seconds', {}, (performance.now() - began) / 1_000);
  try {
    await deps.heed(record, job, borne);
    return { key: job.key, now: deps.now(), outcome: 'done', message: '' as MessageRef };
  } catch (error) {
    const after = backoffOf(deps, laneOf(record.lanes, 'model').tries);
    const why = describeError(error);
    return {
      key: job.key,
      now: deps.now(),
      outcome: 'again',
      reason: 'outage',
      after,
      unsure: job.unsure,
      slot: null,
      why,
    };
  }
}
